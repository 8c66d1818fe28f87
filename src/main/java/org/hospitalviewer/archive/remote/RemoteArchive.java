package org.hospitalviewer.archive.remote;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.hospitalviewer.archive.AnnouncedInstance;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.ArchiveHealth;
import org.hospitalviewer.archive.ArchiveQuery;
import org.hospitalviewer.archive.Origin;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.archive.RemoteServer;
import org.hospitalviewer.archive.StoreOutcome;
import org.hospitalviewer.archive.StoredInstance;
import org.hospitalviewer.archive.StudyChange;
import org.hospitalviewer.archive.StudyChanges;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Dictionary;
import org.hospitalviewer.dicom.data.Tag;

/** Another DICOMweb server as the archive: asked in real time, nothing copied. */
final class RemoteArchive implements Archive, AutoCloseable {

    private static final int MAX_ENTITIES = 50_000;

    private final RemoteConnection server;
    private final RemoteSearch search;
    private final StudyList studies;
    private final ChangeLog log;
    private final ChangeFollower follower;
    private final FetchedFiles files;
    private final SeriesObjects objects;
    private final RemoteStore store;

    RemoteArchive(RemoteParts parts) {
        this.server = parts.server();
        this.search = parts.search();
        this.studies = parts.studies();
        this.log = parts.log();
        this.follower = parts.follower();
        this.files = parts.files();
        this.objects = new SeriesObjects(server, search, log, follower, files, parts.download());
        this.store = new RemoteStore(server, parts.uncached(), parts.download());
        log.subscribe(change -> files.dropIf(name -> change.studyInstanceUid().isEmpty()
                || name.studyUid().equals(change.studyInstanceUid())));
    }

    @Override
    public StoreOutcome store(Origin origin, AnnouncedInstance announced, InputStream dataSet) throws IOException {
        RemoteStore.Stored stored = store.store(origin, announced, dataSet);
        String study = stored.header().getString(Tag.StudyInstanceUID);
        log.renew(study);
        if (follower.isCertain()) {
            follower.wake();
        } else {
            log.add(StudyChange.Kind.CHANGED, study);
        }
        return stored.outcome();
    }

    @Override
    public List<Attributes> find(ArchiveQuery query) {
        RemoteLevels.requireKeys(query);
        int needed = (int) Math.min((long) query.offset() + query.limit(), MAX_ENTITIES);
        return matching(query, needed).entities().stream().sorted(EntityOrder.of(query)).skip(query.offset())
                .limit(query.limit()).map(entity -> copy(entity, query)).toList();
    }

    private Found matching(ArchiveQuery query, int needed) {
        if (query.level() == QueryLevel.STUDY) {
            return studies.first(query, needed);
        }
        // Within a study all are put in order; across studies that would take a server minutes.
        boolean inStudy = query.matches().stream().anyMatch(match -> match.tag() == Tag.StudyInstanceUID);
        return search.find(query.level(), query.matches(), RemoteLevels.fields(query), inStudy ? MAX_ENTITIES : needed);
    }

    /** Answers are kept for a short time and changed by those who get them; what was asked for in vain is empty. */
    private static Attributes copy(Attributes entity, ArchiveQuery query) {
        Attributes copy = new Attributes();
        copy.addAll(entity);
        copy.remove(Tag.RetrieveURL);
        if (query.level() == QueryLevel.IMAGE) {
            query.include().stream().filter(tag -> !copy.contains(tag))
                    .forEach(tag -> copy.setEmpty(tag, Dictionary.vr(tag)));
        }
        return copy;
    }

    /** Exact up to the number of studies that are sorted; an Orthanc also knows how many it has in all. */
    @Override
    public long count(ArchiveQuery query) {
        RemoteLevels.requireKeys(query);
        Found found = matching(query, MAX_ENTITIES);
        if (query.level() == QueryLevel.STUDY && query.matches().isEmpty() && found.cutOff()) {
            return Math.max(found.entities().size(), follower.health().studies());
        }
        return found.entities().size();
    }

    @Override
    public Set<Integer> matchable(QueryLevel level) {
        return RemoteLevels.keys(level);
    }

    @Override
    public List<StoredInstance> instances(String studyInstanceUid, String seriesInstanceUid) {
        return objects.all(studyInstanceUid, seriesInstanceUid);
    }

    @Override
    public Optional<StoredInstance> instance(String studyInstanceUid, String seriesInstanceUid,
                                             String sopInstanceUid) {
        return objects.one(new ObjectName(studyInstanceUid, seriesInstanceUid, sopInstanceUid));
    }

    @Override
    public Subscription subscribe(Consumer<StudyChange> listener) {
        return log.subscribe(listener);
    }

    @Override
    public StudyChanges changesSince(long sequence, int limit) {
        return log.since(sequence, limit);
    }

    @Override
    public long lastChange() {
        return log.last();
    }

    @Override
    public ArchiveHealth health() {
        return follower.health();
    }

    @Override
    public Optional<RemoteServer> remote() {
        Optional<ChangeSource> source = follower.source();
        return Optional.of(new RemoteServer(server.settings().url(), source.map(ChangeSource::software).orElse(""),
                source.map(ChangeSource::tellsEverything).orElse(false), follower.risk()));
    }

    @Override
    public void close() {
        follower.close();
        server.close();
        files.close();
    }
}
