package org.hospitalviewer.clinical.paper;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.clinical.report.Person;
import org.hospitalviewer.clinical.report.Report;
import org.hospitalviewer.clinical.report.ReportContent;
import org.hospitalviewer.clinical.report.ReportStatus;
import org.hospitalviewer.clinical.report.ReportVersion;
import org.hospitalviewer.clinical.report.Reports;
import org.hospitalviewer.dicom.data.Attributes;
import org.springframework.stereotype.Service;

/** Reports as PDF, for whoever may read them. */
@Service
public class ReportPrinting {

    private final Reports reports;
    private final ReportPaper paper;
    private final KeyPictures pictures;
    private final Stationery stationery;
    private final AuditLog audit;

    ReportPrinting(Reports reports, ReportPaper paper, KeyPictures pictures, Stationery stationery, AuditLog audit) {
        this.reports = reports;
        this.paper = paper;
        this.pictures = pictures;
        this.stationery = stationery;
        this.audit = audit;
    }

    /**
     * A version as it is saved; what is only in a working copy is not printed.
     *
     * @param version 0 for the newest
     * @return empty when there is no such version, or the reader may not see it
     */
    public Optional<byte[]> pdf(long reportId, int version) throws IOException {
        Optional<Report> report = reports.find(reportId).map(open -> open.report());
        Optional<ReportVersion> wanted = report.flatMap(found ->
                reports.version(reportId, version == 0 ? found.version() : version));
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        byte[] pdf = pdf(report.get(), wanted.get(), reports.versions(reportId));
        audit.record("PRINT_REPORT", "REPORT", reportId + " version " + wanted.get().version() + " of "
                + report.get().studyInstanceUid(), AuditLog.Result.SUCCESS);
        return Optional.of(pdf);
    }

    /**
     * The same for the program's own work, behind which there is no user.
     *
     * @param versions all versions of the report
     */
    public byte[] pdf(Report report, ReportVersion version, List<ReportVersion.Entry> versions) throws IOException {
        PaperWords words = stationery.words();
        String physician = report.reportingPhysician() == null ? "" : report.reportingPhysician().fullName();
        return paper.print(new PrintedReport(version, physician,
                versions.stream().filter(entry -> entry.version() <= version.version()).toList(), report.version(),
                report.studyInstanceUid(), stationery.study(report.studyInstanceUid()), stationery.letterhead(),
                words, pictures.of(report.studyInstanceUid(), version.content().keyImages(), words)));
    }

    /** A page without a patient, to look at the letterhead. */
    byte[] sample() throws IOException {
        PaperWords words = stationery.words();
        ReportContent content = new ReportContent("", words.say("paper.sample.title"), "", "",
                words.say("paper.sample.text"), "", List.of(), List.of(), null);
        ReportVersion version = new ReportVersion(0, 1, ReportStatus.DRAFT, content,
                new Person(0, "", words.say("paper.sample.writer")), Instant.now(), "", null);
        return paper.print(new PrintedReport(version, "", List.of(), 1, "–", new Attributes(), stationery.letterhead(),
                words, List.of()));
    }
}
