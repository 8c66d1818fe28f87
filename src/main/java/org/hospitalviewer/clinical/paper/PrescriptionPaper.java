package org.hospitalviewer.clinical.paper;

import java.awt.Color;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hospitalviewer.clinical.prescription.Medication;
import org.hospitalviewer.clinical.prescription.Prescription;
import org.hospitalviewer.clinical.report.Person;
import org.springframework.stereotype.Component;

/** Prints prescriptions. */
@Component
class PrescriptionPaper {

    private static final Color RED = new Color(0xA00000);
    private static final float TITLE = 15;

    private final TextLayouts layouts;

    PrescriptionPaper(TextLayouts layouts) {
        this.layouts = layouts;
    }

    byte[] print(PrintedPrescription printed) throws IOException {
        synchronized (layouts) {
            return drawn(printed);
        }
    }

    private byte[] drawn(PrintedPrescription printed) throws IOException {
        Prescription prescription = printed.prescription();
        PaperWords words = printed.words();
        Sheet sheet = new Sheet(layouts, words, words.say("paper.prescription"), new Sheet.Frame(head(printed),
                foot(prescription, words), prescription.withdrawn() == null ? "" : words.say("paper.mark.withdrawn")));
        sheet.letterhead(printed.letterhead());
        patient(printed).forEach(sheet::row);
        sheet.rule();
        sheet.space(6);
        sheet.text(words.say("paper.prescription"), TITLE, true, Color.BLACK);
        sheet.text(words.time(prescription.prescribedAt()));
        warnings(sheet, printed);
        sheet.space(4);
        int number = 0;
        for (Medication medication : prescription.medications()) {
            number++;
            sheet.numbered(number, medication.drug(), details(medication));
        }
        if (!prescription.remark().isEmpty()) {
            sheet.heading(words.say("paper.remark"));
            sheet.text(prescription.remark());
        }
        sheet.signatureLine(name(prescription.prescribedBy()));
        return sheet.finish();
    }

    private static Map<String, String> patient(PrintedPrescription printed) {
        Map<String, String> rows = new LinkedHashMap<>(StudyBlock.patientRows(printed.study(),
                printed.words()));
        if (!printed.patientId().isBlank()) {
            rows.put(printed.words().say("paper.patient.id"), printed.patientId());
        }
        return rows;
    }

    /** A page that got apart from the first one still says whose it is. */
    private static String head(PrintedPrescription printed) {
        return Stream.of(StudyBlock.patient(printed.study()), printed.patientId(),
                        printed.words().say("paper.prescription"))
                .filter(text -> !text.isBlank()).collect(Collectors.joining("  ·  "));
    }

    private static String foot(Prescription prescription, PaperWords words) {
        return words.say("paper.prescription.foot", Long.toString(prescription.id()),
                words.time(prescription.prescribedAt())) + "\n" + words.say("paper.study", prescription.studyInstanceUid());
    }

    private static void warnings(Sheet sheet, PrintedPrescription printed) {
        Prescription prescription = printed.prescription();
        PaperWords words = printed.words();
        if (printed.isOfAnotherNumber()) {
            sheet.text(words.say("paper.prescription.moved", prescription.patientIdentifier()), Sheet.TEXT, true, RED);
        }
        if (prescription.withdrawn() != null) {
            sheet.text(words.say("paper.prescription.withdrawn", words.time(prescription.withdrawn().at()),
                    name(prescription.withdrawn().by()), prescription.withdrawn().reason()), Sheet.TEXT, true, RED);
        }
    }

    private static String details(Medication medication) {
        String line = Stream.of(medication.dose(), medication.frequency(), medication.duration())
                .filter(part -> !part.isEmpty()).collect(Collectors.joining("  ·  "));
        return Stream.of(line, medication.instructions()).filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String name(Person person) {
        return person.fullName().isBlank() ? person.username() : person.fullName();
    }
}
