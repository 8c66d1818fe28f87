package org.hospitalviewer.backup.images;

import java.time.Instant;

/**
 * A pack at a target as this appliance remembers it.
 *
 * @param bytes     length of the file
 * @param checkedAt when it was last read to its end
 */
record KnownPack(long id, String name, long bytes, State state, Instant checkedAt) {

    /** Whose it is. */
    enum State {
        /** Made with the present key and read back. */
        OURS,
        /** Of another appliance, or of nobody. */
        FOREIGN,
        /** Was ours. It stays for the earlier backups: other images in it may be whole. */
        DAMAGED
    }

    boolean isOurs() {
        return state == State.OURS;
    }
}
