package org.hospitalviewer.clinical.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.hospitalviewer.appliance.Home;
import org.hospitalviewer.clinical.prescription.Medication;
import org.hospitalviewer.clinical.prescription.Prescription;
import org.hospitalviewer.clinical.report.Person;
import org.hospitalviewer.clinical.report.ReportContent;
import org.hospitalviewer.clinical.report.ReportField;
import org.hospitalviewer.clinical.report.ReportStatus;
import org.hospitalviewer.clinical.report.ReportVersion;
import org.hospitalviewer.clinical.report.Signature;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;
import org.hospitalviewer.language.Language;

/** Printed reports and prescriptions for tests, without a server. */
final class PaperSample {

    private static final Person WRITER = new Person(1, "writer", "Dr. Ana Muñoz");
    private static final Instant TIME = Instant.parse("2026-02-03T10:00:00Z");

    private static final Letterhead LETTERHEAD =
            new Letterhead("Clínica São João", "Rua 1, 4000 Porto", "+351 22 000 000", new byte[0]);

    static final PaperWords ENGLISH = new PaperWords(new Language("en"));
    static final PaperWords SPANISH = new PaperWords(new Language("es"));

    private PaperSample() {
    }

    static byte[] print(PrintedReport report) {
        try {
            return new ReportPaper(layouts()).print(report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] print(PrintedPrescription prescription) {
        try {
            return new PrescriptionPaper(layouts()).print(prescription);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TextLayouts layouts() {
        return new TextLayouts(new PaperFonts(new Home(Path.of("target", "paper-test"))));
    }

    /** @param patientId of the study when it was prescribed; P-17 is what the study says now */
    static PrintedPrescription prescription(String patientId, Prescription.Withdrawal withdrawn, Medication... medicines) {
        return prescription(ENGLISH, patientId, withdrawn, medicines);
    }

    static PrintedPrescription prescription(PaperWords words, String patientId, Prescription.Withdrawal withdrawn,
                                            Medication... medicines) {
        return new PrintedPrescription(new Prescription(12, "1.2.3.4", patientId, List.of(medicines),
                "Come back in a week.", WRITER, TIME, withdrawn), study(), LETTERHEAD, words);
    }

    static Prescription.Withdrawal withdrawal(String reason) {
        return new Prescription.Withdrawal(WRITER, TIME, reason);
    }

    static PrintedReport report(ReportStatus status, String findings, String impression, List<Illustration> pictures) {
        return report(ENGLISH, status, "Fracture overlooked", findings, impression, pictures);
    }

    static PrintedReport report(PaperWords words, ReportStatus status, String reason, String findings, String impression,
                                List<Illustration> pictures) {
        ReportContent content = new ReportContent("mammography", "CT of the chest", "Cough", "Axial CT.", findings,
                impression, List.of(new ReportField("dlp", "Dose-length product", "310", "mGy·cm"),
                new ReportField("open", "Still open", "", "")), List.of(), null);
        Signature signature = status.isSigned() ? new Signature(WRITER, TIME, "Dr. Ana Muñoz, radiologist") : null;
        ReportVersion version = new ReportVersion(7, 3, status, content, WRITER, TIME,
                status == ReportStatus.AMENDED ? reason : "", signature);
        ReportVersion.Entry entry = new ReportVersion.Entry(3, status, WRITER, TIME, version.reason(), signature);
        return new PrintedReport(version, "", List.of(entry), 3, "1.2.3.4", study(),
                LETTERHEAD, words, pictures);
    }

    private static Attributes study() {
        Attributes study = new Attributes();
        study.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
        study.setString(Tag.PatientName, VR.PN, "Yamada^Tarou=山田^太郎=やまだ^たろう");
        study.setString(Tag.PatientID, VR.LO, "P-17");
        study.setString(Tag.PatientBirthDate, VR.DA, "19700131");
        study.setString(Tag.PatientSex, VR.CS, "M");
        study.setString(Tag.StudyDate, VR.DA, "20260203");
        study.setString(Tag.StudyTime, VR.TM, "081500");
        study.setString(Tag.ModalitiesInStudy, VR.CS, "CT");
        return study;
    }
}
