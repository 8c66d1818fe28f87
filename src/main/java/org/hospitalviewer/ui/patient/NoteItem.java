package org.hospitalviewer.ui.patient;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Locale;
import org.hospitalviewer.access.Account;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.clinical.note.Note;
import org.hospitalviewer.clinical.patient.PatientEntry;
import org.hospitalviewer.clinical.patient.PatientStudies;
import org.hospitalviewer.ui.admin.Readable;

/** A note; whoever made it changes and deletes it. */
final class NoteItem extends EntryItem {

    /** @param category in words */
    NoteItem(PatientEntry.OfNote entry, PatientStudies patient, EntryWork work, String category, Locale locale) {
        super(VaadinIcon.COMMENT_O, category, Words.moment(entry.at(), locale));
        Note note = entry.note();
        quiet(getTranslation(note.sopInstanceUid() != null ? "patient.of.image"
                : note.seriesInstanceUid() != null ? "patient.of.series" : "patient.of", Words.of(entry.study(), locale)));
        say(Words.written(note.text()));
        quiet(note.version() == 1 ? getTranslation("patient.note.by", Words.of(note.createdBy()))
                : getTranslation("patient.note.changed", Words.of(note.createdBy()), Words.of(note.modifiedBy()),
                        Readable.moment(note.updatedAt(), locale)));
        if (mayChange(note)) {
            button(getTranslation("patient.note.edit"),
                    () -> NoteDialog.forPresent(work.notes(), patient, note, work.done()).open());
            button(getTranslation("patient.note.delete"), () -> ask(note, work));
        }
    }

    private static boolean mayChange(Note note) {
        Account account = Account.current();
        return account.may(Action.MANAGE_NOTES)
                || account.may(Action.WRITE_NOTES) && note.createdBy().id() == account.id();
    }

    private void ask(Note note, EntryWork work) {
        ConfirmDialog question = new ConfirmDialog();
        question.setHeader(getTranslation("patient.note.delete.title"));
        question.add(Words.written(note.text()));
        question.setConfirmText(getTranslation("patient.note.delete"));
        question.setConfirmButtonTheme("error primary");
        question.setCancelable(true);
        question.setCancelText(getTranslation("admin.cancel"));
        question.addConfirmListener(_ -> {
            work.notes().delete(note.id());
            work.done().run();
        });
        question.open();
    }
}
