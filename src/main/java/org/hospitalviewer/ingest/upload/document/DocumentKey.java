package org.hospitalviewer.ingest.upload.document;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * What makes all attempts to store a document store the same object, byte for byte: one that was stored while its
 * acknowledgement was lost would else clash with itself.
 *
 * @param text     of this document only
 * @param received when it was here, in the time zone of this computer
 */
public record DocumentKey(String text, LocalDateTime received) {

    /** With a time to the second. */
    public static DocumentKey of(String text, Instant received) {
        return new DocumentKey(text, LocalDateTime.ofInstant(received, ZoneId.systemDefault()).withNano(0));
    }
}
