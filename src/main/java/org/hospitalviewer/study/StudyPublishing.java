package org.hospitalviewer.study;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hospitalviewer.access.Account;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.access.Doorkeeper;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.ArchiveQuery;
import org.hospitalviewer.archive.Match;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.dicom.data.Tag;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Marking studies to be published and taking that back, by those who may, and into the audit log; the sync does the rest. */
@Service
public class StudyPublishing {

    private final PublishMarks marks;
    private final Archive archive;
    private final Doorkeeper doorkeeper;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final List<Runnable> followers = new CopyOnWriteArrayList<>();

    StudyPublishing(PublishMarks marks, Archive archive, Doorkeeper doorkeeper, AuditLog audit,
                    ApplicationEventPublisher events) {
        this.marks = marks;
        this.archive = archive;
        this.doorkeeper = doorkeeper;
        this.audit = audit;
        this.events = events;
    }

    /** Those of these studies that are marked. */
    public Set<String> marked(Collection<String> studyInstanceUids) {
        doorkeeper.require(Action.SEARCH_STUDIES, "");
        return marks.marked(studyInstanceUids);
    }

    /** What was said last of a study; empty when it was never marked. */
    public Optional<PublishMark> find(String studyInstanceUid) {
        doorkeeper.require(Action.PUBLISH_STUDIES, studyInstanceUid);
        return marks.find(studyInstanceUid);
    }

    /**
     * Marks a study.
     *
     * @return false when the archive has no such study
     */
    public boolean mark(String studyInstanceUid) {
        doorkeeper.require(Action.PUBLISH_STUDIES, studyInstanceUid);
        if (archive.find(ArchiveQuery.of(QueryLevel.STUDY,
                List.of(new Match.Equal(Tag.StudyInstanceUID, studyInstanceUid)), 0, 1)).isEmpty()) {
            audit.record(Action.PUBLISH_STUDIES.name(), "STUDY", studyInstanceUid, AuditLog.Result.FAILED);
            return false;
        }
        put(Action.PUBLISH_STUDIES.name(), studyInstanceUid, true);
        return true;
    }

    /**
     * Takes the mark of a study back, be the study still there or not.
     *
     * @return false when it was not marked
     */
    public boolean withdraw(String studyInstanceUid) {
        doorkeeper.require(Action.PUBLISH_STUDIES, studyInstanceUid);
        if (marks.find(studyInstanceUid).filter(PublishMark::marked).isEmpty()) {
            return false;
        }
        put("WITHDRAW_PUBLISH_MARK", studyInstanceUid, false);
        return true;
    }

    private void put(String action, String studyInstanceUid, boolean marked) {
        marks.put(studyInstanceUid, marked, Account.current().username());
        audit.record(action, "STUDY", studyInstanceUid, AuditLog.Result.SUCCESS);
        events.publishEvent(new PublishMarkChanged(studyInstanceUid));
        followers.forEach(Runnable::run);
    }

    /** Calls the listener after each change; returns what ends it. */
    public Runnable subscribe(Runnable listener) {
        followers.add(listener);
        return () -> followers.remove(listener);
    }
}
