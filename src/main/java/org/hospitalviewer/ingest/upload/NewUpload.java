package org.hospitalviewer.ingest.upload;

import java.util.Objects;
import org.hospitalviewer.ingest.upload.document.DocumentDetails;

/**
 * A file that somebody is going to bring in pieces.
 *
 * @param path         name of the file, with the folders above it where a folder was chosen; only ever shown
 * @param size         bytes
 * @param lastModified ms since 1970, as the browser says; 0 when unknown
 * @param document     whom a document belongs to, null for DICOM files and ZIPs
 */
public record NewUpload(String path, long size, long lastModified, DocumentDetails document) {

    private static final int LONGEST_PATH = 1_000;

    public NewUpload {
        path = shown(path);
    }

    /** Without what would disturb lists and logs. */
    static String shown(String path) {
        String clean = path == null ? "" : path.replaceAll("[\\p{Cntrl}\\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]", " ").strip();
        return clean.length() <= LONGEST_PATH ? clean : "\u2026" + clean.substring(clean.length() - LONGEST_PATH + 1);
    }

    boolean isSameFile(NewUpload other) {
        return size == other.size && lastModified == other.lastModified && path.equals(other.path)
                && Objects.equals(document, other.document);
    }
}
