package org.hospitalviewer.archive;

/**
 * Something changed in a study.
 *
 * @param sequence         grows with each change, over restarts too
 * @param kind             what happened
 * @param studyInstanceUid the study; empty when it can be any
 */
public record StudyChange(long sequence, Kind kind, String studyInstanceUid) {

    /** NEW is the first instance of a study. */
    public enum Kind { NEW, CHANGED, DELETED }
}
