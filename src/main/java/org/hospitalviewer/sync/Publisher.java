package org.hospitalviewer.sync;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.hospitalviewer.archive.StudyChanges;

/** A source of files that belong to studies. Targets get what all publishers make. */
public interface Publisher {

    /** Name in the ledger: lower-case letters and dashes, at most 20. */
    String name();

    /** Whether the administrator lets files come from here. */
    boolean isInUse();

    /**
     * Learns what is new where that does not tell by itself; at the beginning of each run.
     *
     * @throws IOException the source is not there now
     */
    default void look(RunControl control) throws IOException {
        // most tell by themselves
    }

    /** Sequence number of the newest change. */
    long lastChange();

    /** Changes of studies after one that is known, the oldest first; all of those with one number together. */
    StudyChanges changesSince(long sequence, int limit);

    /** Hands over the UIDs of all studies there are, some at a time, each at least once. */
    void eachStudy(Consumer<List<String>> some);

    /** What there is of a study; empty when it is not there any more. */
    Optional<Publication> find(String studyInstanceUid);
}
