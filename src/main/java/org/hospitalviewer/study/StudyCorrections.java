package org.hospitalviewer.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hospitalviewer.access.Account;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.access.Doorkeeper;
import org.hospitalviewer.appliance.job.JobService;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.ArchiveQuery;
import org.hospitalviewer.archive.CorrectedValues;
import org.hospitalviewer.archive.Match;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Dictionary;
import org.hospitalviewer.dicom.data.Tag;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

/** Asking for corrections of studies, by those who may, and into the audit log; a job carries them out. */
@Service
public class StudyCorrections {

    private final Archive archive;
    private final CorrectionTable table;
    private final JobService jobs;
    private final Doorkeeper doorkeeper;
    private final AuditLog audit;

    StudyCorrections(Archive archive, CorrectionTable table, @Lazy JobService jobs, Doorkeeper doorkeeper,
                     AuditLog audit) {
        this.archive = archive;
        this.table = table;
        this.jobs = jobs;
        this.doorkeeper = doorkeeper;
        this.audit = audit;
    }

    /** Whether this archive can be corrected. */
    public boolean isPossible() {
        return archive.corrections().isPresent();
    }

    /**
     * Asks for a correction.
     *
     * @return it, or empty when there is no such study or nothing in it would change
     * @throws InvalidCorrectionException when the values cannot be written
     */
    public Optional<Correction> request(String studyInstanceUid, CorrectedValues values) {
        doorkeeper.require(Action.CORRECT_STUDIES, studyInstanceUid);
        requirePossible();
        if (!values.problems().isEmpty()) {
            throw new InvalidCorrectionException(values.problems());
        }
        Optional<Attributes> study = study(studyInstanceUid);
        Map<String, String> before = new TreeMap<>();
        Map<String, String> after = new TreeMap<>();
        values.values().forEach((tag, value) -> {
            String old = study.map(one -> one.getString(tag, "")).orElse("");
            before.put(Dictionary.keyword(tag).orElseThrow(), old);
            after.put(Dictionary.keyword(tag).orElseThrow(), value);
        });
        if (study.isEmpty() || before.equals(after)) {
            return Optional.empty();
        }
        Correction correction = table.insert(studyInstanceUid, Account.current().username(), before, after);
        audit.record(Action.CORRECT_STUDIES.name(), "STUDY", studyInstanceUid + " " + before + " -> " + after,
                AuditLog.Result.SUCCESS);
        jobs.start(CorrectionJob.NAME);
        return Optional.of(correction);
    }

    private Optional<Attributes> study(String uid) {
        return archive.find(ArchiveQuery.of(QueryLevel.STUDY, List.of(new Match.Equal(Tag.StudyInstanceUID, uid)), 0, 1))
                .stream().findFirst();
    }

    /** The newest first. */
    public List<Correction> newest() {
        doorkeeper.require(Action.CORRECT_STUDIES, "corrections");
        return table.newest();
    }

    public Optional<Correction> find(long id) {
        doorkeeper.require(Action.CORRECT_STUDIES, "corrections");
        return table.find(id);
    }

    /** Whether it is in force and no later one of its study is. */
    public boolean canBeUndone(Correction correction) {
        return (correction.state() == Correction.State.APPLIED || correction.state() == Correction.State.FAILED)
                && table.inForce(correction.studyInstanceUid()).getFirst().id() == correction.id();
    }

    /** How many objects came after it was applied; they may still say what the scanner sent. */
    public int arrivedSince(Correction correction) {
        if (correction.state() != Correction.State.APPLIED) {
            return 0;
        }
        return study(correction.studyInstanceUid())
                .map(study -> study.getInt(Tag.NumberOfStudyRelatedInstances, 0) - correction.objects())
                .filter(more -> more > 0).orElse(0);
    }

    /** Puts the files back as they were before; says whether that can be done. */
    public boolean undo(long id) {
        return again(id, Correction.State.UNDOING, "UNDO_CORRECTION");
    }

    /** Applies it once more, for what arrived since or could not be changed; says whether that can be done. */
    public boolean applyAgain(long id) {
        return again(id, Correction.State.PENDING, Action.CORRECT_STUDIES.name());
    }

    private boolean again(long id, Correction.State to, String action) {
        doorkeeper.require(Action.CORRECT_STUDIES, "correction " + id);
        requirePossible();
        Optional<Correction> correction = table.find(id).filter(this::canBeUndone);
        boolean moved = correction.isPresent() && table.move(id, correction.get().state(), to);
        if (moved) {
            audit.record(action, "STUDY", correction.get().studyInstanceUid() + " (correction " + id + ")",
                    AuditLog.Result.SUCCESS);
            jobs.start(CorrectionJob.NAME);
        }
        return moved;
    }

    private void requirePossible() {
        if (!isPossible()) {
            throw new NotOwnArchiveException("correction");
        }
    }
}
