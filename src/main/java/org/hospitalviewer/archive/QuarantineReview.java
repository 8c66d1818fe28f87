package org.hospitalviewer.archive;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Objects that clash with stored ones of the same SOP Instance UID, to be compared and decided about. */
public interface QuarantineReview {

    /** What waits for a decision, the newest first. */
    List<Quarantined> waiting();

    Optional<Quarantined> find(long id);

    /**
     * Both headers, element by element, and the pixels.
     *
     * @return empty when it no longer waits
     */
    Optional<Comparison> compare(long id) throws IOException;

    /** The object that waits. */
    Optional<StoredInstance> arrived(long id);

    /** The object in whose place it would be; empty when that was deleted meanwhile. */
    Optional<StoredInstance> stored(long id);

    /**
     * Carries a decision out, durably. What gives way goes into the trash.
     *
     * @param decidedBy user name
     * @return whether it still waited
     */
    boolean decide(long id, Decision decision, String decidedBy) throws IOException;

    /** What becomes of the two. */
    enum Decision {
        /** The stored one stays, the new one goes into the trash. */
        KEEP_STORED,
        /** The new one is stored, the old one goes into the trash. */
        REPLACE,
        /** Both are stored; the new one gets a SOP Instance UID of its own. */
        KEEP_BOTH
    }
}
