package org.hospitalviewer.clinical.prescription;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hospitalviewer.access.Account;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.access.Doorkeeper;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.ArchiveQuery;
import org.hospitalviewer.archive.Match;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.clinical.EntryChanged;
import org.hospitalviewer.clinical.InvalidEntryException;
import org.hospitalviewer.clinical.report.PlainText;
import org.hospitalviewer.dicom.data.Tag;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Medicines for patients. */
@Service
public class Prescriptions {

    private static final int MOST_PER_STUDY = 500;
    private static final int MOST_PER_PAGE = 500;
    private static final int MAX_REASON = 1_000;

    private final PrescriptionTable table;
    private final Archive archive;
    private final Doorkeeper doorkeeper;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    Prescriptions(PrescriptionTable table, Archive archive, Doorkeeper doorkeeper, AuditLog audit,
                  ApplicationEventPublisher events) {
        this.table = table;
        this.archive = archive;
        this.doorkeeper = doorkeeper;
        this.audit = audit;
        this.events = events;
    }

    /** The newest first. */
    public List<Prescription> ofStudy(String studyInstanceUid) {
        doorkeeper.require(Action.READ_PRESCRIPTIONS, studyInstanceUid);
        return read("STUDY", studyInstanceUid, table.ofStudy(studyInstanceUid));
    }

    /** The same for several studies; of those without prescriptions nobody reads anything. */
    public List<Prescription> ofStudies(Collection<String> studyInstanceUids) {
        doorkeeper.require(Action.READ_PRESCRIPTIONS, "studies");
        List<Prescription> found = table.ofStudies(studyInstanceUids);
        found.stream().map(Prescription::studyInstanceUid).distinct().forEach(study -> read("STUDY", study, found));
        return found;
    }

    /**
     * The newest first.
     *
     * @param patientIdentifier Patient ID (0010,0020)
     * @param before            number of a prescription to go on after; null for the start
     */
    public List<Prescription> ofPatient(String patientIdentifier, Long before, int limit) {
        doorkeeper.require(Action.READ_PRESCRIPTIONS, patientIdentifier);
        // Studies without a Patient ID are not all of one patient.
        List<Prescription> found = patientIdentifier.isBlank() ? List.of() : table.ofPatient(patientIdentifier,
                before == null ? Long.MAX_VALUE : before, Math.clamp(limit, 1, MOST_PER_PAGE));
        return read("PATIENT", patientIdentifier, found);
    }

    private List<Prescription> read(String kind, String id, List<Prescription> prescriptions) {
        audit.record("READ_PRESCRIPTIONS", kind, id, AuditLog.Result.SUCCESS);
        return prescriptions;
    }

    /** One of them. */
    public Optional<Prescription> find(long id) {
        doorkeeper.require(Action.READ_PRESCRIPTIONS, Long.toString(id));
        return table.find(id).map(prescription -> audited("READ_PRESCRIPTION", prescription));
    }

    /**
     * Prescribes.
     *
     * @return empty when the archive has no such study
     * @throws InvalidEntryException when it makes no sense
     */
    public Optional<Prescription> add(NewPrescription wanted) {
        doorkeeper.require(Action.PRESCRIBE, String.valueOf(wanted.studyInstanceUid()));
        NewPrescription added = wanted.checked();
        return archive.find(ArchiveQuery.of(QueryLevel.STUDY,
                        List.of(new Match.Equal(Tag.StudyInstanceUID, added.studyInstanceUid())), 0, 1))
                .stream().findFirst().flatMap(study -> inserted(added, study.getString(Tag.PatientID, "")));
    }

    private Optional<Prescription> inserted(NewPrescription added, String patientIdentifier) {
        if (table.count(added.studyInstanceUid()) >= MOST_PER_STUDY) {
            throw new InvalidEntryException("A study holds " + MOST_PER_STUDY + " prescriptions at most.");
        }
        return table.find(table.insert(added, patientIdentifier, Account.current().id()))
                .map(prescription -> changed("PRESCRIBE", prescription));
    }

    /**
     * Says that a prescription holds no more.
     *
     * @return empty when there is no such prescription
     * @throws InvalidEntryException when no reason is given
     */
    public Optional<Prescription> withdraw(long id, String reason) {
        doorkeeper.require(Action.PRESCRIBE, Long.toString(id));
        String why = PlainText.line(reason);
        if (why.isEmpty() || why.length() > MAX_REASON) {
            throw new InvalidEntryException("Say why, in " + MAX_REASON + " characters at most.");
        }
        if (table.withdraw(id, why, Account.current().id())) {
            return table.find(id).map(prescription -> changed("WITHDRAW_PRESCRIPTION", prescription));
        }
        return table.find(id);
    }

    private Prescription changed(String action, Prescription prescription) {
        events.publishEvent(new EntryChanged(prescription.studyInstanceUid()));
        return audited(action, prescription);
    }

    private Prescription audited(String action, Prescription prescription) {
        audit.record(action, "PRESCRIPTION", prescription.id() + " of study " + prescription.studyInstanceUid(),
                AuditLog.Result.SUCCESS);
        return prescription;
    }
}
