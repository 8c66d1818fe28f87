package org.hospitalviewer.clinical.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.hospitalviewer.clinical.prescription.Medication;
import org.hospitalviewer.clinical.report.ReportStatus;
import org.hospitalviewer.language.Texts;
import org.hospitalviewer.peers.PeerProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Printed reports and prescriptions as another program reads and shows them. */
class PaperAgainstPopplerIT {

    private static final int DARK = 100;

    @TempDir
    private Path folder;

    private Path pdf(ReportStatus status, String findings) throws IOException {
        return Files.write(folder.resolve("report.pdf"),
                PaperSample.print(PaperSample.report(status, findings, "Normal.", List.of())));
    }

    private static String ask(String program, String... arguments) throws IOException, InterruptedException {
        return PeerProgram.of(program, "poppler-utils").run(List.of(), arguments);
    }

    private static String text(Path pdf) throws IOException, InterruptedException {
        return ask("pdftotext", "-layout", pdf.toString(), "-");
    }

    @Test
    void allThatIsSaidIsOnThePaper() throws Exception {
        String text = text(pdf(ReportStatus.AMENDED, "5 × 3 mm\nsecond line"));
        assertThat(text).contains("Clínica São João", "Rua 1, 4000 Porto", "Yamada, Tarou (山田, 太郎, やまだ, たろう)",
                "P-17", "1970-01-31", "2026-02-03 08:15 CT", "CT of the chest", "Amended report", "Fracture overlooked",
                "Indication", "Cough", "310 mGy·cm", "5 × 3 mm", "second line", "Normal.", "Dr. Ana Muñoz, radiologist",
                "Page 1 of 1", "1.2.3.4").doesNotContain("DRAFT", "Still open");
        assertThat(text(pdf(ReportStatus.DRAFT, "x"))).contains("DRAFT – not signed", "Signature")
                .doesNotContain("Signed electronically");
        assertThat(text(pdf(ReportStatus.FINAL, "Line. ".repeat(2_000)))).contains("Page 1 of 3", "Page 3 of 3");
    }

    @Test
    void aSpanishClinicGetsItsPapersInSpanishAndWhatPeopleWroteAsTheyWroteIt() throws Exception {
        String reason = "Omisión de l'húmero '{0}' {1,choice,0#no} ''";
        String report = text(Files.write(folder.resolve("informe.pdf"), PaperSample.print(PaperSample.report(
                PaperSample.SPANISH, ReportStatus.AMENDED, reason, "Typed, not said. ".repeat(250), "Normal.",
                List.of(new Illustration(new byte[0], "[La imagen]"))))));
        assertThat(report).contains("Paciente", "ID del paciente", "Fecha de nacimiento", "31/01/1970", "masculino",
                "Estudio", "03/02/2026 08:15 CT", "Informe enmendado", ": " + reason, "Indicación", "Técnica", "Detalles",
                "Hallazgos", "Typed, not said.", "Impresión diagnóstica", "Imágenes clave", "Firma electrónica", "Informe 7, versión 3, ",
                "Página 1 de 2", "Estudio 1.2.3.4");
        assertNoEnglish(report);
        assertThat(text(Files.write(folder.resolve("borrador.pdf"), PaperSample.print(PaperSample.report(
                PaperSample.SPANISH, ReportStatus.DRAFT, "", "x", "", List.of()))))).contains("BORRADOR – sin firmar",
                "ninguna; escrito por Dr. Ana Muñoz");

        String withdrawn = text(written(PaperSample.print(PaperSample.prescription(PaperSample.SPANISH, "P-99 {0}",
                PaperSample.withdrawal(reason), new Medication("Ibuprofeno 400 mg", "1 comprimido", "", "", "")))));
        assertThat(withdrawn).contains("Receta médica", "RETIRADA el ", "por Dr. Ana Muñoz: " + reason,
                "Recetado al paciente con el ID \"P-99 {0}\"", "Observación", "Receta 12, ", "Página 1 de 1");
        assertNoEnglish(withdrawn.replace("Come back in a week.", ""));
    }

    /** None of the program's own words. */
    private static void assertNoEnglish(String paper) {
        assertThat(Texts.below("paper.", Locale.ENGLISH).values()).filteredOn(word -> word.matches("[A-Z][^{}]+"))
                .hasSizeGreaterThan(20)
                .allSatisfy(word -> assertThat(paper).doesNotContainPattern("(?U)\\b" + Pattern.quote(word) + "\\b"));
    }

