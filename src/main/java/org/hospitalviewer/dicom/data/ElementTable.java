package org.hospitalviewer.dicom.data;

import java.util.Arrays;

/**
 * Elements in parallel arrays, in the unsigned order of their tags. Appending out of order is cheap: order is made
 * once, at the next question, and of a tag that came twice the last value stays.
 */
final class ElementTable {
    private static final int FIRST_CAPACITY = 8;

    private static final int[] NO_TAGS = {};
    private static final VR[] NO_VRS = {};
    private static final Object[] NO_VALUES = {};

    private int[] tags = NO_TAGS;
    private VR[] vrs = NO_VRS;
    private Object[] values = NO_VALUES;
    private int size;
    private boolean ordered = true;

    int size() {
        order();
        return size;
    }

    int tag(int index) {
        return tags[index];
    }

    VR vr(int index) {
        return vrs[index];
    }

    Object value(int index) {
        return values[index];
    }

    /** The place of a tag, or a negative number when it is absent. */
    int find(int tag) {
        order();
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            int order = Integer.compareUnsigned(tags[middle], tag);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    void put(int tag, VR vr, Object value) {
        if (size > 0 && ordered && Integer.compareUnsigned(tag, tags[size - 1]) <= 0) {
            int at = find(tag);
            if (at >= 0) {
                vrs[at] = vr;
                values[at] = value;
                return;
            }
            ordered = false;
        }
        append(tag, vr, value);
    }

    private void append(int tag, VR vr, Object value) {
        if (size == tags.length) {
            resize(Math.max(FIRST_CAPACITY, size + (size >> 1)));
        }
        tags[size] = tag;
        vrs[size] = vr;
        values[size++] = value;
    }

    private void resize(int capacity) {
        tags = Arrays.copyOf(tags, capacity);
        vrs = Arrays.copyOf(vrs, capacity);
        values = Arrays.copyOf(values, capacity);
    }

    Object remove(int tag) {
        int at = find(tag);
        if (at < 0) {
            return null;
        }
        Object removed = values[at];
        int behind = size - at - 1;
        System.arraycopy(tags, at + 1, tags, at, behind);
        System.arraycopy(vrs, at + 1, vrs, at, behind);
        System.arraycopy(values, at + 1, values, at, behind);
        values[--size] = null;
        return removed;
    }

    /** Makes the order and gives back spare room. */
    void trim() {
        order();
        if (size < tags.length) {
            resize(size);
        }
    }

    private void order() {
        if (ordered) {
            return;
        }
        long[] keys = new long[size];
        for (int i = 0; i < size; i++) {
            keys[i] = (tags[i] & 0xFFFFFFFFL) << 31 | i;
        }
        Arrays.sort(keys);
        takeOrder(keys);
        ordered = true;
    }

    private void takeOrder(long[] keys) {
        int[] oldTags = tags;
        VR[] oldVrs = vrs;
        Object[] oldValues = values;
        resize(tags.length);
        size = 0;
        for (long key : keys) {
            int from = (int) (key & 0x7FFFFFFF);
            boolean again = size > 0 && tags[size - 1] == oldTags[from];
            int to = again ? size - 1 : size++;
            tags[to] = oldTags[from];
            vrs[to] = oldVrs[from];
            values[to] = oldValues[from];
        }
        Arrays.fill(values, size, values.length, null);
    }
}
