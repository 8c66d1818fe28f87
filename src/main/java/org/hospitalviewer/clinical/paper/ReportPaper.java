package org.hospitalviewer.clinical.paper;

import java.awt.Color;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
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

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
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
        Sheet sheet = new Sheet(layouts, content.title(), new Sheet.Frame(
                head(printed), foot(printed), behind(printed)));
        sheet.letterhead(printed.letterhead());
        StudyBlock.rows(printed.study()).forEach(sheet::row);
        sheet.rule();
        sheet.space(6);
        sheet.text(title(content), TITLE, true, Color.BLACK);
        status(sheet, printed);
        section(sheet, "Indication", content.indication());
        section(sheet, "Technique", content.technique());
        fields(sheet, content.fields());
        section(sheet, "Findings", content.findings());
        section(sheet, "Impression", content.impression());
        if (!printed.pictures().isEmpty()) {
            sheet.pictures("Key images", printed.pictures());
        }
        signature(sheet, printed);
        return sheet.finish();
    }

    private static String title(ReportContent content) {
        return content.title().isBlank() ? "Report" : content.title();
    }

    /** A page that got apart from the first one still says whose it is. */
    private static String head(PrintedReport printed) {
        return String.join("  ·  ", Stream.of(StudyBlock.patient(printed.study()),
                printed.study().getString(Tag.PatientID, ""), title(printed.version().content()))
                .filter(text -> !text.isBlank()).toList());
    }

    private static String foot(PrintedReport printed) {
        return "Report " + printed.version().reportId() + ", version " + printed.version().version() + ", "
                + time(printed.version().modifiedAt()) + "\nStudy " + printed.studyInstanceUid();
    }

    private static String behind(PrintedReport printed) {
        if (!printed.version().status().isSigned()) {
            return "DRAFT";
        }
        return printed.isReplaced() ? "REPLACED" : "";
    }

    private static void status(Sheet sheet, PrintedReport printed) {
        switch (printed.version().status()) {
            case DRAFT -> sheet.text("DRAFT – not signed", Sheet.TEXT, true, RED);
            case FINAL -> sheet.text("Final report", Sheet.TEXT, false, Color.BLACK);
            case AMENDED -> sheet.text("Amended report", Sheet.TEXT, true, RED);
        }
        printed.history().stream().filter(entry -> entry.status() == ReportStatus.AMENDED).forEach(entry ->
                sheet.text("Amended " + time(entry.modifiedAt()) + ": " + entry.reason(), Sheet.TEXT, false, RED));
        if (printed.isReplaced()) {
            sheet.text("This version was replaced by a newer one.", Sheet.TEXT, true, RED);
        }
    }

    private static void section(Sheet sheet, String heading, String text) {
        if (!text.isBlank()) {
            sheet.heading(heading);
            sheet.text(text.strip());
        }
    }

    private static void fields(Sheet sheet, List<ReportField> fields) {
        List<ReportField> filled = fields.stream().filter(field -> !field.value().isBlank()).toList();
        if (!filled.isEmpty()) {
            sheet.heading("Details");
            filled.forEach(field -> sheet.row(field.label(), (field.value().strip() + " " + field.unit()).strip()));
        }
    }

    private static void signature(Sheet sheet, PrintedReport printed) {
        ReportVersion version = printed.version();
        sheet.need(70);
        sheet.space(20);
        if (!printed.physician().isEmpty()) {
            sheet.row("Reporting physician", printed.physician());
        }
        if (version.signature() == null) {
            sheet.row("Signature", "none; written by " + version.modifiedBy().fullName());
        } else {
            sheet.row("Signed electronically", version.signature().line() + "\n" + time(version.signature().signedAt()));
        }
    }

    private static String time(Instant time) {
        return TIME.format(time.atZone(ZoneId.systemDefault()));
    }
}
