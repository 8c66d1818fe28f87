package org.hospitalviewer.ingest.upload;

import java.util.Locale;
import org.hospitalviewer.ingest.FileVerdict;
import org.hospitalviewer.language.Sentences;

/**
 * What became of one file that was brought, or of one inside of a ZIP.
 *
 * @param path             as the browser or the ZIP names it
 * @param sopInstanceUid   of the object in it, empty where none could be read
 * @param studyInstanceUid of the study it belongs to, empty where that could not be read
 * @param reason           why it was not taken, empty for what was
 */
public record FileFate(String path, FileVerdict.Outcome outcome, String sopInstanceUid, String studyInstanceUid,
                       String reason) {

    FileFate in(Locale language) {
        return new FileFate(path, outcome, sopInstanceUid, studyInstanceUid, Sentences.in(language, reason));
    }

    static FileFate refused(String path, String reason) {
        return new FileFate(path, FileVerdict.Outcome.REFUSED, "", "", reason);
    }
}
