package org.hospitalviewer.clinical;

/** Published as an event of the application when a note or a prescription of a study was added or changed. */
public record EntryChanged(String studyInstanceUid) {
}
