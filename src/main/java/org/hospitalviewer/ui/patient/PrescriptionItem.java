package org.hospitalviewer.ui.patient;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Locale;
import org.hospitalviewer.access.Account;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.clinical.patient.PatientEntry;
import org.hospitalviewer.clinical.prescription.Prescription;
import org.hospitalviewer.ui.admin.Banner;
import org.hospitalviewer.ui.admin.Readable;

/** A prescription; a withdrawn one is struck through and says why. */
final class PrescriptionItem extends EntryItem {

    /** @param heading what prescriptions are called */
    PrescriptionItem(PatientEntry.OfPrescription entry, EntryWork work, String heading, Locale locale) {
        super(VaadinIcon.PILLS, heading, Words.moment(entry.at(), locale));
        Prescription prescription = entry.prescription();
        boolean holds = prescription.withdrawn() == null;
        if (!holds) {
            badge(getTranslation("patient.withdrawn"), "state-bad");
        }
        if (entry.isOfAnotherNumber()) {
            say(new Banner(VaadinIcon.WARNING, getTranslation("patient.prescription.moved",
                    prescription.patientIdentifier()), true));
        }
        HtmlContainer said = new HtmlContainer(holds ? "div" : "del");
        said.addClassName("prescribed");
        said.add(new MedicineList(prescription.medications()));
        if (!prescription.remark().isEmpty()) {
            said.add(Words.written(prescription.remark()));
        }
        say(said);
        quiet(entry.study() == null ? getTranslation("patient.prescribed.orphan", Words.of(prescription.prescribedBy()))
                : getTranslation("patient.prescribed", Words.of(prescription.prescribedBy()),
                        Words.of(entry.study(), locale)));
        if (!holds) {
            say(Words.written(getTranslation("patient.withdrawn.why", Words.of(prescription.withdrawn().by()),
                    Readable.moment(prescription.withdrawn().at(), locale), prescription.withdrawn().reason())));
        }
        link("api/prescriptions/" + prescription.id() + "/pdf", getTranslation("patient.prescription.print"), true);
        if (holds && Account.current().may(Action.PRESCRIBE)) {
            button(getTranslation("patient.withdraw"), () -> new WithdrawDialog(prescription, work).open());
        }
    }
}
