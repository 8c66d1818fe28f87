package org.hospitalviewer.ui.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.hospitalviewer.clinical.report.ListedStudy;
import org.hospitalviewer.clinical.report.Person;
import org.hospitalviewer.clinical.report.StudyReading;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudyRowTest {

    @Test
    void aStudyIsWrittenForItsReader() {
        Attributes study = new Attributes();
        study.setString(Tag.PatientName, VR.PN, "Doe^Jane");
        study.setString(Tag.StudyDate, VR.DA, "20240229");
        study.setString(Tag.StudyTime, VR.TM, "134501.500");
        study.setString(Tag.ModalitiesInStudy, VR.CS, "CT", "SR");
        study.setString(Tag.NumberOfStudyRelatedInstances, VR.IS, "40");

        StudyRow row = StudyRow.of(listed(study), false, Locale.UK);

        assertThat(row.patientName()).isEqualTo("Doe, Jane");
        assertThat(row.studyDate()).isEqualTo("29 Feb 2024");
        assertThat(row.studyTime()).isEqualTo("13:45");
        assertThat(row.modalities()).isEqualTo("CT SR");
        assertThat(row.instanceCount()).isEqualTo(40);
    }

    @Test
    void whatTheArchiveDoesNotKnowStaysEmpty() {
        StudyRow row = StudyRow.of(listed(new Attributes()), false, Locale.UK);

        assertThat(row).isEqualTo(new StudyRow("", "", "", "", "", "", "", "", "", "", 0, 0, null, "", false, false));
    }

    @Test
    void whoIsToReadItHasAFullNameOrElseAUserName() {
        assertThat(readBy(new Person(1, "rad", "Dr. Rosa Reader")).reader()).isEqualTo("Dr. Rosa Reader");
        assertThat(readBy(new Person(1, "rad", " ")).reader()).isEqualTo("rad");
    }

    private static StudyRow readBy(Person reader) {
        return StudyRow.of(new ListedStudy(new Attributes(), null, new StudyReading(reader, true)), false, Locale.UK);
    }

    private static ListedStudy listed(Attributes study) {
        return new ListedStudy(study, null, new StudyReading(null, false));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            20241231,   31 Dec 2024
            20241341,   20241341
            2024.12.31, 2024.12.31
            long ago,   long ago
            """)
    void aDateThatIsNoneIsShownAsItStands(String stored, String shown) {
        assertThat(StudyRow.date(stored, Locale.UK)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            0800,          08:00
            235959.999999, 23:59
            24,            24
            2561,          2561
            noon,          noon
            """)
    void aTimeThatIsNoneIsShownAsItStands(String stored, String shown) {
        assertThat(StudyRow.time(stored, Locale.UK)).isEqualTo(shown);
    }
}
