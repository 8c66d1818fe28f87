package org.hospitalviewer.archive.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.hospitalviewer.appliance.StartProgress;
import org.hospitalviewer.archive.AnnouncedInstance;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.ArchiveHealth;
import org.hospitalviewer.archive.ArchiveQuery;
import org.hospitalviewer.archive.Origin;
import org.hospitalviewer.archive.Corrections;
import org.hospitalviewer.archive.Holdings;
import org.hospitalviewer.archive.QuarantineReview;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.archive.StoreOutcome;
import org.hospitalviewer.archive.StoredInstance;
import org.hospitalviewer.archive.StudyChange;
import org.hospitalviewer.archive.StudyChanges;
import org.hospitalviewer.archive.Trash;
import org.hospitalviewer.archive.Upkeep;
import org.hospitalviewer.dicom.data.Attributes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The appliance's own archive: plain files and an index that can be rebuilt from them. */
final class EmbeddedArchive implements Archive, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedArchive.class);

    private final FileStore files;
    private final JdbcClient jdbc;
    private final IndexReader reader;
    private final Indexer indexer;
    private final Intake intake;
    private final ChangeLog changeLog;
    private final SeriesCache seen = new SeriesCache();
    private final Upkeep upkeep;
    private final EmbeddedTrash trash;
    private final Corrections corrections;
    private final QuarantineReview quarantineReview;
    private final List<Consumer<StudyChange>> listeners = new CopyOnWriteArrayList<>();

    EmbeddedArchive(FileStore files, Quarantine quarantine, JdbcTemplate index, TransactionTemplate transactions,
                    DiskReserve reserve, Clock clock, StartProgress progress) throws IOException {
        this.files = files;
        this.jdbc = JdbcClient.create(index);
        this.reader = new IndexReader(jdbc, files);
        this.changeLog = new ChangeLog(jdbc);
        changeLog.prune();
        this.indexer = new Indexer(new IndexWriter(index, transactions), new KnownObjects(index), seen, this::publish);
        ReceiptDay receiptDay = new ReceiptDay(clock, LocalDate.now(clock));
        this.upkeep = new EmbeddedUpkeep(files, quarantine, indexer, index.getDataSource(), receiptDay.earliest());
        ObjectLocks locks = new ObjectLocks();
        ReentrantLock changing = new ReentrantLock();
        Reindexing reindexing = new Reindexing(indexer, new IndexRevision(index, transactions));
        this.corrections = new EmbeddedCorrections(files, reindexing, reserve, changing);
        this.intake = new Intake(files, quarantine, indexer, reserve, receiptDay, locks);
        try {
            this.trash = new EmbeddedTrash(files, quarantine, locks, reindexing, reader, changing);
            this.quarantineReview = new EmbeddedQuarantineReview(files, quarantine, trash, reindexing, locks, receiptDay,
                    changing);
            trash.recover();
            new Recovery(files, jdbc, reindexing, progress).run(receiptDay.earliest());
        } catch (IOException | RuntimeException e) {
            indexer.close();
            throw e;
        }
    }

    @Override
    public StoreOutcome store(Origin origin, AnnouncedInstance announced, InputStream dataSet) throws IOException {
        return intake.receive(origin, announced, dataSet);
    }

    @Override
    public List<Attributes> find(ArchiveQuery query) {
        indexer.awaitAcknowledged();
        return reader.find(query);
    }

    @Override
    public long count(ArchiveQuery query) {
        indexer.awaitAcknowledged();
        return reader.count(query);
    }

    @Override
    public Set<Integer> matchable(QueryLevel level) {
        return SearchSql.matchable(level);
    }

    @Override
    public List<StoredInstance> instances(String studyInstanceUid, String seriesInstanceUid) {
        indexer.awaitAcknowledged();
        return series(studyInstanceUid, seriesInstanceUid).instances();
    }

    @Override
    public Optional<StoredInstance> instance(String studyInstanceUid, String seriesInstanceUid,
                                             String sopInstanceUid) {
        Optional<StoredInstance> known = seen.instance(studyInstanceUid, seriesInstanceUid, sopInstanceUid);
        if (known.isPresent()) {
            return known;
        }
        indexer.awaitAcknowledged();
        return Optional.ofNullable(series(studyInstanceUid, seriesInstanceUid).bySopUid().get(sopInstanceUid));
    }

    private SeriesCache.Series series(String studyInstanceUid, String seriesInstanceUid) {
        return seen.series(studyInstanceUid, seriesInstanceUid,
                () -> reader.instances(studyInstanceUid, seriesInstanceUid));
    }

    @Override
    public Subscription subscribe(Consumer<StudyChange> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public StudyChanges changesSince(long sequence, int limit) {
        indexer.awaitAcknowledged();
        return changeLog.since(sequence, limit);
    }

    @Override
    public long lastChange() {
        indexer.awaitAcknowledged();
        return changeLog.last();
    }

    @Override
    public ArchiveHealth health() {
        try {
            return jdbc.sql("SELECT COUNT(*), COALESCE(SUM(instance_count), 0) FROM study")
                    .query((row, _) -> new ArchiveHealth(true, "", freeBytes(), row.getLong(1), row.getLong(2))).single();
        } catch (DataAccessException e) {
            LOG.warn("The archive's index does not answer: {}", e.getMessage());
            return new ArchiveHealth(false, "The database of the archive does not answer.", freeBytes(), 0, 0);
        }
    }

    private long freeBytes() {
        try {
            return Files.getFileStore(files.root()).getUsableSpace();
        } catch (IOException e) {
            LOG.warn("The archive's disk does not answer", e);
            return 0;
        }
    }

    @Override
    public Optional<Upkeep> upkeep() {
        return Optional.of(upkeep);
    }

    @Override
    public Optional<Holdings> holdings() {
        return Optional.of(new EmbeddedHoldings(files, indexer, jdbc));
    }

    @Override
    public Optional<Trash> trash() {
        return Optional.of(trash);
    }

    @Override
    public Optional<Corrections> corrections() {
        return Optional.of(corrections);
    }

    @Override
    public Optional<QuarantineReview> quarantine() {
        return Optional.of(quarantineReview);
    }

    private void publish(StudyChange change) {
        for (Consumer<StudyChange> listener : listeners) {
            try {
                listener.accept(change);
            } catch (RuntimeException e) {
                LOG.warn("A follower of the archive failed at {}", change, e);
            }
        }
    }

    @Override
    public void close() {
        indexer.close();
    }
}
