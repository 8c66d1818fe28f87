package org.hospitalviewer.ui.patient;

import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Locale;
import org.hospitalviewer.clinical.patient.PatientEntry;
import org.hospitalviewer.clinical.report.Report;
import org.hospitalviewer.ui.admin.Readable;

/** A report: what it comes to, and who answers for it. */
final class ReportItem extends EntryItem {

    ReportItem(PatientEntry.OfReport entry, Locale locale) {
        Report report = entry.report();
        super(VaadinIcon.FILE_TEXT_O, report.content().title(), Words.moment(entry.at(), locale));
        badge(getTranslation("worklist.report." + report.status()),
                report.status().isSigned() ? "state-good" : "state-warning");
        quiet(getTranslation("patient.of", Words.of(entry.study(), locale)));
        if (!report.content().impression().isBlank()) {
            say(Words.written(report.content().impression().strip()));
        }
        if (report.signature() == null) {
            quiet(getTranslation("patient.report.draft", Words.of(report.modifiedBy())));
        } else {
            quiet(getTranslation("patient.report.signed", report.signature().line(),
                    Readable.moment(report.signature().signedAt(), locale)));
            link("api/reports/" + report.id() + "/pdf", getTranslation("patient.report.pdf"), true);
        }
    }
}