    @ParameterizedTest
    @CsvSource({"Łódź Größe ffi, ABCD Xyz", "Щитовидная железа, Железа щитовид", "Ο ασθενής πυρετό, Αθήνα θώρακα",
            "نزف داخل الجمجمة, حجم البطينين طبيعي", "אין עדות לדימום, גודל הכליה תקין", "मस्तिष्क में रक्तस्राव, क्षति द्वितीय स्त्री",
            "ไม่พบเลือดออก, ผู้ป่วยกำลังน้ำ", "颅内未见出血, 脑室大小正常", "頭蓋内に出血, カタカナひらがな", "두개내 출혈은, 보이지 않습니다"})
    void everyScriptIsReadBackIsEmbeddedAndLeavesInkOfItsOwn(String one, String other) throws Exception {
        Path pdf = pdf(ReportStatus.FINAL, one);
        assertThat(text(pdf).replaceAll("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "")).contains(one);
        ask("pdffonts", pdf.toString()).lines().skip(2).forEach(font -> assertThat(font).contains("Identity-H")
                .matches(".*\\byes +yes +yes\\b.*"));
        BufferedImage first = picture(pdf);
        BufferedImage blank = picture(pdf(ReportStatus.FINAL, "."));
        BufferedImage second = picture(pdf(ReportStatus.FINAL, other));
        assertThat(ink(first) - ink(blank)).as("pixels of " + one).isGreaterThan(300);
        assertThat(differences(first, second)).as("pixels that differ from " + other).isGreaterThan(300);
    }

    @Test
    void aPrescriptionNamesPatientMedicinesAndDoctor() throws Exception {
        Medication[] medicines = {new Medication("Ibuprofen 400 mg", "1 tablet", "3 times a day", "5 days", "after meals"),
                new Medication("باراسيتامول 500 ملغ", "حبة", "", "", "بعد الأكل"),
                new Medication("阿莫西林胶囊", "500 mg", "每日三次", "", "पानी के साथ लें")};
        Path holds = written(PaperSample.print(PaperSample.prescription("P-17", null, medicines)));
        assertThat(text(holds)).contains("Clínica São João", "Yamada, Tarou (山田, 太郎, やまだ, たろう)", "P-17", "1970-01-31",
                "male", "1.", "Ibuprofen 400 mg", "1 tablet  ·  3 times a day  ·  5 days", "after meals", "2.", "باراسيتامول",
                "3.", "阿莫西林胶囊", "पानी के साथ लें", "Come back in a week.", "Dr. Ana Muñoz", "Page 1 of 1")
                .doesNotContain("WITHDRAWN", "Written for");
        BufferedImage clean = picture(holds);

        Path withdrawn = written(PaperSample.print(PaperSample.prescription("P-99", PaperSample.withdrawal("Allergy <b>"),
                medicines)));
        assertThat(text(withdrawn)).contains("Dr. Ana Muñoz: Allergy <b>", "Written for the patient with the ID \"P-99\"");
        assertThat(pale(picture(withdrawn)) - pale(clean)).as("pixels of the mark across the page").isGreaterThan(20_000);

        Medication[] many = Collections.nCopies(30, new Medication("x".repeat(200), "", "", "", "Long. ".repeat(300)))
                .toArray(Medication[]::new);
        assertThat(text(written(PaperSample.print(PaperSample.prescription("P-17", null, many))))).contains("30.",
                "Yamada, Tarou (山田, 太郎, やまだ, たろう)  ·  P-17  ·  Prescription");
    }

    private Path written(byte[] pdf) throws IOException {
        return Files.write(folder.resolve("prescription.pdf"), pdf);
    }

    private BufferedImage picture(Path pdf) throws IOException, InterruptedException {
        Path png = folder.resolve("page");
        ask("pdftoppm", "-r", "150", "-f", "1", "-l", "1", "-singlefile", "-gray", "-png", pdf.toString(), png.toString());
        return ImageIO.read(folder.resolve("page.png").toFile());
    }

    private static int ink(BufferedImage page) {
        int ink = 0;
        for (int y = 0; y < page.getHeight(); y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                ink += isDark(page, x, y) ? 1 : 0;
            }
        }
        return ink;
    }

    /** Pixels of what stands large behind the text. */
    private static int pale(BufferedImage page) {
        int pale = 0;
        for (int y = 0; y < page.getHeight(); y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                int grey = page.getRaster().getSample(x, y, 0);
                pale += grey > 0xE0 && grey < 0xEC ? 1 : 0;
            }
        }
        return pale;
    }

    private static int differences(BufferedImage one, BufferedImage other) {
        int differences = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                differences += isDark(one, x, y) != isDark(other, x, y) ? 1 : 0;
            }
        }
        return differences;
    }

    private static boolean isDark(BufferedImage page, int x, int y) {
        return page.getRaster().getSample(x, y, 0) < DARK;
    }
}
