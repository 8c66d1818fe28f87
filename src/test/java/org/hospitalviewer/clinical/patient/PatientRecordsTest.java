package org.hospitalviewer.clinical.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.hospitalviewer.access.Role.RADIOLOGIST;
import static org.hospitalviewer.access.Role.TECHNICIAN;
import static org.hospitalviewer.access.Role.VIEWER;
import static org.hospitalviewer.clinical.patient.PatientEntry.Kind.NOTES;
import static org.hospitalviewer.clinical.patient.PatientEntry.Kind.PRESCRIPTIONS;
import static org.hospitalviewer.clinical.patient.PatientEntry.Kind.REPORTS;
import static org.hospitalviewer.clinical.patient.PatientEntry.Kind.STUDIES;
import static org.hospitalviewer.clinical.report.ReportDesk.change;
import static org.hospitalviewer.clinical.report.ReportDesk.path;
import static org.hospitalviewer.clinical.report.ReportDesk.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.access.AuditEntry;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.access.Role;
import org.hospitalviewer.access.Users;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.clinical.note.NewNote;
import org.hospitalviewer.clinical.note.Notes;
import org.hospitalviewer.clinical.prescription.Medication;
import org.hospitalviewer.clinical.prescription.NewPrescription;
import org.hospitalviewer.clinical.prescription.Prescription;
import org.hospitalviewer.clinical.prescription.Prescriptions;
import org.hospitalviewer.clinical.report.ReportDesk;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;

/** What each role finds of one patient, gathered from archive and database. */
@ApplianceTest
class PatientRecordsTest {

    @LocalServerPort
    private int port;
    @Autowired
    private Archive archive;
    @Autowired
    private Users users;
    @Autowired
    private AuditLog audit;
    @Autowired
    private PatientRecords records;
    @Autowired
    private PatientNews news;
    @Autowired
    private Notes notes;
    @Autowired
    private Prescriptions prescriptions;

    private final String patientId = "odd/%20\"<" + UUID.randomUUID();
    private ReportDesk old;
    private ReportDesk recent;

    @BeforeEach
    void storeTwoStudies() throws IOException {
        old = store(patientId, "20200101");
        recent = store(patientId, "20210101");
        enter(RADIOLOGIST);
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    private ReportDesk store(String id, String date) throws IOException {
        return ReportDesk.open(archive, users, port, Slice.alone().with(Tag.PatientID, VR.LO, id)
                .with(Tag.StudyDate, VR.DA, date).with(Tag.StudyTime, VR.TM, "0800"));
    }

    private void enter(Role role) {
        UserDetails user = users.loadUserByUsername("reporting-" + role);
        SecurityContextHolder.getContext().setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
    }

    private PatientStudies patient() {
        return records.studiesWith(old.slice().studyUid()).orElseThrow();
    }

    private List<PatientEntry> entries() {
        return records.entriesOf(patient());
    }

    private List<PatientEntry.Kind> kinds() {
        return entries().stream().map(PatientEntry::kind).toList();
    }

    private Prescription prescribe(ReportDesk desk) {
        return prescriptions.add(new NewPrescription(desk.slice().studyUid(),
                List.of(new Medication("Ibuprofen", "", "", "", "")), "")).orElseThrow();
    }

    @Test
    void eachRoleSeesWhatItMayInTheOrderOfTime() throws IOException {
        old.draft("draft");
        read(recent.post(RADIOLOGIST, path(recent.draft("x")) + "/sign", change(1, "signed")), 200);
        notes.add(new NewNote(old.slice().studyUid(), old.slice().seriesUid(), null, "safety", "pacemaker"));
        prescribe(recent);

        assertThat(kinds()).containsExactly(PRESCRIPTIONS, NOTES, REPORTS, REPORTS, STUDIES, STUDIES);
        assertThat(patient().studies()).extracting(PatientStudy::studyInstanceUid)
                .containsExactly(recent.slice().studyUid(), old.slice().studyUid());
        enter(VIEWER);
        assertThat(kinds()).containsExactly(PRESCRIPTIONS, REPORTS, STUDIES, STUDIES);
        assertThat(patient().studies().getLast().report()).isNull();
        enter(TECHNICIAN);
        assertThat(kinds()).containsExactly(NOTES, STUDIES, STUDIES);
        assertThat(patient().studies().getFirst().report()).isNotNull();
        SecurityContextHolder.clearContext();
        assertThatThrownBy(this::patient).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aPrescriptionOutlivesItsStudyAndTellsWhenTheStudyBecameAnotherPatients() throws IOException {
        ReportDesk gone = store(patientId, "20220101");
        Prescription orphan = prescribe(gone);
        Prescription own = prescribe(old);
        archive.trash().orElseThrow().delete(gone.slice().studyUid(), "tester");

        List<PatientEntry.OfPrescription> found = entries().stream()
                .filter(PatientEntry.OfPrescription.class::isInstance).map(PatientEntry.OfPrescription.class::cast).toList();
        assertThat(found).extracting(entry -> entry.prescription().id()).containsExactly(own.id(), orphan.id());
        assertThat(found.getFirst().isOfAnotherNumber()).isFalse();
        assertThat(found.getLast().study()).isNull();
        Prescription moved = new Prescription(1, own.studyInstanceUid(), "another", own.medications(), "",
                own.prescribedBy(), own.prescribedAt(), null);
        assertThat(new PatientEntry.OfPrescription(moved, found.getFirst().study()).isOfAnotherNumber()).isTrue();
    }

    @Test
    void whoReadsWhatIsAuditedAndNewsTellTheStudy() {
        notes.add(new NewNote(old.slice().studyUid(), null, null, null, "one"));
        List<String> told = new ArrayList<>();
        Runnable end = news.subscribe(told::add);
        entries();
        assertThat(audit.newest(0, 5)).extracting(AuditEntry::action, AuditEntry::resourceId)
                .contains(tuple("READ_NOTES", old.slice().studyUid()));
        assertThat(told).isEmpty();
        prescribe(recent);
        end.run();
        prescribe(old);
        assertThat(told).containsExactly(recent.slice().studyUid());
    }

    @Test
    void aStudyThatIsNotThereLeadsToNobody() {
        assertThat(records.studiesWith("1.2.3.4.5.6")).isEmpty();
    }
}
