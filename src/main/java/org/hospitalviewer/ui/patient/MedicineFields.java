package org.hospitalviewer.ui.patient;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hospitalviewer.clinical.prescription.Medication;

/** One medicine of a prescription that is being written. */
final class MedicineFields extends Div {

    private static final int MAX_LINE = 200;
    private static final int MAX_INSTRUCTIONS = 2_000;

    private final H3 heading = new H3();
    private final TextField drug = line("patient.medicine.drug");
    private final TextField dose = line("patient.medicine.dose");
    private final TextField frequency = line("patient.medicine.frequency");
    private final TextField duration = line("patient.medicine.duration");
    private final TextArea instructions = new TextArea(getTranslation("patient.medicine.instructions"));
    private final Button remove = new Button(getTranslation("patient.medicine.remove"));

    MedicineFields(Consumer<MedicineFields> removed) {
        addClassName("medicine-fields");
        drug.setRequiredIndicatorVisible(true);
        drug.addValueChangeListener(_ -> drug.setInvalid(false));
        drug.setErrorMessage(getTranslation("patient.medicine.unnamed"));
        drug.addClassName("wide");
        instructions.setMaxLength(MAX_INSTRUCTIONS);
        instructions.addClassName("wide");
        dose.setPlaceholder(getTranslation("patient.medicine.dose.example"));
        frequency.setPlaceholder(getTranslation("patient.medicine.frequency.example"));
        duration.setPlaceholder(getTranslation("patient.medicine.duration.example"));
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        remove.addClickListener(_ -> removed.accept(this));
        Div head = new Div(heading, remove);
        head.addClassNames("medicine-head", "wide");
        add(head, drug, dose, frequency, duration, instructions);
    }

    private TextField line(String key) {
        TextField field = new TextField(getTranslation(key));
        field.setMaxLength(MAX_LINE);
        return field;
    }

    /** @param alone whether it is the only one, which cannot be removed */
    void place(int number, boolean alone) {
        heading.setText(getTranslation("patient.medicine.number", number));
        remove.setVisible(!alone);
        remove.setAriaLabel(getTranslation("patient.medicine.remove") + " " + number);
    }

    boolean isBlank() {
        return Stream.of(drug.getValue(), dose.getValue(), frequency.getValue(), duration.getValue(),
                instructions.getValue()).allMatch(String::isBlank);
    }

    /** Whether it has a name; says so when it has none. */
    boolean isNamed() {
        boolean named = !drug.getValue().isBlank();
        drug.setInvalid(!named);
        if (!named) {
            drug.focus();
        }
        return named;
    }

    Medication value() {
        return new Medication(drug.getValue(), dose.getValue(), frequency.getValue(), duration.getValue(),
                instructions.getValue());
    }

    void begin() {
        drug.focus();
    }
}
