package org.hospitalviewer.sync;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A source of files that belong to studies. Targets get what all publishers make. */
public interface Publisher {

    /** Name in the ledger: lower-case letters and dashes, at most 20. */
    String name();

    /** Hands over the UIDs of all studies there are, some at a time, each at least once. */
    void eachStudy(Consumer<List<String>> some);

    /** What there is of a study; empty when it is not there any more. */
    Optional<Publication> find(String studyInstanceUid);
}
