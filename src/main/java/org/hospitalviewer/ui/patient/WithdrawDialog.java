package org.hospitalviewer.ui.patient;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import org.hospitalviewer.clinical.prescription.Prescription;
import org.hospitalviewer.ui.KeptDialog;

/** Withdraws a prescription, with a reason. */
final class WithdrawDialog extends KeptDialog {

    private static final int MAX_REASON = 1_000;

    WithdrawDialog(Prescription prescription, EntryWork work) {
        super("");
        setHeaderTitle(getTranslation("patient.withdraw.title"));
        TextField reason = new TextField(getTranslation("patient.withdraw.reason"));
        reason.setRequiredIndicatorVisible(true);
        reason.setWidthFull();
        reason.setMaxLength(MAX_REASON);
        reason.focus();
        form().add(new MedicineList(prescription.medications()), new Paragraph(getTranslation("patient.withdraw.sentence")),
                reason);
        Button withdraw = onceOnly(getTranslation("patient.withdraw"), () -> keep(
                () -> work.prescriptions().withdraw(prescription.id(), reason.getValue()),
                () -> tell(getTranslation("patient.prescription.gone")), work.done()));
        withdraw.addThemeVariants(ButtonVariant.ERROR);
        getFooter().add(cancel(), withdraw);
    }
}
