package org.hospitalviewer.clinical.paper;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.hospitalviewer.clinical.report.ReportContent;
import org.hospitalviewer.clinical.report.ReportField;
import org.hospitalviewer.clinical.report.ReportStatus;
import org.hospitalviewer.clinical.report.ReportVersion;
import org.hospitalviewer.dicom.data.Tag;
import org.springframework.stereotype.Component;

/** Prints reports. */
@Component
class ReportPaper {

    private static final Color RED = new Color(0xA00000);
    private static final float TITLE = 15;

    private final TextLayouts layouts;

    ReportPaper(TextLayouts layouts) {
        this.layouts = layouts;
    }

    byte[] print(PrintedReport printed) throws IOException {
        synchronized (layouts) {
            return drawn(printed);
        }
    }

    private byte[] drawn(PrintedReport printed) throws IOException {
        ReportVersion version = printed.version();
        ReportContent content = version.content();
        PaperWords words = printed.words();
        Sheet sheet = new Sheet(layouts, words, content.title(), new Sheet.Frame(
                head(printed), foot(printed), behind(printed)));
        sheet.letterhead(printed.letterhead());
        StudyBlock.rows(printed.study(), words).forEach(sheet::row);
        sheet.rule();
        sheet.space(6);
        sheet.text(title(printed), TITLE, true, Color.BLACK);
        status(sheet, printed);
        section(sheet, words.say("paper.indication"), content.indication());
        section(sheet, words.say("paper.technique"), content.technique());
        fields(sheet, words.say("paper.details"), content.fields());
        section(sheet, words.say("paper.findings"), content.findings());
        section(sheet, words.say("paper.impression"), content.impression());
        if (!printed.pictures().isEmpty()) {
            sheet.pictures(words.say("paper.images"), printed.pictures());
        }
        signature(sheet, printed);
        return sheet.finish();
    }

    private static String title(PrintedReport printed) {
        String title = printed.version().content().title();
        return title.isBlank() ? printed.words().say("paper.report") : title;
    }

    /** A page that got apart from the first one still says whose it is. */
    private static String head(PrintedReport printed) {
        return String.join("  ·  ", Stream.of(StudyBlock.patient(printed.study()),
                printed.study().getString(Tag.PatientID, ""), title(printed))
                .filter(text -> !text.isBlank()).toList());
    }

    private static String foot(PrintedReport printed) {
        PaperWords words = printed.words();
        ReportVersion version = printed.version();
        return words.say("paper.report.foot", Long.toString(version.reportId()), Integer.toString(version.version()),
                words.time(version.modifiedAt())) + "\n" + words.say("paper.study", printed.studyInstanceUid());
    }

    private static String behind(PrintedReport printed) {
        if (!printed.version().status().isSigned()) {
            return printed.words().say("paper.mark.draft");
        }
        return printed.isReplaced() ? printed.words().say("paper.mark.replaced") : "";
    }

    private static void status(Sheet sheet, PrintedReport printed) {
        PaperWords words = printed.words();
        switch (printed.version().status()) {
            case DRAFT -> sheet.text(words.say("paper.status.draft"), Sheet.TEXT, true, RED);
            case FINAL -> sheet.text(words.say("paper.status.final"), Sheet.TEXT, false, Color.BLACK);
            case AMENDED -> sheet.text(words.say("paper.status.amended"), Sheet.TEXT, true, RED);
        }
        printed.history().stream().filter(entry -> entry.status() == ReportStatus.AMENDED).forEach(entry ->
                sheet.text(words.say("paper.amended", words.time(entry.modifiedAt()), entry.reason()), Sheet.TEXT, false, RED));
        if (printed.isReplaced()) {
            sheet.text(words.say("paper.replaced"), Sheet.TEXT, true, RED);
        }
    }

    private static void section(Sheet sheet, String heading, String text) {
        if (!text.isBlank()) {
            sheet.heading(heading);
            sheet.text(text.strip());
        }
    }

    private static void fields(Sheet sheet, String heading, List<ReportField> fields) {
        List<ReportField> filled = fields.stream().filter(field -> !field.value().isBlank()).toList();
        if (!filled.isEmpty()) {
            sheet.heading(heading);
            filled.forEach(field -> sheet.row(field.label(), (field.value().strip() + " " + field.unit()).strip()));
        }
    }

    private static void signature(Sheet sheet, PrintedReport printed) {
        ReportVersion version = printed.version();
        PaperWords words = printed.words();
        sheet.need(70);
        sheet.space(20);
        if (!printed.physician().isEmpty()) {
            sheet.row(words.say("paper.physician"), printed.physician());
        }
        if (version.signature() == null) {
            sheet.row(words.say("paper.signature"),
                    words.say("paper.signature.none", version.modifiedBy().fullName()));
        } else {
            sheet.row(words.say("paper.signed"),
                    version.signature().line() + "\n" + words.time(version.signature().signedAt()));
        }
    }
}
