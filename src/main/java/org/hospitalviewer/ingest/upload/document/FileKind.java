package org.hospitalviewer.ingest.upload.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a file is by its first bytes; names are not believed. */
public enum FileKind {
    /** DICOM, with or without its prefix, and everything that is nothing else here. */
    OBJECT,
    ZIP,
    PDF,
    JPEG,
    PNG,
    MP4;

    /** A PDF may have some other bytes before its header; more than viewers believe is not looked at. */
    private static final int PDF_WITHIN = 1024;
    /** Preamble and prefix (PS3.10 7.1). */
    private static final int PREAMBLE_BYTES = 128;
    private static final int LOOKED_AT = PDF_WITHIN;

    /**
     * Looks at the first bytes and leaves the stream where it was.
     *
     * @param file that can be marked
     */
    public static FileKind of(InputStream file) throws IOException {
        file.mark(LOOKED_AT);
        byte[] first = file.readNBytes(LOOKED_AT);
        file.reset();
        return of(first);
    }

    static FileKind of(byte[] first) {
        if (isAt(first, PREAMBLE_BYTES, "DICM")) {
            return OBJECT; // the preamble may look like anything: a TIFF, even a PDF
        }
        if (isAt(first, 0, "PK\3\4") || isAt(first, 0, "PK\5\6")) {
            return ZIP;
        }
        if (isAt(first, 0, "\u00ff\u00d8\u00ff")) {
            return JPEG;
        }
        if (isAt(first, 0, "\u0089PNG\r\n\u001a\n")) {
            return PNG;
        }
        if (isAt(first, 4, "ftyp")) {
            return MP4;
        }
        return new String(first, StandardCharsets.ISO_8859_1).contains("%PDF-") ? PDF : OBJECT;
    }

    /** Whether it needs to be said whom it belongs to. */
    public boolean isDocument() {
        return switch (this) {
            case PDF, JPEG, PNG, MP4 -> true;
            case OBJECT, ZIP -> false;
        };
    }

    private static boolean isAt(byte[] bytes, int offset, String signature) {
        byte[] wanted = signature.getBytes(StandardCharsets.ISO_8859_1);
        int end = offset + wanted.length;
        return bytes.length >= end && Arrays.equals(bytes, offset, end, wanted, 0, wanted.length);
    }
}
