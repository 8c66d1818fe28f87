package org.hospitalviewer.clinical.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hospitalviewer.access.Account;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.Doorkeeper;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.ArchiveQuery;
import org.hospitalviewer.archive.Match;
import org.hospitalviewer.archive.SortKey;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.springframework.stereotype.Service;

/**
 * The studies of the archive together with what is said of their reading. The two are never joined in a database: the
 * archive may be another computer's.
 */
@Service
public class ReadingWorklist {

    /** So many studies in the wanted order are looked at for those that are read or not. */
    public static final int LOOKED_AT = 2_000;

    /** UIDs in one question, which another server gets as part of an address. */
    private static final int UIDS_AT_ONCE = 40;
    private static final SortKey NEWEST_FIRST = new SortKey(Tag.StudyDate, true);

    private final Archive archive;
    private final ReadingList reading;
    private final Doorkeeper doorkeeper;

    ReadingWorklist(Archive archive, ReadingList reading, Doorkeeper doorkeeper) {
        this.archive = archive;
        this.reading = reading;
        this.doorkeeper = doorkeeper;
    }

    /** What the current user may ask for. */
    public List<ReadingFilter> offered() {
        if (!doorkeeper.allows(Action.SEE_READING)) {
            return List.of(ReadingFilter.ALL, ReadingFilter.SIGNED);
        }
        return Stream.of(ReadingFilter.values()).filter(filter -> doorkeeper.allows(Action.WRITE_REPORTS)
                || filter != ReadingFilter.MINE && filter != ReadingFilter.MY_DRAFTS).toList();
    }

    /**
     * A page of the studies at study level that match both.
     *
     * @throws org.hospitalviewer.archive.ArchiveUnavailableException when the archive does not answer
     */
    public List<ListedStudy> find(ArchiveQuery query, ReadingFilter filter) {
        return filter == ReadingFilter.ALL ? listed(archive.find(query))
                : matching(query, filter).stream().skip(query.offset()).limit(query.limit()).toList();
    }

    /** How many there are, whatever the query's page. */
    public long count(ArchiveQuery query, ReadingFilter filter) {
        return filter == ReadingFilter.ALL ? archive.count(query) : matching(query, filter).size();
    }

    private List<ListedStudy> matching(ArchiveQuery query, ReadingFilter filter) {
        return switch (filter) {
            case ALL, SIGNED -> newest(query, study -> filter == ReadingFilter.ALL || study.isRead());
            case UNREAD -> urgentFirst(newest(query, study -> !study.isRead()));
            case UNREAD_FIRST -> unreadFirst(newest(query, _ -> true));
            case MINE -> named(query, reading.waiting(Account.current().id(), LOOKED_AT));
            case URGENT -> named(query, reading.waiting(null, LOOKED_AT)).stream()
                    .filter(study -> study.reading().urgent()).toList();
            case MY_DRAFTS -> named(query, reading.myDrafts().stream().map(ReportPage.Entry::studyInstanceUid).toList());
            case DRAFT -> named(query, reading.studiesWith(ReportStatus.DRAFT, LOOKED_AT));
        };
    }

    private List<ListedStudy> newest(ArchiveQuery query, Predicate<ListedStudy> wanted) {
        return listed(archive.find(page(query, query.matches(), LOOKED_AT))).stream().filter(wanted).toList();
    }

    /** Those of these studies that match the query too, in its order. */
    private List<ListedStudy> named(ArchiveQuery query, List<String> studyInstanceUids) {
        List<String> wanted = studyInstanceUids.stream().distinct().toList();
        List<Attributes> found = new ArrayList<>();
        for (int from = 0; from < wanted.size(); from += UIDS_AT_ONCE) {
            List<Match> matches = new ArrayList<>(query.matches());
            matches.add(new Match.OneOf(Tag.StudyInstanceUID,
                    wanted.subList(from, Math.min(wanted.size(), from + UIDS_AT_ONCE))));
            found.addAll(archive.find(page(query, matches, UIDS_AT_ONCE)));
        }
        found.sort(order(query.order().stream().findFirst().orElse(NEWEST_FIRST)));
        return listed(found);
    }

    private static ArchiveQuery page(ArchiveQuery query, List<Match> matches, int limit) {
        return ArchiveQuery.of(query.level(), matches, 0, limit).orderedBy(query.order());
    }

    private static Comparator<Attributes> order(SortKey key) {
        Comparator<Attributes> rising = Comparator.<Attributes, String>comparing(study -> study.getString(key.tag(), ""))
                .thenComparing(study -> study.getString(Tag.StudyTime, ""));
        return key.descending() ? rising.reversed() : rising;
    }

    private static List<ListedStudy> urgentFirst(List<ListedStudy> studies) {
        return studies.stream().sorted(Comparator.comparing(study -> !study.reading().urgent())).toList();
    }

    private static List<ListedStudy> unreadFirst(List<ListedStudy> studies) {
        return studies.stream().sorted(Comparator.comparing(ListedStudy::isRead)
                .thenComparing(study -> study.isRead() || !study.reading().urgent())).toList();
    }

    private List<ListedStudy> listed(List<Attributes> studies) {
        List<String> uids = studies.stream().map(study -> study.getString(Tag.StudyInstanceUID, "")).toList();
        boolean seesReading = doorkeeper.allows(Action.SEE_READING);
        Map<String, StudyReading> readings = seesReading ? reading.readingOf(uids) : Map.of();
        Map<String, ReportStatus> statuses = reading.statusOf(uids);
        return studies.stream().map(study -> {
            String uid = study.getString(Tag.StudyInstanceUID, "");
            return new ListedStudy(study, statuses.get(uid), readings.getOrDefault(uid, StudyReading.NONE));
        }).toList();
    }
}
