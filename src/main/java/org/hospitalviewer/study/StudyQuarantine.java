package org.hospitalviewer.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.hospitalviewer.access.Account;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.access.Doorkeeper;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.Comparison;
import org.hospitalviewer.archive.Quarantined;
import org.hospitalviewer.archive.QuarantineReview;
import org.hospitalviewer.archive.StoredInstance;
import org.springframework.stereotype.Service;

/** Comparing clashing objects and deciding about them, by those who may, and into the audit log. */
@Service
public class StudyQuarantine {

    private final Archive archive;
    private final Doorkeeper doorkeeper;
    private final AuditLog audit;

    StudyQuarantine(Archive archive, Doorkeeper doorkeeper, AuditLog audit) {
        this.archive = archive;
        this.doorkeeper = doorkeeper;
        this.audit = audit;
    }

    /** Whether this archive keeps clashing objects. */
    public boolean isThere() {
        return archive.quarantine().isPresent();
    }

    /** What waits for a decision, the newest first. */
    public List<Quarantined> waiting() {
        doorkeeper.require(Action.DECIDE_QUARANTINE, "quarantine");
        return review().waiting();
    }

    public Optional<Quarantined> find(long id) {
        doorkeeper.require(Action.DECIDE_QUARANTINE, "quarantine " + id);
        return review().find(id);
    }

    /** How the new object differs from the stored one; empty when it no longer waits. */
    public Optional<Comparison> compare(long id) {
        Optional<Quarantined> object = find(id);
        object.ifPresent(one -> audit.record("COMPARE_QUARANTINE", "INSTANCE", one.sopInstanceUid(),
                AuditLog.Result.SUCCESS));
        try {
            return review().compare(id);
        } catch (IOException e) {
            throw new UncheckedIOException("The two objects cannot be compared: " + e.getMessage(), e);
        }
    }

    /**
     * One of the two objects.
     *
     * @param arrived the new one, else the stored one
     */
    public Optional<StoredInstance> instance(long id, boolean arrived) {
        doorkeeper.require(Action.DECIDE_QUARANTINE, "quarantine " + id);
        return arrived ? review().arrived(id) : review().stored(id);
    }

    /** Others that wait, of the same study from the same sender. */
    public List<Quarantined> alike(Quarantined object) {
        return waiting().stream().filter(other -> other.id() != object.id()
                && other.studyInstanceUid().equals(object.studyInstanceUid())
                && other.sender().equals(object.sender())).toList();
    }

    /** Carries a decision out; says whether the object still waited. */
    public boolean decide(long id, QuarantineReview.Decision decision) {
        Optional<Quarantined> object = find(id);
        if (object.isEmpty()) {
            return false;
        }
        AuditLog.Result result = AuditLog.Result.FAILED;
        try {
            boolean done = review().decide(id, decision, Account.current().username());
            result = AuditLog.Result.SUCCESS;
            return done;
        } catch (IOException e) {
            throw new UncheckedIOException("The decision could not be carried out: " + e.getMessage(), e);
        } finally {
            audit.record(Action.DECIDE_QUARANTINE.name(), "INSTANCE", object.get().sopInstanceUid() + " " + decision
                    + " (study " + object.get().studyInstanceUid() + ", from " + object.get().sender() + ")", result);
        }
    }

    private QuarantineReview review() {
        return archive.quarantine().orElseThrow(() -> new NotOwnArchiveException("quarantine"));
    }
}
