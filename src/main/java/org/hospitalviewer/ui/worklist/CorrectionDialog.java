package org.hospitalviewer.ui.worklist;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import java.util.Map;
import java.util.TreeMap;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.CorrectedValues;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.study.InvalidCorrectionException;
import org.hospitalviewer.study.StudyCorrections;

/** Patient and study data to be corrected: first what it shall say, then what will change. */
final class CorrectionDialog extends Dialog {

    private static final int SHOWN_MS = 6_000;

    private final Attributes study;
    private final StudyCorrections corrections;
    private final CorrectionFields fields;
    private final Div entry = new Div();
    private final Div review = new Div();
    private final Button back = new Button(getTranslation("study.correct.back"), _ -> show(true));
    private final Button next = new Button(getTranslation("study.correct.review"), _ -> review());
    private final Button apply = new Button(getTranslation("study.correct.apply"), _ -> apply());

    CorrectionDialog(Attributes study, StudyCorrections corrections, Archive archive) {
        this.study = study;
        this.corrections = corrections;
        this.fields = new CorrectionFields(study);
        setHeaderTitle(getTranslation("study.correct.title"));
        Paragraph sentence = new Paragraph(getTranslation("study.correct.sentence"));
        sentence.addClassName("quiet");
        entry.addClassName("admin-form");
        entry.add(sentence, otherPatient(archive));
        fields.inputs().forEach(entry::add);
        review.addClassName("admin-form");
        add(entry, review);
        next.addThemeVariants(ButtonVariant.PRIMARY);
        apply.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("admin.cancel"), _ -> close()), back, next, apply);
        setWidth("min(36rem, 95vw)");
        show(true);
    }

    private ComboBox<KnownPatient> otherPatient(Archive archive) {
        ComboBox<KnownPatient> others = new ComboBox<>(getTranslation("study.correct.other"));
        others.setHelperText(getTranslation("study.correct.other.help"));
        others.setItems(query -> KnownPatient.find(archive, query.getFilter().orElse(""), query.getOffset(),
                query.getLimit()));
        others.setItemLabelGenerator(KnownPatient::label);
        others.addValueChangeListener(event -> {
            if (event.getValue() != null) {
                fields.take(event.getValue().values());
            }
        });
        return others;
    }

    private void show(boolean entering) {
        entry.setVisible(entering);
        next.setVisible(entering);
        review.setVisible(!entering);
        back.setVisible(!entering);
        apply.setVisible(!entering);
    }

    private void review() {
        Map<Integer, CorrectedValues.Problem> problems = fields.values().problems();
        fields.show(problems);
        if (!problems.isEmpty() || fields.hasBadInput()) {
            return;
        }
        Map<Integer, String> changes = changes();
        review.removeAll();
        review.add(changes.isEmpty() ? new Paragraph(getTranslation("study.correct.nothing"))
                : new Paragraph(getTranslation("study.correct.changes",
                        study.getInt(Tag.NumberOfStudyRelatedInstances, 0))));
        changes.forEach((tag, value) -> review.add(new ChangedValue(fields.label(tag), study.getString(tag, ""), value)));
        apply.setEnabled(!changes.isEmpty());
        show(false);
    }

    private Map<Integer, String> changes() {
        Map<Integer, String> changes = new TreeMap<>();
        fields.values().values().forEach((tag, value) -> {
            if (!value.equals(study.getString(tag, ""))) {
                changes.put(tag, value);
            }
        });
        return changes;
    }

    private void apply() {
        try {
            boolean asked = corrections.request(study.getString(Tag.StudyInstanceUID), new CorrectedValues(changes()))
                    .isPresent();
            Notification.show(getTranslation(asked ? "study.correct.asked" : "study.correct.nothing"), SHOWN_MS,
                    Notification.Position.BOTTOM_START);
            close();
        } catch (InvalidCorrectionException e) {
            fields.show(e.problems());
            show(true);
        }
    }
}
