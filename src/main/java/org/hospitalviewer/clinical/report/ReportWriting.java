package org.hospitalviewer.clinical.report;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.access.Doorkeeper;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.clinical.report.WriteOutcome.Conflict;
import org.hospitalviewer.clinical.template.TemplateField;
import org.hospitalviewer.clinical.template.Templates;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Reports for those who write them: begin, save, sign, amend, delete. */
@Service
public class ReportWriting {

    private static final int MOST_PER_STUDY = 200;

    private final ReportTable table;
    private final VersionTable versions;
    private final WorkingCopyTable workingCopies;
    private final ReportLocks locks;
    private final Reports reports;
    private final Templates templates;
    private final Archive archive;
    private final TransactionOperations transaction;
    private final Doorkeeper doorkeeper;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    @Autowired
    ReportWriting(ReportTable table, VersionTable versions, WorkingCopyTable workingCopies, ReportLocks locks,
                  Reports reports, Templates templates, Archive archive, TransactionOperations transaction,
                  Doorkeeper doorkeeper, AuditLog audit, ApplicationEventPublisher events) {
        this.table = table;
        this.versions = versions;
        this.workingCopies = workingCopies;
        this.locks = locks;
        this.reports = reports;
        this.templates = templates;
        this.archive = archive;
        this.transaction = transaction;
        this.doorkeeper = doorkeeper;
        this.audit = audit;
        this.events = events;
        this.clock = Clock.systemUTC();
    }

    /**
     * Begins a report. One that was sent before is not begun twice.
     *
     * @return empty when the archive has no such study
     * @throws InvalidReportException when it makes no sense, or its key belongs to another one
     */
    public Optional<OpenReport> add(NewReport wanted) {
        doorkeeper.require(Action.WRITE_REPORTS, String.valueOf(wanted.studyInstanceUid()));
        wanted.check();
        NewReport added = begun(wanted.keyed());
        Optional<Report> known = table.findByKey(added.key());
        if (known.isPresent()) {
            return Optional.of(again(known.get(), added));
        }
        return ReportedStudy.find(archive, added.studyInstanceUid())
                .map(study -> inserted(added, ReportedStudy.madeAt(study)));
    }

    private NewReport begun(NewReport wanted) {
        ReportContent content = wanted.content() != null ? wanted.content()
                : wanted.template() == null ? ReportContent.EMPTY : templates.find(wanted.template())
                .map(ReportContent::beginningWith)
                .orElseThrow(() -> new InvalidReportException("There is no such template."));
        return new NewReport(wanted.key(), wanted.studyInstanceUid(), wanted.template(),
                InvalidReportException.checked(content));
    }

    private OpenReport inserted(NewReport added, Instant studyAt) {
        if (table.count(added.studyInstanceUid()) >= MOST_PER_STUDY) {
            throw new InvalidReportException("A study holds " + MOST_PER_STUDY + " reports at most.");
        }
        try {
            Report made = transaction.execute(_ -> {
                Report inserted = table.find(table.insert(added, studyAt, user(), now())).orElseThrow();
                versions.add(inserted);
                return inserted;
            });
            return reports.opened(told("CREATE_REPORT", made));
        } catch (DuplicateKeyException sentTwice) {
            return again(table.findByKey(added.key()).orElseThrow(), added);
        }
    }

    private OpenReport again(Report known, NewReport added) {
        if (!known.studyInstanceUid().equals(added.studyInstanceUid()) || known.createdBy().id() != user()) {
            throw new InvalidReportException("This key belongs to another report.");
        }
        return reports.opened(known);
    }

    /** A new version of a draft. */
    public WriteOutcome save(long id, ReportChange change) {
        return write(id, ReportStep.SAVE, change);
    }

    /** The draft becomes final, with what was saved last or with what the change says. */
    public WriteOutcome sign(long id, ReportChange change) {
        return write(id, ReportStep.SIGN, change);
    }

    /** What was signed is replaced by another text that is signed with it; the old one stays as a version. */
    public WriteOutcome amend(long id, ReportChange change) {
        return write(id, ReportStep.AMEND, change);
    }

    /**
     * Makes the next version, or says why not.
     *
     * @throws InvalidReportException when what is wanted makes no sense
     */
    private WriteOutcome write(long id, ReportStep step, ReportChange change) {
        doorkeeper.require(Action.WRITE_REPORTS, Long.toString(id));
        change.check(step);
        WriteOutcome outcome = transaction.execute(_ -> table.findAlone(id)
                .map(known -> written(known, step, change)).orElseGet(WriteOutcome.Absent::new));
        switch (outcome) {
            case WriteOutcome.Written written -> told(step.audited(), written.report().report());
            case WriteOutcome.Refused refused -> audit.record(step.audited(), "REPORT",
                    Reports.name(refused.newest().report()) + " " + refused.conflict(), AuditLog.Result.FAILED);
            case WriteOutcome.Absent _ -> { }
        }
        return outcome;
    }

