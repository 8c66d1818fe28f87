package org.hospitalviewer.clinical.paper;

import java.io.IOException;
import java.util.Optional;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.clinical.prescription.Prescription;
import org.hospitalviewer.clinical.prescription.Prescriptions;
import org.springframework.stereotype.Service;

/** Prescriptions as PDF, for whoever may read them. */
@Service
public class PrescriptionPrinting {

    private final Prescriptions prescriptions;
    private final PrescriptionPaper paper;
    private final Stationery stationery;
    private final AuditLog audit;

    PrescriptionPrinting(Prescriptions prescriptions, PrescriptionPaper paper, Stationery stationery, AuditLog audit) {
        this.prescriptions = prescriptions;
        this.paper = paper;
        this.stationery = stationery;
        this.audit = audit;
    }

    /** Empty when there is no such prescription. */
    public Optional<byte[]> pdf(long prescriptionId) throws IOException {
        Optional<Prescription> found = prescriptions.find(prescriptionId);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        String study = found.get().studyInstanceUid();
        byte[] pdf = paper.print(new PrintedPrescription(found.get(), stationery.study(study), stationery.letterhead(),
                stationery.words()));
        audit.record("PRINT_PRESCRIPTION", "PRESCRIPTION", prescriptionId + " of study " + study,
                AuditLog.Result.SUCCESS);
        return Optional.of(pdf);
    }
}
