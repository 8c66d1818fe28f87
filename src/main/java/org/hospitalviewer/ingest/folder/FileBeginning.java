package org.hospitalviewer.ingest.folder;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The first bytes of a file, which tell what it is. */
record FileBeginning(byte[] bytes) {

    /** Preamble, prefix, and the meta information up to the SOP class (PS3.10 7.1). */
    private static final int BYTES = 512;
    private static final int PREFIX_OFFSET = 128;
    private static final byte[] PREFIX = "DICM".getBytes(StandardCharsets.US_ASCII);
    /** Media Storage Directory Storage (PS3.4 I.4). */
    private static final String DIRECTORY_CLASS = "1.2.840.10008.1.3.10";

    /** Looks without taking anything from the stream. */
    static FileBeginning peek(BufferedInputStream in) throws IOException {
        in.mark(BYTES);
        byte[] bytes = in.readNBytes(BYTES);
        in.reset();
        return new FileBeginning(bytes);
    }

    boolean isDicom() {
        return bytes.length >= PREFIX_OFFSET + PREFIX.length
                && Arrays.equals(bytes, PREFIX_OFFSET, PREFIX_OFFSET + PREFIX.length, PREFIX, 0, PREFIX.length);
    }

    boolean isDirectory() {
        return isDicom() && new String(bytes, StandardCharsets.ISO_8859_1).contains(DIRECTORY_CLASS);
    }
}
