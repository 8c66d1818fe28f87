package org.hospitalviewer.clinical.note;

import java.util.stream.Stream;
import org.hospitalviewer.clinical.InvalidEntryException;
import org.hospitalviewer.clinical.report.PlainText;
import org.hospitalviewer.dicom.data.UID;

/**
 * What somebody wants to note.
 *
 * @param seriesInstanceUid null for the whole study
 * @param sopInstanceUid    null for the whole study or series
 * @param category          code of a {@link NoteCategory}; null for {@code general}
 */
public record NewNote(String studyInstanceUid, String seriesInstanceUid, String sopInstanceUid, String category,
                      String text) {

    static final int MAX_TEXT = 10_000;

    public NewNote {
        category = category == null ? NoteCategory.GENERAL.code() : category;
        text = PlainText.lines(text).strip();
    }

    /** @throws InvalidEntryException when it makes no sense */
    NewNote checked() {
        if (!UID.isAcceptable(studyInstanceUid)
                || Stream.of(optional(seriesInstanceUid), optional(sopInstanceUid)).anyMatch(uid -> !UID.isAcceptable(uid))
                || sopInstanceUid != null && seriesInstanceUid == null) {
            throw new InvalidEntryException("Say by UIDs what the note belongs to: a study, one of its series, an instance of that.");
        }
        checkedCategory(category);
        checkedText(text);
        return this;
    }

    private String optional(String uid) {
        return uid == null ? studyInstanceUid : uid;
    }

    static NoteCategory checkedCategory(String code) {
        return NoteCategory.of(code).orElseThrow(() -> new InvalidEntryException("There is no such category of notes."));
    }

    static String checkedText(String text) {
        if (text.isEmpty() || text.length() > MAX_TEXT) {
            throw new InvalidEntryException("A note has 1 to " + MAX_TEXT + " characters.");
        }
        return text;
    }
}
