package org.hospitalviewer.clinical.report;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.hospitalviewer.access.Account;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.access.Doorkeeper;
import org.hospitalviewer.access.User;
import org.hospitalviewer.access.Users;
import org.hospitalviewer.archive.Archive;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Reports of another installation become reports here, signed where they were. */
@Service
public class AdoptedReports {

    private static final int LONGEST_LINE = 300;

    private final ReportTable table;
    private final VersionTable versions;
    private final Users users;
    private final Archive archive;
    private final TransactionOperations transaction;
    private final Doorkeeper doorkeeper;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock = Clock.systemUTC();

    AdoptedReports(ReportTable table, VersionTable versions, Users users, Archive archive,
                   TransactionOperations transaction, Doorkeeper doorkeeper, AuditLog audit,
                   ApplicationEventPublisher events) {
        this.table = table;
        this.versions = versions;
        this.users = users;
        this.archive = archive;
        this.transaction = transaction;
        this.doorkeeper = doorkeeper;
        this.audit = audit;
        this.events = events;
    }

    /** What becomes of a report. */
    public enum Adoption {
        ADOPTED, KNOWN, NO_STUDY
    }

    /**
     * What {@link #adopt} would do.
     *
     * @throws InvalidReportException when it makes no sense
     */
    public Adoption tried(AdoptedReport report) {
        doorkeeper.require(Action.TAKE_OVER_OLD_INSTALLATION, report.studyInstanceUid());
        InvalidReportException.checked(report.content());
        if (report.content().isBlank()) {
            throw new InvalidReportException("There is nothing in this report.");
        }
        if (table.findByKey(report.key()).isPresent()) {
            return Adoption.KNOWN;
        }
        return ReportedStudy.find(archive, report.studyInstanceUid()).isPresent() ? Adoption.ADOPTED : Adoption.NO_STUDY;
    }

    /**
     * Keeps it; one that was adopted before is not adopted twice.
     *
     * @throws InvalidReportException when it makes no sense
     */
    public Adoption adopt(AdoptedReport report) {
        Adoption adoption = tried(report);
        if (adoption == Adoption.ADOPTED) {
            transaction.executeWithoutResult(_ -> insert(report));
            audit.record("TAKE_OVER_REPORT", "REPORT", "of study " + report.studyInstanceUid(), AuditLog.Result.SUCCESS);
            events.publishEvent(new ReportChanged(report.studyInstanceUid()));
        }
        return adoption;
    }

    private void insert(AdoptedReport report) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant made = report.madeAt() == null || report.madeAt().isAfter(now) ? now : report.madeAt();
        long author = author(report.author()).orElse(Account.current().id());
        Instant studyAt = ReportedStudy.find(archive, report.studyInstanceUid()).map(ReportedStudy::madeAt).orElse(null);
        NewReport added = new NewReport(report.key(), report.studyInstanceUid(), null, report.content());
        long id = table.insert(added, studyAt, author, made);
        if (report.isSigned()) {
            table.update(id, 1, ReportStatus.FINAL, report.content(), "", author, made);
            table.sign(id, author, signatureLine(report.author()), made);
        }
        versions.add(table.find(id).orElseThrow());
    }

    private Optional<Long> author(String name) {
        return users.all().stream().filter(user -> !name.isBlank() && (user.username().equalsIgnoreCase(name.strip())
                || user.fullName().equalsIgnoreCase(name.strip()))).map(User::id).findFirst();
    }

    /** Nobody signed it here: the line says from where it is. */
    private static String signatureLine(String author) {
        String line = (author.isBlank() ? "Author unknown" : PlainText.line(author)) + " (taken over from the previous installation)";
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE);
    }
}
