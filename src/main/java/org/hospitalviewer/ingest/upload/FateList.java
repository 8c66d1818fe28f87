package org.hospitalviewer.ingest.upload;

import java.util.List;

/**
 * Fates of files in the order in which they were decided.
 *
 * @param next what to ask from for those after them
 */
public record FateList(UploadState state, String message, List<FileFate> files, long next) {
}