    private WriteOutcome written(Report known, ReportStep step, ReportChange change) {
        if (isRepeated(known, step, change)) {
            return new WriteOutcome.Written(reports.opened(known));
        }
        Optional<Conflict> conflict = conflict(known, step, change);
        if (conflict.isPresent()) {
            rescue(known, change);
            return new WriteOutcome.Refused(conflict.get(), reports.opened(known));
        }
        ReportContent content = change.content() == null ? known.content() : change.content();
        if (step != ReportStep.SAVE) {
            requireComplete(content);
        }
        return new WriteOutcome.Written(reports.opened(next(known, step, content, change)));
    }

    /** What nobody may sign by mistake: nothing at all, or without a value that its template cannot do without. */
    private void requireComplete(ReportContent content) {
        if (content.isBlank()) {
            throw new InvalidReportException("There is nothing in this report to be signed.");
        }
        templates.find(content.reportType()).stream().flatMap(template -> template.fields().stream())
                .filter(TemplateField::required).filter(field -> content.value(field.name()).isBlank()).findFirst()
                .ifPresent(field -> {
                    throw new InvalidReportException("This is still open: " + field.label() + ".");
                });
    }

    private Optional<Conflict> conflict(Report known, ReportStep step, ReportChange change) {
        if (!step.startsFrom(known.status())) {
            return Optional.of(known.status().isSigned() ? Conflict.SIGNED : Conflict.NOT_SIGNED);
        }
        if (known.version() != change.version()) {
            return Optional.of(Conflict.VERSION);
        }
        if (locks.isHeldByAnother(known.id(), user())) {
            return Optional.of(Conflict.LOCKED);
        }
        boolean forgetsText = change.content() == null && workingCopies.find(known.id(), user())
                .filter(copy -> !copy.content().equals(known.content())).isPresent();
        return forgetsText ? Optional.of(Conflict.UNSAVED) : Optional.empty();
    }

    /** The answer to the same request got lost on its way. */
    private static boolean isRepeated(Report known, ReportStep step, ReportChange change) {
        return known.version() == change.version() + 1 && known.modifiedBy().id() == user()
                && known.status() == step.leadsTo() && known.reason().equals(change.reason())
                && (change.content() == null || change.content().equals(known.content()));
    }

    /** Nothing that somebody typed is lost because somebody else was faster. */
    private void rescue(Report known, ReportChange change) {
        if (change.content() != null && !change.content().equals(known.content())) {
            int revision = workingCopies.find(known.id(), user()).map(WorkingCopy::revision).orElse(0) + 1;
            workingCopies.put(known.id(), user(),
                    new WorkingCopy(change.version(), revision, change.content(), now()));
        }
    }

    private Report next(Report known, ReportStep step, ReportContent content, ReportChange change) {
        Instant now = now();
        table.update(known.id(), known.version(), step.leadsTo(), content, change.reason(), user(), now);
        if (step.leadsTo().isSigned()) {
            String line = change.signatureLine().isEmpty() ? Person.current().fullName() : change.signatureLine();
            table.sign(known.id(), user(), line, now);
            locks.release(known.id(), user());
            events.publishEvent(new ReportSigned(known.id(), known.version() + 1, known.studyInstanceUid()));
        }
        workingCopies.delete(known.id(), user(), change.revision());
        Report made = table.find(known.id()).orElseThrow();
        versions.add(made);
        return made;
    }

    /**
     * Puts a report aside: a draft by whoever began it, anything else by an administrator. What is signed needs a reason.
     *
     * @return empty when there is no such report
     * @throws InvalidReportException when the reason is missing or somebody writes in it
     */
    public Optional<Report> delete(long id, String reason) {
        doorkeeper.require(Action.WRITE_REPORTS, Long.toString(id));
        String why = new ReportChange(0, ReportContent.EMPTY, null, reason, "").reason();
        Optional<Report> deleted = transaction.execute(_ -> table.findAlone(id).map(known -> {
            requireDeletable(known, why);
            table.delete(id, why, user(), now());
            return known;
        }));
        deleted.ifPresent(report -> told("DELETE_REPORT", report));
        return deleted;
    }

    private void requireDeletable(Report known, String reason) {
        boolean own = !known.status().isSigned() && known.createdBy().id() == user();
        if (!own && !doorkeeper.allows(Action.DELETE_REPORTS)) {
            throw doorkeeper.refusal(Action.DELETE_REPORTS, Reports.name(known));
        }
        if (known.status().isSigned() && reason.isEmpty()) {
            throw new InvalidReportException("A signed report is deleted only for a reason.");
        }
        if (locks.isHeldByAnother(known.id(), user())) {
            throw new InvalidReportException("Somebody else is writing in this report.");
        }
    }

    private Report told(String action, Report report) {
        audit.record(action, "REPORT", Reports.name(report), AuditLog.Result.SUCCESS);
        events.publishEvent(new ReportChanged(report.studyInstanceUid()));
        return report;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static long user() {
        return Person.current().id();
    }
}
