package org.hospitalviewer.clinical.report;

/** Which studies somebody wants to see, by what is said of their reading. */
public enum ReadingFilter {
    ALL,
    /** Without a signed report first, urgent ones before the others; then the rest. */
    UNREAD_FIRST,
    /** Without a signed report, urgent ones first. */
    UNREAD,
    /** Given to the current user and without a signed report. */
    MINE,
    /** Urgent and without a signed report. */
    URGENT,
    /** With a draft of the current user, or text of theirs that is not saved. */
    MY_DRAFTS,
    /** With a report that nobody has signed yet. */
    DRAFT,
    /** With a signed report. */
    SIGNED
}
