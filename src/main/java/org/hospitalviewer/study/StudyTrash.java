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
import org.hospitalviewer.archive.Trash;
import org.hospitalviewer.archive.TrashEntry;
import org.springframework.stereotype.Service;

/** Deleting and restoring studies, by those who may, and into the audit log. */
@Service
public class StudyTrash {

    private static final String STUDY = "STUDY";

    private final Archive archive;
    private final Doorkeeper doorkeeper;
    private final AuditLog audit;

    StudyTrash(Archive archive, Doorkeeper doorkeeper, AuditLog audit) {
        this.archive = archive;
        this.doorkeeper = doorkeeper;
        this.audit = audit;
    }

    /** Whether this archive has a trash. */
    public boolean isThere() {
        return archive.trash().isPresent();
    }

    /** Moves a study into the trash; empty when there is none of this UID. */
    public Optional<TrashEntry> delete(String studyInstanceUid) {
        doorkeeper.require(Action.DELETE_STUDIES, studyInstanceUid);
        return audited(Action.DELETE_STUDIES.name(), studyInstanceUid,
                trash -> trash.delete(studyInstanceUid, Account.current().username()));
    }

    /** What can be restored, the newest first. */
    public List<TrashEntry> entries() {
        doorkeeper.require(Action.DELETE_STUDIES, "trash");
        try {
            return trash().entries();
        } catch (IOException e) {
            throw new UncheckedIOException("The trash cannot be read: " + e.getMessage(), e);
        }
    }

    /** Puts an entry back into the archive; empty when there is no such entry. */
    public Optional<Trash.Restored> restore(String id) {
        doorkeeper.require(Action.DELETE_STUDIES, id);
        return audited("RESTORE_STUDIES", described(id), trash -> trash.restore(id));
    }

    /** Deletes an entry for ever; says whether there was one. */
    public boolean purge(String id) {
        doorkeeper.require(Action.PURGE_TRASH, id);
        return audited(Action.PURGE_TRASH.name(), described(id),
                trash -> trash.purge(id) ? Optional.of(id) : Optional.empty()).isPresent();
    }

    private String described(String id) {
        return entries().stream().filter(entry -> entry.id().equals(id)).findFirst()
                .map(entry -> entry.studyInstanceUid() + " (" + id + ")").orElse(id);
    }

    private <T> Optional<T> audited(String action, String resource, Work<T> work) {
        AuditLog.Result result = AuditLog.Result.FAILED;
        try {
            Optional<T> done = work.on(trash());
            result = done.isPresent() ? AuditLog.Result.SUCCESS : AuditLog.Result.FAILED;
            return done;
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        } finally {
            audit.record(action, STUDY, resource, result);
        }
    }

    private Trash trash() {
        return archive.trash().orElseThrow(() -> new NotOwnArchiveException("trash"));
    }

    @FunctionalInterface
    private interface Work<T> {
        Optional<T> on(Trash trash) throws IOException;
    }
}
