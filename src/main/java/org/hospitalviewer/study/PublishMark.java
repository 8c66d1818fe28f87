package org.hospitalviewer.study;

import java.time.Instant;

/**
 * What was said last of whether a study is to be published.
 *
 * @param marked    false: the mark was taken back
 * @param changedBy user name
 */
public record PublishMark(String studyInstanceUid, boolean marked, String changedBy, Instant changedAt) {
}
