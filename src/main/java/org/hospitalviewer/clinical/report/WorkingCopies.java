package org.hospitalviewer.clinical.report;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.hospitalviewer.access.Account;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.access.Doorkeeper;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** What people type, kept every few seconds so that a crash or an expired session loses none of it. */
@Service
public class WorkingCopies {

    private final ReportTable table;
    private final WorkingCopyTable workingCopies;
    private final ReportLocks locks;
    private final TransactionOperations transaction;
    private final Doorkeeper doorkeeper;
    private final AuditLog audit;
    private final Clock clock = Clock.systemUTC();

    WorkingCopies(ReportTable table, WorkingCopyTable workingCopies, ReportLocks locks,
                  TransactionOperations transaction, Doorkeeper doorkeeper, AuditLog audit) {
        this.table = table;
        this.workingCopies = workingCopies;
        this.locks = locks;
        this.transaction = transaction;
        this.doorkeeper = doorkeeper;
        this.audit = audit;
    }

    /**
     * What to keep.
     *
     * @param basedOnVersion the version of the report that is changed
     * @param revision       the newest one that this window knows; null or 0 for none
     */
    public record Draft(Integer basedOnVersion, Integer revision, ReportContent content) {

        void check() {
            if (basedOnVersion == null) {
                throw new InvalidReportException("Say on which version this is based.");
            }
            InvalidReportException.checked(content);
        }
    }

    /**
     * What is kept now.
     *
     * @param kept          false when another window of this user wrote meanwhile; then nothing was replaced
     * @param copy          the working copy there is, null when it says nothing but what is saved
     * @param newestVersion of the report, for whoever does not know it yet
     */
    public record Kept(boolean kept, WorkingCopy copy, int newestVersion) {
    }

    /**
     * Keeps what the current user has typed. The same text sent twice is kept once.
     *
     * @return empty when there is no such report
     */
    public Optional<Kept> keep(long reportId, Draft draft) {
        doorkeeper.require(Action.WRITE_REPORTS, Long.toString(reportId));
        draft.check();
        return transaction.execute(_ -> table.findAlone(reportId).map(report -> kept(report, draft)));
    }

    private Kept kept(Report report, Draft draft) {
        long user = Account.current().id();
        Optional<WorkingCopy> known = workingCopies.find(report.id(), user);
        if (known.isPresent() && known.get().content().equals(draft.content())
                && known.get().basedOnVersion() == draft.basedOnVersion()) {
            return new Kept(true, known.get(), report.version());
        }
        if (known.isPresent() && known.get().revision() != numberOf(draft)) {
            return new Kept(false, known.get(), report.version());
        }
        if (draft.content().equals(report.content())) {
            workingCopies.delete(report.id(), user, null);
            return new Kept(true, null, report.version());
        }
        return new Kept(true, put(report, draft, known.isEmpty(), user), report.version());
    }

    private WorkingCopy put(Report report, Draft draft, boolean isFirst, long user) {
        WorkingCopy copy = new WorkingCopy(draft.basedOnVersion(), numberOf(draft) + 1, draft.content(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        workingCopies.put(report.id(), user, copy);
        if (isFirst) {
            audit.record("EDIT_REPORT", "REPORT", Reports.name(report), AuditLog.Result.SUCCESS);
        }
        return copy;
    }

    private static int numberOf(Draft draft) {
        return draft.revision() == null ? 0 : Math.clamp(draft.revision(), 0, Integer.MAX_VALUE - 1);
    }

    /** Throws away what the current user has typed; says whether there was anything. */
    public boolean discard(long reportId) {
        doorkeeper.require(Action.WRITE_REPORTS, Long.toString(reportId));
        boolean discarded = workingCopies.delete(reportId, Account.current().id(), null);
        if (discarded) {
            audit.record("DISCARD_REPORT_TEXT", "REPORT", Long.toString(reportId), AuditLog.Result.SUCCESS);
        }
        return discarded;
    }

    /**
     * Gets or renews the lease to write in a report.
     *
     * @param takeOver whether to take it from somebody else
     * @return empty when there is no such report
     */
    public Optional<Claim> claim(long reportId, boolean takeOver) {
        doorkeeper.require(Action.WRITE_REPORTS, Long.toString(reportId));
        return table.find(reportId).map(report -> {
            Person user = Person.current();
            Optional<ReportLock> before = locks.of(reportId, user.id());
            ReportLock lock = locks.claim(reportId, user, takeOver);
            if (lock.mine() && before.filter(ReportLock::mine).isEmpty()) {
                audit.record(before.isPresent() ? "TAKE_OVER_REPORT" : "LOCK_REPORT", "REPORT", Reports.name(report),
                        AuditLog.Result.SUCCESS);
            }
            return new Claim(lock, report.version(), report.status());
        });
    }

    /**
     * Who may write, with what the report is at now.
     *
     * @param version of the report, so that whoever asks sees that it is newer than theirs
     */
    public record Claim(ReportLock lock, int version, ReportStatus status) {
    }

    /** Gives one's own lease back. */
    public void release(long reportId) {
        doorkeeper.require(Action.WRITE_REPORTS, Long.toString(reportId));
        locks.release(reportId, Account.current().id());
    }
}
