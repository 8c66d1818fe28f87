package org.hospitalviewer.ingest.upload;

import java.util.Locale;
import org.hospitalviewer.language.Sentences;

/**
 * An upload as its owner sees it.
 *
 * @param offset  bytes that are here; the next piece begins there
 * @param message why it is held, empty otherwise
 */
public record UploadStatus(String id, String path, long size, long lastModified, boolean document, long offset,
                           UploadState state, String message) {

    UploadStatus in(Locale language) {
        return new UploadStatus(id, path, size, lastModified, document, offset, state, Sentences.in(language, message));
    }
}
