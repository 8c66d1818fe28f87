package org.hospitalviewer.ui.worklist;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hospitalviewer.archive.CorrectedValues;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Dictionary;
import org.hospitalviewer.dicom.data.Tag;

/** One input for each attribute that can be corrected, dates as year-month-day. */
final class CorrectionFields {

    private static final List<String> SEXES = List.of("", "F", "M", "O");

    private final UI ui = UI.getCurrent();
    private final Map<Integer, HasValue<?, String>> inputs = new LinkedHashMap<>();
    private String issuer;

    CorrectionFields(Attributes study) {
        issuer = study.getString(Tag.IssuerOfPatientID, "");
        for (int tag : CorrectedValues.CORRECTABLE) {
            if (tag != Tag.IssuerOfPatientID) {
                HasValue<?, String> input = tag == Tag.PatientSex ? sexes() : text(tag);
                input.setValue(shown(tag, study.getString(tag, "")));
                inputs.put(tag, input);
            }
        }
    }

    private TextField text(int tag) {
        TextField field = new TextField(label(tag));
        switch (tag) {
            case Tag.PatientName -> field.setHelperText(ui.getTranslation("study.correct.name.help"));
            case Tag.PatientBirthDate, Tag.StudyDate -> field.setPlaceholder(
                    ui.getTranslation("study.correct.date.help"));
            default -> { }
        }
        return field;
    }

    private ComboBox<String> sexes() {
        ComboBox<String> sexes = new ComboBox<>(label(Tag.PatientSex), SEXES);
        sexes.setItemLabelGenerator(sex -> ui.getTranslation("study.correct.sex." + (sex.isEmpty() ? "NONE" : sex)));
        return sexes;
    }

    /** Name of an attribute in the reader's language. */
    String label(int tag) {
        return ui.getTranslation("study.attribute." + Dictionary.keyword(tag).orElseThrow());
    }

    List<Component> inputs() {
        return inputs.values().stream().map(Component.class::cast).toList();
    }

    /** What is entered, as it is to be written. */
    CorrectedValues values() {
        Map<Integer, String> values = new LinkedHashMap<>();
        inputs.forEach((tag, input) -> values.put(tag,
                written(tag, input.getValue() == null ? "" : input.getValue())));
        values.put(Tag.IssuerOfPatientID, issuer);
        return new CorrectedValues(values);
    }

    /** Values of another patient. */
    void take(Map<Integer, String> values) {
        values.forEach((tag, value) -> {
            if (inputs.containsKey(tag)) {
                inputs.get(tag).setValue(shown(tag, value));
            }
        });
        issuer = values.getOrDefault(Tag.IssuerOfPatientID, "");
    }

    boolean hasBadInput() {
        return inputs.values().stream().anyMatch(input -> ((HasValidation) input).isInvalid());
    }

    /** Says at each field what is wrong with it. */
    void show(Map<Integer, CorrectedValues.Problem> problems) {
        inputs.forEach((tag, input) -> {
            CorrectedValues.Problem problem = problems.get(tag);
            HasValidation field = (HasValidation) input;
            field.setInvalid(problem != null);
            field.setErrorMessage(problem == null ? "" : ui.getTranslation("study.correct.problem." + problem));
        });
    }

    private static boolean isDate(int tag) {
        return tag == Tag.PatientBirthDate || tag == Tag.StudyDate;
    }

    private static String shown(int tag, String value) {
        if (tag == Tag.PatientSex) {
            return SEXES.contains(value) ? value : "";
        }
        return isDate(tag) ? value.replaceFirst("^(\\d{4})(\\d{2})(\\d{2})$", "$1-$2-$3") : value;
    }

    private static String written(int tag, String value) {
        return isDate(tag) ? value.strip().replaceFirst("^(\\d{4})-(\\d{2})-(\\d{2})$", "$1$2$3") : value;
    }
}
