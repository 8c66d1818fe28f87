package org.hospitalviewer.clinical.note;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hospitalviewer.access.Account;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.access.Doorkeeper;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.ArchiveQuery;
import org.hospitalviewer.archive.Match;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.clinical.EntryChanged;
import org.hospitalviewer.clinical.InvalidEntryException;
import org.hospitalviewer.clinical.OutdatedEntryException;
import org.hospitalviewer.dicom.data.Tag;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** What people of the clinic note on studies, series and instances. */
@Service
public class Notes {

    private static final int MOST_PER_STUDY = 2_000;

    private final NoteTable table;
    private final Archive archive;
    private final Doorkeeper doorkeeper;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    Notes(NoteTable table, Archive archive, Doorkeeper doorkeeper, AuditLog audit, ApplicationEventPublisher events) {
        this.table = table;
        this.archive = archive;
        this.doorkeeper = doorkeeper;
        this.audit = audit;
        this.events = events;
    }

    /** Those of its series and instances too, in the order in which they were made. */
    public List<Note> ofStudy(String studyInstanceUid) {
        doorkeeper.require(Action.READ_NOTES, studyInstanceUid);
        return read("STUDY", studyInstanceUid, table.ofStudy(studyInstanceUid));
    }

    /** The same for several studies; of those without notes nobody reads anything. */
    public List<Note> ofStudies(Collection<String> studyInstanceUids) {
        doorkeeper.require(Action.READ_NOTES, "studies");
        List<Note> found = table.ofStudies(studyInstanceUids);
        found.stream().map(Note::studyInstanceUid).distinct().forEach(study -> read("STUDY", study, found));
        return found;
    }

    /** Those of its instances too, in the order in which they were made. */
    public List<Note> ofSeries(String seriesInstanceUid) {
        doorkeeper.require(Action.READ_NOTES, seriesInstanceUid);
        return read("SERIES", seriesInstanceUid, table.ofSeries(seriesInstanceUid));
    }

    private List<Note> read(String kind, String uid, List<Note> notes) {
        audit.record("READ_NOTES", kind, uid, AuditLog.Result.SUCCESS);
        return notes;
    }

    /**
     * Keeps a note.
     *
     * @return empty when the archive has no such study, series or instance
     * @throws InvalidEntryException when it makes no sense
     */
    public Optional<Note> add(NewNote wanted) {
        doorkeeper.require(Action.WRITE_NOTES, String.valueOf(wanted.studyInstanceUid()));
        NewNote added = wanted.checked();
        if (!isThere(added)) {
            return Optional.empty();
        }
        if (table.count(added.studyInstanceUid()) >= MOST_PER_STUDY) {
            throw new InvalidEntryException("A study holds " + MOST_PER_STUDY + " notes at most.");
        }
        return table.find(table.insert(added, Account.current().id())).map(note -> changed("CREATE_NOTE", note));
    }

    /**
     * Replaces what a note says.
     *
     * @return empty when there is no such note
     * @throws InvalidEntryException  when it makes no sense
     * @throws OutdatedEntryException when somebody changed it meanwhile
     */
    public Optional<Note> change(long id, NoteChange wanted) {
        Optional<Note> known = own(id);
        if (known.isEmpty()) {
            return known;
        }
        if (!table.update(id, wanted.checked(), Account.current().id())) {
            throw new OutdatedEntryException("Somebody else has changed this note meanwhile.");
        }
        return table.find(id).map(note -> changed("CHANGE_NOTE", note));
    }

    /** Says whether there was one. */
    public boolean delete(long id) {
        Optional<Note> known = own(id).filter(_ -> table.delete(id, Account.current().id()));
        known.ifPresent(note -> changed("DELETE_NOTE", note));
        return known.isPresent();
    }

    /** A note that the current user may change. */
    private Optional<Note> own(long id) {
        doorkeeper.require(Action.WRITE_NOTES, Long.toString(id));
        Optional<Note> known = table.find(id);
        if (known.isPresent() && known.get().createdBy().id() != Account.current().id()) {
            doorkeeper.require(Action.MANAGE_NOTES, Long.toString(id));
        }
        return known;
    }

    private boolean isThere(NewNote note) {
        if (note.sopInstanceUid() != null) {
            return archive.instance(note.studyInstanceUid(), note.seriesInstanceUid(), note.sopInstanceUid()).isPresent();
        }
        Match study = new Match.Equal(Tag.StudyInstanceUID, note.studyInstanceUid());
        List<Match> matches = note.seriesInstanceUid() == null ? List.of(study)
                : List.of(study, new Match.Equal(Tag.SeriesInstanceUID, note.seriesInstanceUid()));
        QueryLevel level = note.seriesInstanceUid() == null ? QueryLevel.STUDY : QueryLevel.SERIES;
        return !archive.find(ArchiveQuery.of(level, matches, 0, 1)).isEmpty();
    }

    private Note changed(String action, Note note) {
        audit.record(action, "NOTE", note.id() + " of study " + note.studyInstanceUid(), AuditLog.Result.SUCCESS);
        events.publishEvent(new EntryChanged(note.studyInstanceUid()));
        return note;
    }
}
