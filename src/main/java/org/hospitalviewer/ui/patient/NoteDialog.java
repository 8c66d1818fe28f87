package org.hospitalviewer.ui.patient;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Optional;
import org.hospitalviewer.clinical.OutdatedEntryException;
import org.hospitalviewer.clinical.note.NewNote;
import org.hospitalviewer.clinical.note.Note;
import org.hospitalviewer.clinical.note.NoteCategory;
import org.hospitalviewer.clinical.note.NoteChange;
import org.hospitalviewer.clinical.note.Notes;
import org.hospitalviewer.clinical.patient.PatientStudies;
import org.hospitalviewer.ui.KeptDialog;

/** Text and category of a note. Whatever somebody else did to it meanwhile, the typed text stays. */
final class NoteDialog extends KeptDialog {

    private static final int MAX_TEXT = 10_000;

    private final Notes notes;
    private final Runnable done;
    private final StudyChoice study;
    private final Select<NoteCategory> category = new Select<>();
    private final TextArea text = new TextArea(getTranslation("patient.note.text"));
    /** What is changed, in the version that is known; null for a new note. */
    private Note known;

    private NoteDialog(String title, Notes notes, PatientStudies patient, Runnable done) {
        super(title);
        this.notes = notes;
        this.done = done;
        study = new StudyChoice(patient);
        category.setLabel(getTranslation("patient.note.category"));
        category.setItems(NoteCategory.values());
        category.setItemLabelGenerator(one -> getTranslation("patient.category." + one));
        category.setValue(NoteCategory.GENERAL);
        category.setWidthFull();
        text.setWidthFull();
        text.setMinHeight("9rem");
        text.setMaxHeight("45vh");
        text.setMaxLength(MAX_TEXT);
        text.focus();
        form().add(study, category, text);
        getFooter().add(cancel(), onceOnly(getTranslation("admin.save"), this::save));
    }

    static NoteDialog forNew(Notes notes, PatientStudies patient, Runnable done) {
        NoteDialog dialog = new NoteDialog("", notes, patient, done);
        dialog.setHeaderTitle(dialog.getTranslation("patient.note.add"));
        return dialog;
    }

    static NoteDialog forPresent(Notes notes, PatientStudies patient, Note note, Runnable done) {
        NoteDialog dialog = new NoteDialog("", notes, patient, done);
        dialog.setHeaderTitle(dialog.getTranslation("patient.note.edit.title"));
        dialog.known = note;
        patient.study(note.studyInstanceUid()).ifPresent(dialog.study::setValue);
        dialog.study.setReadOnly(true);
        dialog.category.setValue(note.category());
        dialog.text.setValue(note.text());
        return dialog;
    }

    private void save() {
        try {
            keep(this::kept, this::gone, done);
        } catch (OutdatedEntryException e) {
            notes.ofStudy(known.studyInstanceUid()).stream().filter(note -> note.id() == known.id()).findFirst()
                    .ifPresentOrElse(this::outdated, this::gone);
        }
    }

    private Optional<Note> kept() {
        String code = category.getValue().code();
        return known == null
                ? notes.add(new NewNote(study.getValue().studyInstanceUid(), null, null, code, text.getValue()))
                : notes.change(known.id(), new NoteChange(known.version(), code, text.getValue()));
    }

    /** Saving once more, after reading what it says now, replaces that. */
    private void outdated(Note newest) {
        known = newest;
        tell(getTranslation("patient.note.outdated", Words.of(newest.modifiedBy()), newest.text()));
    }

    private void gone() {
        tell(getTranslation(known == null ? "patient.note.nostudy" : "patient.note.gone"));
        known = null;
        study.setReadOnly(false);
    }
}
