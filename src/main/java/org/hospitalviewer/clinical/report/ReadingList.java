package org.hospitalviewer.clinical.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hospitalviewer.access.Account;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.access.Doorkeeper;
import org.hospitalviewer.access.Users;
import org.hospitalviewer.archive.Archive;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** What the worklist and the dashboard ask: which studies are read, by whom, which are urgent, how long it takes. */
@Service
public class ReadingList {

    static final int MOST_PER_PAGE = 500;

    private final ReadingTable table;
    private final Archive archive;
    private final Users users;
    private final Doorkeeper doorkeeper;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock = Clock.systemUTC();

    ReadingList(ReadingTable table, Archive archive, Users users, Doorkeeper doorkeeper, AuditLog audit,
                ApplicationEventPublisher events) {
        this.table = table;
        this.archive = archive;
        this.users = users;
        this.doorkeeper = doorkeeper;
        this.audit = audit;
        this.events = events;
    }

    /**
     * For each of these studies that has a report, the status that counts most. The referring doctor learns of signed ones
     * only.
     */
    public Map<String, ReportStatus> statusOf(Collection<String> studyInstanceUids) {
        boolean drafts = doorkeeper.allows(Action.SEE_READING);
        if (!drafts) {
            doorkeeper.require(Action.READ_REPORTS, "");
        }
        return table.statuses(studyInstanceUids, drafts);
    }

    /** Who is to read these studies and which are urgent; studies of which nothing is said are missing. */
    public Map<String, StudyReading> readingOf(Collection<String> studyInstanceUids) {
        doorkeeper.require(Action.SEE_READING, "");
        return table.readings(studyInstanceUids);
    }

    /** Studies that have a report of this status, those changed last first. */
    public List<String> studiesWith(ReportStatus status, int limit) {
        doorkeeper.require(status.isSigned() ? Action.READ_REPORTS : Action.SEE_READING, status.code());
        return table.studiesWith(status, Math.clamp(limit, 1, 10_000));
    }

    /**
     * Studies without a signed report that are urgent or given to somebody, the urgent ones first.
     *
     * @param assignedTo only those given to this user; null for all
     */
    public List<String> waiting(Long assignedTo, int limit) {
        doorkeeper.require(Action.SEE_READING, "");
        return table.waiting(assignedTo, Math.clamp(limit, 1, 10_000));
    }

    /**
     * Reports without what they say, those changed last first.
     *
     * @param before where to go on, as {@link ReportPage#next} says; null for the start
     * @throws InvalidReportException when nobody was told of such a place
     */
    public ReportPage list(ReportFilter filter, int limit, String before) {
        doorkeeper.require(Action.READ_REPORTS, "");
        int most = Math.clamp(limit, 1, MOST_PER_PAGE);
        List<ReportPage.Entry> found = table.list(filter, doorkeeper.allows(Action.WRITE_REPORTS),
                Account.current().id(), ReportCursor.of(before), most + 1);
        audit.record("LIST_REPORTS", "SEARCH", filter.toString(), AuditLog.Result.SUCCESS);
        if (found.size() <= most) {
            return new ReportPage(found, null);
        }
        ReportPage.Entry last = found.get(most - 1);
        return new ReportPage(found.subList(0, most), new ReportCursor(last.modifiedAt(), last.id()).text());
    }

    /** Drafts of the current user, and reports in which they have typed text that is not saved. */
    public List<ReportPage.Entry> myDrafts() {
        doorkeeper.require(Action.WRITE_REPORTS, "");
        long user = Account.current().id();
        List<ReportPage.Entry> unsaved = table.list(new ReportFilter(null, null, false, true), true, user,
                ReportCursor.START, MOST_PER_PAGE);
        List<ReportPage.Entry> drafts = table.list(new ReportFilter(ReportStatus.DRAFT, null, true, false), true, user,
                ReportCursor.START, MOST_PER_PAGE);
        return Stream.concat(unsaved.stream(), drafts.stream()).distinct().toList();
    }

    /** What is said of one study. */
    public StudyReading readingOf(String studyInstanceUid) {
        return readingOf(List.of(studyInstanceUid)).getOrDefault(studyInstanceUid, StudyReading.NONE);
    }

    /**
     * Gives a study to somebody and says whether it is urgent.
     *
     * @param assignedTo user who may write reports; null for nobody
     * @return false when the archive has no such study
     * @throws InvalidReportException when this user does not write reports
     */
    public boolean assign(String studyInstanceUid, Long assignedTo, boolean urgent) {
        doorkeeper.require(Action.ASSIGN_READING, studyInstanceUid);
        if (assignedTo != null && writers().stream().noneMatch(writer -> writer.id() == assignedTo)) {
            throw new InvalidReportException("This user does not write reports.");
        }
        if (ReportedStudy.find(archive, studyInstanceUid).isEmpty()) {
            return false;
        }
        table.put(studyInstanceUid, assignedTo, urgent, Account.current().id());
        audit.record("ASSIGN_READING", "STUDY", studyInstanceUid + " to " + (assignedTo == null ? "nobody" : assignedTo)
                + (urgent ? ", urgent" : ""), AuditLog.Result.SUCCESS);
        events.publishEvent(new ReportChanged(studyInstanceUid));
        return true;
    }

    /** Those to whom studies can be given, by name. */
    public List<Person> physicians() {
        doorkeeper.require(Action.SEE_READING, "");
        return writers();
    }

    private List<Person> writers() {
        return users.whoMay(Action.WRITE_REPORTS).stream()
                .map(user -> new Person(user.id(), user.username(), user.fullName())).toList();
    }

    /** How long reports took that were signed in the last days. */
    public Turnaround turnaround(int days) {
        doorkeeper.require(Action.SEE_READING, "");
        Instant since = clock.instant().minus(Duration.ofDays(days));
        return Turnaround.of(days, table.signedSince(since), table.turnarounds(since), table.drafts());
    }
}
