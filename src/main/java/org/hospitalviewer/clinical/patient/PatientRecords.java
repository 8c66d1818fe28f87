package org.hospitalviewer.clinical.patient;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.Doorkeeper;
import org.hospitalviewer.archive.ArchiveQuery;
import org.hospitalviewer.archive.Match;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.clinical.note.Notes;
import org.hospitalviewer.clinical.prescription.Prescription;
import org.hospitalviewer.clinical.prescription.Prescriptions;
import org.hospitalviewer.clinical.report.ReadingFilter;
import org.hospitalviewer.clinical.report.ReadingWorklist;
import org.hospitalviewer.clinical.report.Reports;
import org.hospitalviewer.dicom.data.Tag;
import org.springframework.stereotype.Service;

/** Gathers what the current user may see of one patient. */
@Service
public class PatientRecords {

    /** More than one patient ever has. */
    static final int MOST_STUDIES = 500;
    private static final int MOST_PRESCRIPTIONS = 500;

    private final ReadingWorklist studies;
    private final Reports reports;
    private final Prescriptions prescriptions;
    private final Notes notes;
    private final Doorkeeper doorkeeper;

    PatientRecords(ReadingWorklist studies, Reports reports, Prescriptions prescriptions, Notes notes,
                   Doorkeeper doorkeeper) {
        this.studies = studies;
        this.reports = reports;
        this.prescriptions = prescriptions;
        this.notes = notes;
        this.doorkeeper = doorkeeper;
    }

    /**
     * The studies of the patient of a study.
     *
     * @return empty when the archive has no such study
     * @throws org.hospitalviewer.archive.ArchiveUnavailableException when the archive does not answer
     */
    public Optional<PatientStudies> studiesWith(String studyInstanceUid) {
        doorkeeper.require(Action.SEARCH_STUDIES, studyInstanceUid);
        return find(new Match.Equal(Tag.StudyInstanceUID, studyInstanceUid), 1).stream().findFirst().map(asked -> {
            List<PatientStudy> numbered = asked.patient().id().isEmpty() ? List.of()
                    : find(new Match.Equal(Tag.PatientID, asked.patient().id()), MOST_STUDIES);
            return PatientStudies.sorted(asked, numbered, numbered.size() == MOST_STUDIES);
        });
    }

    private List<PatientStudy> find(Match match, int limit) {
        ArchiveQuery query = new ArchiveQuery(QueryLevel.STUDY, List.of(match), Set.of(Tag.IssuerOfPatientID), false,
                List.of(), 0, limit);
        return studies.find(query, ReadingFilter.ALL).stream().map(PatientStudy::of).toList();
    }

    /** What the current user may see of patients. */
    public Set<PatientEntry.Kind> visibleKinds() {
        Set<PatientEntry.Kind> kinds = EnumSet.of(PatientEntry.Kind.STUDIES);
        if (doorkeeper.allows(Action.READ_REPORTS)) {
            kinds.add(PatientEntry.Kind.REPORTS);
        }
        if (doorkeeper.allows(Action.READ_PRESCRIPTIONS)) {
            kinds.add(PatientEntry.Kind.PRESCRIPTIONS);
        }
        if (doorkeeper.allows(Action.READ_NOTES)) {
            kinds.add(PatientEntry.Kind.NOTES);
        }
        return kinds;
    }

    /** Everything that the current user may see, the newest first. */
    public List<PatientEntry> entriesOf(PatientStudies patient) {
        List<PatientEntry> entries = new ArrayList<>();
        visibleKinds().forEach(kind -> (switch (kind) {
            case STUDIES -> patient.studies().stream().map(PatientEntry.OfStudy::new);
            case REPORTS -> reportsOf(patient);
            case PRESCRIPTIONS -> prescriptionsOf(patient);
            case NOTES -> notesOf(patient);
        }).forEach(entries::add));
        entries.sort(Comparator.comparing(PatientEntry::at).reversed());
        return entries;
    }

    private Stream<PatientEntry> reportsOf(PatientStudies patient) {
        return patient.studies().stream().filter(study -> study.report() != null)
                .flatMap(study -> reports.ofStudy(study.studyInstanceUid()).stream()
                        .map(open -> new PatientEntry.OfReport(open.report(), study)));
    }

    private Stream<PatientEntry> notesOf(PatientStudies patient) {
        return notes.ofStudies(uids(patient.studies())).stream().flatMap(note -> patient.study(note.studyInstanceUid())
                .map(study -> new PatientEntry.OfNote(note, study)).stream());
    }

    /** With those of studies that have left the archive: that a medicine was prescribed stays true. */
    private Stream<PatientEntry> prescriptionsOf(PatientStudies patient) {
        List<Prescription> own = prescriptions.ofStudies(uids(patient.studies()));
        List<Prescription> numbered = patient.isUnnumbered() ? List.of()
                : prescriptions.ofPatient(patient.asked().patient().id(), null, MOST_PRESCRIPTIONS);
        Stream<Prescription> orphaned = numbered.stream().filter(prescription -> !own.contains(prescription)
                && find(new Match.Equal(Tag.StudyInstanceUID, prescription.studyInstanceUid()), 1).isEmpty());
        return Stream.concat(own.stream(), orphaned).map(prescription -> new PatientEntry.OfPrescription(prescription,
                patient.study(prescription.studyInstanceUid()).orElse(null)));
    }

    private static List<String> uids(List<PatientStudy> studies) {
        return studies.stream().map(PatientStudy::studyInstanceUid).toList();
    }
}
