package org.hospitalviewer.dicom.net;

import java.nio.file.Path;

/** What became of a file that was to be sent. */
public sealed interface SentFile {

    Path path();

    /** The peer answered, see whether {@link DimseResponse#isDone}. */
    record Answered(Path path, DimseResponse response) implements SentFile {
    }

    /** The file did not reach the peer. */
    record NotSent(Path path, String why) implements SentFile {
    }

    /** The peer has it. */
    default boolean isDone() {
        return this instanceof Answered(var _, DimseResponse response) && response.isDone();
    }
}
