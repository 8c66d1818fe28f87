package org.hospitalviewer.clinical.report;

import java.util.List;
import java.util.Optional;
import org.hospitalviewer.access.Account;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.access.Doorkeeper;
import org.springframework.stereotype.Service;

/** Reports for those who read them: drafts only for those who write, signed ones for the referring doctor too. */
@Service
public class Reports {

    private final ReportTable table;
    private final VersionTable versions;
    private final WorkingCopyTable workingCopies;
    private final ReportLocks locks;
    private final Doorkeeper doorkeeper;
    private final AuditLog audit;

    Reports(ReportTable table, VersionTable versions, WorkingCopyTable workingCopies, ReportLocks locks,
            Doorkeeper doorkeeper, AuditLog audit) {
        this.table = table;
        this.versions = versions;
        this.workingCopies = workingCopies;
        this.locks = locks;
        this.doorkeeper = doorkeeper;
        this.audit = audit;
    }

    /** In the order in which they were begun. */
    public List<OpenReport> ofStudy(String studyInstanceUid) {
        doorkeeper.require(Action.READ_REPORTS, studyInstanceUid);
        List<OpenReport> found = table.ofStudy(studyInstanceUid).stream().filter(this::isVisible).map(this::opened)
                .toList();
        audit.record("READ_REPORTS", "STUDY", studyInstanceUid, AuditLog.Result.SUCCESS);
        return found;
    }

    /** Empty too when the reader may not see it yet. */
    public Optional<OpenReport> find(long id) {
        return visible(id).map(report -> audited("READ_REPORT", report)).map(this::opened);
    }

    /** The oldest first; empty when there is no such report, or the reader may not see it yet. */
    public List<ReportVersion.Entry> versions(long id) {
        return visible(id).map(report -> audited("READ_REPORT_VERSIONS", report))
                .map(report -> versions.entries(report.id()).stream()
                        .filter(entry -> isVisible(entry.status())).toList())
                .orElse(List.of());
    }

    public Optional<ReportVersion> version(long id, int number) {
        return visible(id).flatMap(report -> versions.find(id, number))
                .filter(version -> isVisible(version.status()))
                .map(version -> {
                    audit.record("READ_REPORT_VERSION", "REPORT", id + " version " + number, AuditLog.Result.SUCCESS);
                    return version;
                });
    }

    private Optional<Report> visible(long id) {
        doorkeeper.require(Action.READ_REPORTS, Long.toString(id));
        Optional<Report> found = table.find(id);
        if (found.isPresent() && !isVisible(found.get())) {
            doorkeeper.refusal(Action.WRITE_REPORTS, name(found.get()));
            return Optional.empty();
        }
        return found;
    }

    private boolean isVisible(Report report) {
        return isVisible(report.status());
    }

    private boolean isVisible(ReportStatus status) {
        return status.isSigned() || doorkeeper.allows(Action.WRITE_REPORTS);
    }

    /** A report with what only the current user sees of it. */
    OpenReport opened(Report report) {
        long user = Account.current().id();
        return new OpenReport(report, workingCopies.find(report.id(), user).orElse(null),
                locks.of(report.id(), user).orElse(null));
    }

    private Report audited(String action, Report report) {
        audit.record(action, "REPORT", name(report), AuditLog.Result.SUCCESS);
        return report;
    }

    /** How the audit log names a report. */
    static String name(Report report) {
        return report.id() + " version " + report.version() + " of " + report.studyInstanceUid();
    }
}
