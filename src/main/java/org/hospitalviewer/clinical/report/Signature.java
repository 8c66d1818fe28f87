package org.hospitalviewer.clinical.report;

import java.time.Instant;

/**
 * Who answers for a text, and since when.
 *
 * @param line name and function as they stand under the text
 */
public record Signature(Person signedBy, Instant signedAt, String line) {
}
