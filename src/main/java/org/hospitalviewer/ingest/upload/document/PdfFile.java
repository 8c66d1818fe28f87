package org.hospitalviewer.ingest.upload.document;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Whether a PDF is whole enough to be shown (ISO 32000-1 7.5). */
final class PdfFile {

    private static final int LAST_BYTES = 4_096;
    /** What the value of an element can hold in a list of all objects; readers hold a document as a whole. */
    private static final long LONGEST = 1L << 29;

    private PdfFile() {
    }

    static void check(Path file) throws IOException, UnfitDocumentException {
        try (RandomAccessFile pdf = new RandomAccessFile(file.toFile(), "r")) {
            if (pdf.length() > LONGEST) {
                throw new UnfitDocumentException("The PDF is longer than " + (LONGEST >> 20) + " MB.");
            }
            byte[] last = new byte[(int) Math.min(LAST_BYTES, pdf.length())];
            pdf.seek(pdf.length() - last.length);
            pdf.readFully(last);
            String end = new String(last, StandardCharsets.ISO_8859_1);
            if (!end.contains("%%EOF") || !end.contains("startxref")) {
                throw new UnfitDocumentException("The PDF is cut short or damaged: its end is missing.");
            }
            if (end.contains("/Encrypt")) {
                throw new UnfitDocumentException("The PDF is locked with a password. Print it into a new PDF first.");
            }
        }
    }
}
