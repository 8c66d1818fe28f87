package org.hospitalviewer.clinical.report;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Signed reports for the program's own work, behind which there is no user; nothing else may ask here. */
@Service
public class SignedReports {

    private final ReportTable table;
    private final VersionTable versions;

    SignedReports(ReportTable table, VersionTable versions) {
        this.table = table;
        this.versions = versions;
    }

    /**
     * A version that was signed.
     *
     * @param report  in its newest version
     * @param history all versions of the report, the oldest first
     */
    public record SignedReport(Report report, ReportVersion version, List<ReportVersion.Entry> history) {
    }

    /** Whether a study has a signed report. */
    public boolean existFor(String studyInstanceUid) {
        return table.ofStudy(studyInstanceUid).stream().anyMatch(report -> report.status().isSigned());
    }

    /** Numbers of all reports whose newest version is signed. */
    public List<Long> all() {
        return table.signed();
    }

    /** The newest version; empty when it is deleted, or not signed. */
    public Optional<SignedReport> newest(long reportId) {
        return table.find(reportId).flatMap(report -> find(reportId, report.version()));
    }

    /** Empty when it is deleted, or not signed. */
    public Optional<SignedReport> find(long reportId, int version) {
        return table.find(reportId).flatMap(report -> versions.find(reportId, version)
                .filter(found -> found.status().isSigned())
                .map(found -> new SignedReport(report, found, versions.entries(reportId))));
    }
}
