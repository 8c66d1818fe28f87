package org.hospitalviewer.ingest.upload;

import java.util.List;
import java.util.Locale;
import org.hospitalviewer.language.Sentences;

/**
 * Fates of files in the order in which they were decided.
 *
 * @param next what to ask from for those after them
 */
public record FateList(UploadState state, String message, List<FileFate> files, long next) {

    FateList in(Locale language) {
        return new FateList(state, Sentences.in(language, message), files.stream().map(file -> file.in(language)).toList(),
                next);
    }
}
