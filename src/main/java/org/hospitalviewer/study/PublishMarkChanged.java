package org.hospitalviewer.study;

/** Published as an event of the application when a study was marked to be published, or the mark was taken back. */
public record PublishMarkChanged(String studyInstanceUid) {
}
