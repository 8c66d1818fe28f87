package org.hospitalviewer.ui.patient;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.List;
import org.hospitalviewer.clinical.patient.PatientStudies;
import org.hospitalviewer.clinical.prescription.NewPrescription;
import org.hospitalviewer.clinical.prescription.Prescriptions;
import org.hospitalviewer.ui.KeptDialog;
import org.hospitalviewer.ui.admin.Banner;

/** Medicines are written, looked at once more together with the patient, and then prescribed for good. */
final class PrescriptionDialog extends KeptDialog {

    private static final int MAX_REMARK = 2_000;
    private static final int MOST_MEDICINES = 30;

    private final Prescriptions prescriptions;
    private final PatientStudies patient;
    private final Runnable done;
    private final StudyChoice study;
    private final List<MedicineFields> medicines = new ArrayList<>();
    private final Div rows = new Div();
    private final TextArea remark = new TextArea(getTranslation("patient.prescription.remark"));
    private final Button more =
            new Button(getTranslation("patient.medicine.add"), VaadinIcon.PLUS.create(), _ -> addMedicine());
    private final Div review = new Div();

    PrescriptionDialog(Prescriptions prescriptions, PatientStudies patient, Runnable done) {
        super("");
        this.prescriptions = prescriptions;
        this.patient = patient;
        this.done = done;
        study = new StudyChoice(patient);
        setHeaderTitle(getTranslation("patient.prescribe"));
        remark.setWidthFull();
        remark.setMaxLength(MAX_REMARK);
        more.addThemeVariants(ButtonVariant.TERTIARY);
        rows.addClassName("admin-form");
        review.addClassName("admin-form");
        form().add(study, rows, new Div(more), remark);
        add(review);
        addMedicine();
        write();
    }

    private void addMedicine() {
        MedicineFields fields = new MedicineFields(this::remove);
        medicines.add(fields);
        rows.add(fields);
        number();
        fields.begin();
    }

    private void remove(MedicineFields fields) {
        medicines.remove(fields);
        rows.remove(fields);
        number();
    }

    private void number() {
        for (int i = 0; i < medicines.size(); i++) {
            medicines.get(i).place(i + 1, medicines.size() == 1);
        }
        more.setVisible(medicines.size() < MOST_MEDICINES);
    }

    /** The form. */
    private void write() {
        form().setVisible(true);
        review.setVisible(false);
        Button next = new Button(getTranslation("patient.prescription.review"), _ -> check());
        next.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().removeAll();
        getFooter().add(cancel(), next);
    }

    private void check() {
        tellNothing();
        List<MedicineFields> filled = medicines.stream().filter(fields -> !fields.isBlank()).toList();
        if (filled.isEmpty()) {
            medicines.getFirst().isNamed();
        } else if (filled.stream().allMatch(MedicineFields::isNamed)) {
            lookAgain(new NewPrescription(study.getValue().studyInstanceUid(),
                    filled.stream().map(MedicineFields::value).toList(), remark.getValue()));
        }
    }

    private void lookAgain(NewPrescription wanted) {
        form().setVisible(false);
        review.setVisible(true);
        review.removeAll();
        review.add(new PatientHeading(patient.patient()), new MedicineList(wanted.medications()));
        if (!wanted.remark().isEmpty()) {
            review.add(Words.written(wanted.remark()));
        }
        review.add(new Banner(VaadinIcon.INFO_CIRCLE, getTranslation("patient.prescription.final"), false));
        getFooter().removeAll();
        getFooter().add(new Button(getTranslation("patient.prescription.back"), _ -> write()),
                onceOnly(getTranslation("patient.prescription.confirm"), () -> prescribe(wanted)));
    }

    private void prescribe(NewPrescription wanted) {
        keep(() -> prescriptions.add(wanted), () -> tell(getTranslation("patient.prescription.nostudy")), done);
    }
}
