package org.hospitalviewer.clinical.note;

import org.hospitalviewer.clinical.InvalidEntryException;
import org.hospitalviewer.clinical.report.PlainText;

/**
 * Another text for a note.
 *
 * @param version  the one that the caller knows
 * @param category code of a {@link NoteCategory}; null to leave it
 */
public record NoteChange(Integer version, String category, String text) {

    public NoteChange {
        text = PlainText.lines(text).strip();
    }

    /** @throws InvalidEntryException when it makes no sense */
    NoteChange checked() {
        if (version == null) {
            throw new InvalidEntryException("Say which version is changed.");
        }
        if (category != null) {
            NewNote.checkedCategory(category);
        }
        NewNote.checkedText(text);
        return this;
    }
}
