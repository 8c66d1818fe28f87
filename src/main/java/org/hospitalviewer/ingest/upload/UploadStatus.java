package org.hospitalviewer.ingest.upload;

/**
 * An upload as its owner sees it.
 *
 * @param offset  bytes that are here; the next piece begins there
 * @param message why it is held, empty otherwise
 */
public record UploadStatus(String id, String path, long size, long lastModified, boolean document, long offset,
                           UploadState state, String message) {
}
