package org.hospitalviewer.archive;

import java.nio.file.Path;
import java.time.LocalDate;

/**
 * An object of the archive as the index knows it; its file has not been opened.
 *
 * @param sha256       of the data set, in hexadecimal digits
 * @param bytes        length of the data set
 * @param receivedOn   day whose folder holds the file
 * @param relativePath of the file within the archive, with forward slashes
 */
public record HeldFile(String studyInstanceUid, String seriesInstanceUid, String sopInstanceUid, String transferSyntaxUid,
                       String sha256, long bytes, LocalDate receivedOn, String relativePath, Path file) {
}
