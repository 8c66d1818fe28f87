package org.hospitalviewer.archive;

/** What became of an accepted object; each of these is a success for the sender. */
public enum StoreOutcome {
    /** New, durable, visible to queries. */
    STORED,
    /** The same object with the same data set is already here. */
    DUPLICATE,
    /** An object with this SOP Instance UID but other content is here; the new one waits for the admin's decision. */
    QUARANTINED
}
