package org.hospitalviewer.clinical.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.hospitalviewer.clinical.report.ListedStudy;
import org.hospitalviewer.clinical.report.StudyReading;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which studies are one patient's, and in which order. */
class PatientStudiesTest {

    private static final PatientIdentity JANE = new PatientIdentity("P1", "A", "Doe^Jane", "19700131", "F");

    private static PatientStudy study(String uid, PatientIdentity patient, String date, String time) {
        return new PatientStudy(uid, patient, date, time, "CT", "", "", 1, 1, null, new StudyReading(null, false));
    }

    private static PatientStudy study(String uid, PatientIdentity patient) {
        return study(uid, patient, "20200101", "");
    }

    private static PatientIdentity named(String name, String birthDate) {
        return new PatientIdentity("P1", "", name, birthDate, "");
    }

    private static PatientStudies asked(PatientStudy asked, PatientStudy... others) {
        return PatientStudies.sorted(asked, Arrays.asList(others), false);
    }

    private static List<String> uids(List<PatientStudy> studies) {
        return studies.stream().map(PatientStudy::studyInstanceUid).toList();
    }

    /** A bar divides the values of the other study: number, issuer, name, birth date. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            P1|A|Doe^Jane|19700131;        own
            P1||doe^JANE^Mary^Dr.|;        own
            P1||Doe Jane|19700131;         own
            P1|||;                         own
            P1||Ｄoe^Jane=山田|;            own
            P1|A|Doe^John|19700131;        doubtful
            P1|A|Doe^Jane|19710131;        doubtful
            P1||=山田^花子|19700131;        doubtful
            P1|B|Doe^Jane|19700131;        no
            p1|A|Doe^Jane|19700131;        no
            P1*|A|Doe^Jane|19700131;       no""")
    void aStudyIsThePatientsWhenAllThatBothSayAgrees(String values, String belongs) {
        String[] value = values.split("\\|", -1);
        PatientStudy other = study("2", new PatientIdentity(value[0], value[1], value[2], value[3], ""));

        PatientStudies patient = asked(study("1", JANE), study("1", JANE), other);

        assertThat(uids(patient.studies())).isEqualTo(belongs.equals("own") ? List.of("1", "2") : List.of("1"));
        assertThat(uids(patient.doubtful())).isEqualTo(belongs.equals("doubtful") ? List.of("2") : List.of());
    }

    @Test
    void whereTheStudySaysNothingOthersThatContradictEachOtherAreLeftToPeople() {
        PatientStudy silent = study("1", named("Doe^Jane", ""));
        PatientStudy one = study("2", named("Doe^Jane", "19700131"));
        PatientStudy other = study("3", named("Doe^Jane", "19800131"));
        PatientStudy alsoSilent = study("4", named("Doe^Jane", ""));

        assertThat(uids(asked(silent, one, alsoSilent).studies())).containsExactly("1", "2", "4");
        assertThat(asked(silent, one, alsoSilent).patient().birthDate()).isEqualTo("19700131");
        PatientStudies patient = asked(silent, one, other, alsoSilent);
        assertThat(uids(patient.studies())).containsExactly("1", "4");
        assertThat(uids(patient.doubtful())).containsExactly("2", "3");
        assertThat(patient.patient().birthDate()).isEmpty();
    }

    @Test
    void aStudyWithoutNumberIsAloneWhateverElseHasNone() {
        PatientIdentity unnumbered = new PatientIdentity("", "", "Doe^Jane", "", "");
        PatientStudies patient = asked(study("1", unnumbered));
        assertThat(patient.isUnnumbered()).isTrue();
        assertThat(uids(patient.studies())).containsExactly("1");
    }

    @Test
    void theNewestComeFirstAndThoseWithoutADateLast() {
        PatientStudies patient = asked(study("undated", JANE, "", ""), study("morning", JANE, "20200202", "08"),
                study("evening", JANE, "20200202", "201500.12"), study("odd", JANE, "2020-02", "0800"),
                study("later", JANE, "20210101", "9999"));
        assertThat(uids(patient.studies())).containsExactly("later", "evening", "morning", "odd", "undated");
        assertThat(patient.studies().get(1).at()).isEqualTo(LocalDateTime.of(2020, 2, 2, 20, 15));
        assertThat(patient.studies().getFirst().at()).isEqualTo(LocalDateTime.of(2021, 1, 1, 0, 0));
    }

    @Test
    void whatTheArchiveDoesNotKnowIsEmpty() {
        Attributes bare = new Attributes();
        bare.setString(Tag.StudyInstanceUID, VR.UI, "1.2");
        PatientStudy study = PatientStudy.of(new ListedStudy(bare, null, new StudyReading(null, false)));
        assertThat(study.patient()).isEqualTo(new PatientIdentity("", "", "", "", ""));
        assertThat(study.at()).isEqualTo(LocalDateTime.MIN);
    }
}
