package org.hospitalviewer.clinical.paper;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.appliance.ViewerSettings;
import org.hospitalviewer.appliance.settings.Settings;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.ArchiveQuery;
import org.hospitalviewer.archive.Match;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.clinical.report.Report;
import org.hospitalviewer.clinical.report.ReportVersion;
import org.hospitalviewer.clinical.report.Reports;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.springframework.stereotype.Service;

/** Reports as PDF, for whoever may read them. */
@Service
public class ReportPrinting {

    private final Reports reports;
    private final ReportPaper paper;
    private final KeyPictures pictures;
    private final Logo logo;
    private final Settings settings;
    private final Archive archive;
    private final AuditLog audit;

    ReportPrinting(Reports reports, ReportPaper paper, KeyPictures pictures, Logo logo, Settings settings,
                   Archive archive, AuditLog audit) {
        this.reports = reports;
        this.paper = paper;
        this.pictures = pictures;
        this.logo = logo;
        this.settings = settings;
        this.archive = archive;
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
        String physician = report.reportingPhysician() == null ? "" : report.reportingPhysician().fullName();
        return paper.print(new PrintedReport(version, physician,
                versions.stream().filter(entry -> entry.version() <= version.version()).toList(), report.version(),
                report.studyInstanceUid(), study(report.studyInstanceUid()), letterhead(),
                pictures.of(report.studyInstanceUid(), version.content().keyImages())));
    }

    private Letterhead letterhead() {
        ViewerSettings now = settings.current();
        return new Letterhead(now.clinicName(), now.clinicAddress(), now.clinicPhone(), logo.png());
    }

    /** A report is printed even when its study is gone; then it says less of the patient. */
    private Attributes study(String studyInstanceUid) {
        return archive.find(new ArchiveQuery(QueryLevel.STUDY,
                List.of(new Match.Equal(Tag.StudyInstanceUID, studyInstanceUid)), Set.copyOf(StudyBlock.TAGS),
                false, List.of(), 0, 1)).stream().findFirst().orElseGet(Attributes::new);
    }
}
