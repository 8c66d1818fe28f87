package org.hospitalviewer.ingest.folder;

/** Counts different values by 64 bits of each, in 16 bytes for each: of ten million it may miss one in a million cases. */
final class DistinctValues {

    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final int FIRST_ROOM = 1024;
    private static final int MOST = 4 << 20;

    private long[] slots = new long[FIRST_ROOM];
    private int size;

    /** Adds a value; says whether it is new. Beyond four million values nothing is added any more. */
    boolean add(long value) {
        long stored = value == 0 ? 1 : value;
        int slot = find(slots, stored);
        if (slots[slot] == stored || size >= MOST) {
            return false;
        }
        slots[slot] = stored;
        if (++size * 2 > slots.length) {
            grow();
        }
        return true;
    }

    boolean contains(long value) {
        long stored = value == 0 ? 1 : value;
        return slots[find(slots, stored)] == stored;
    }

    int size() {
        return size;
    }

    private void grow() {
        long[] larger = new long[slots.length * 2];
        for (long value : slots) {
            if (value != 0) {
                larger[find(larger, value)] = value;
            }
        }
        slots = larger;
    }

    private static int find(long[] slots, long value) {
        int slot = (int) (value ^ value >>> 32) & slots.length - 1;
        while (slots[slot] != 0 && slots[slot] != value) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    /** FNV-1a with a last mixing. */
    static long hash(String text) {
        long hash = OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        return hash ^ hash >>> 33;
    }
}
