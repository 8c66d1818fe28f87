package org.hospitalviewer.archive.embedded;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.hospitalviewer.archive.Comparison;
import org.hospitalviewer.archive.QuarantineReview;
import org.hospitalviewer.archive.Quarantined;
import org.hospitalviewer.archive.StoredFile;
import org.hospitalviewer.archive.StoredInstance;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.io.FileMeta;
import org.hospitalviewer.dicom.io.Part10File;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides about the files in the quarantine. Each step leaves all objects in the archive, quarantine or trash. */
final class EmbeddedQuarantineReview implements QuarantineReview {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedQuarantineReview.class);
    private static final String QUARANTINE = "quarantine/";
    private static final int UUID_BYTES = 16;

    private final FileStore files;
    private final Quarantine quarantine;
    private final EmbeddedTrash trash;
    private final Reindexing reindexing;
    private final ObjectLocks locks;
    private final ReceiptDay receiptDay;
    private final ReentrantLock changing;

    EmbeddedQuarantineReview(FileStore files, Quarantine quarantine, EmbeddedTrash trash, Reindexing reindexing,
                             ObjectLocks locks, ReceiptDay receiptDay, ReentrantLock changing) {
        this.files = files;
        this.quarantine = quarantine;
        this.trash = trash;
        this.reindexing = reindexing;
        this.locks = locks;
        this.receiptDay = receiptDay;
        this.changing = changing;
    }

    @Override
    public List<Quarantined> waiting() {
        return quarantine.rows().stream().map(EmbeddedQuarantineReview::quarantined).toList();
    }

    @Override
    public Optional<Quarantined> find(long id) {
        return quarantine.find(id).map(EmbeddedQuarantineReview::quarantined);
    }

    private static Quarantined quarantined(Quarantine.Row row) {
        Attributes header = new Attributes();
        try {
            header = Part10File.open(row.file()).header();
        } catch (IOException e) {
            LOG.warn("The file {} in the quarantine cannot be read: {}", row.name(), e.getMessage());
        }
        return new Quarantined(row.id(), row.arrivedAt(), row.sender(), row.address(), row.sopUid(), row.studyUid(),
                header.getString(Tag.PatientName, ""), header.getString(Tag.PatientID, ""),
                header.getString(Tag.Modality, ""), header.getString(Tag.StudyDate, ""));
    }

    @Override
    public Optional<Comparison> compare(long id) throws IOException {
        Optional<Quarantine.Row> row = quarantine.find(id);
        if (row.isEmpty()) {
            return Optional.empty();
        }
        Optional<IndexedInstance> present = present(row.get());
        if (present.isEmpty()) {
            return Optional.of(new Comparison(false, false, List.of(), true));
        }
        Part10File stored = Part10File.open(files.resolve(present.get().path()));
        Part10File arrived = Part10File.open(row.get().file());
        HeaderComparison headers = new HeaderComparison(stored.header(), arrived.header());
        return Optional.of(new Comparison(true, PixelDigest.of(stored).equals(PixelDigest.of(arrived)),
                headers.differences(), headers.isComplete()));
    }

    private Optional<IndexedInstance> present(Quarantine.Row row) {
        reindexing.indexer().awaitAcknowledged();
        return reindexing.indexer().find(row.sopUid()).filter(one -> Files.exists(files.resolve(one.path())));
    }

    @Override
    public Optional<StoredInstance> arrived(long id) {
        return quarantine.find(id).flatMap(row -> {
            try {
                return Optional.of(file(StoredFileReader.read(row.file(), row.name(), receiptDay.today()), row));
            } catch (IOException e) {
                LOG.warn("The file {} in the quarantine cannot be read: {}", row.name(), e.getMessage());
                return Optional.empty();
            }
        });
    }

    private static StoredFile file(IndexedInstance one, Quarantine.Row row) {
        return new StoredFile(one.studyUid(), one.seriesUid(), one.sopUid(), one.sopClassUid(), one.transferSyntaxUid(),
                HexFormat.of().formatHex(one.dataSetSha256(), 0, UUID_BYTES), row.file());
    }

    @Override
    public Optional<StoredInstance> stored(long id) {
        return quarantine.find(id).flatMap(this::present).map(one -> new StoredFile(one.studyUid(), one.seriesUid(),
                one.sopUid(), one.sopClassUid(), one.transferSyntaxUid(),
                HexFormat.of().formatHex(one.dataSetSha256(), 0, UUID_BYTES), files.resolve(one.path())));
    }

    @Override
    public boolean decide(long id, Decision decision, String decidedBy) throws IOException {
        changing.lock();
        try {
            Optional<Quarantine.Row> row = quarantine.find(id);
            if (row.isEmpty()) {
                return false;
            }
            switch (decision) {
                case KEEP_STORED -> discard(row.get(), decidedBy);
                case REPLACE -> replace(row.get(), decidedBy);
                case KEEP_BOTH -> keepBoth(row.get(), decidedBy);
            }
            quarantine.remove(id);
            LOG.info("{} decided {} about {}", decidedBy, decision, row.get().name());
            return true;
        } finally {
            changing.unlock();
        }
    }

    private void discard(Quarantine.Row row, String decidedBy) throws IOException {
        trash.takeObject(Part10File.open(row.file()).header(), List.of(QUARANTINE + row.name()), decidedBy);
    }

    private void replace(Quarantine.Row row, String decidedBy) throws IOException {
        try (ObjectLocks.Hold _ = locks.one(row.sopUid())) {
            Optional<IndexedInstance> present = present(row);
            IndexedInstance arrived = StoredFileReader.read(row.file(), place(row, present), receiptDay.today());
            boolean sameSeries = present.isPresent() && isInSeriesOf(present.get(), arrived);
            if (present.isPresent() && !sameSeries) {
                trashVersions(present.get(), decidedBy);
            }
            if (sameSeries) { // it keeps its place in the order of arrival
                Files.setLastModifiedTime(row.file(), Files.getLastModifiedTime(files.resolve(present.get().path())));
            }
            // In the same series the new version is in force as soon as its file is there; the old one follows after.
            reindexing.noteDay(FileStore.dayOf(arrived.path()));
            files.takeIn(row.file(), arrived.path());
            reindexing.put(StoredFileReader.read(files.resolve(arrived.path()), arrived.path(),
                    FileStore.dayOf(arrived.path())));
            if (sameSeries) {
                trashVersions(present.get(), decidedBy);
            }
        }
    }

    /** Beside the stored object, as its next version; else where it would have been stored. */
    private String place(Quarantine.Row row, Optional<IndexedInstance> present) throws IOException {
        Attributes header = Part10File.open(row.file()).header();
        String own = FileStore.relativePath(receiptDay.today(), header.getString(Tag.StudyInstanceUID),
                header.getString(Tag.SeriesInstanceUID), row.sopUid());
        if (present.isPresent() && present.get().studyUid().equals(header.getString(Tag.StudyInstanceUID))
                && present.get().seriesUid().equals(header.getString(Tag.SeriesInstanceUID))) {
            own = present.get().path();
        }
        List<String> versions = files.versionsOf(own);
        if (versions.isEmpty()) {
            return own;
        }
        FileVersion newest = FileVersion.of(versions.getLast());
        return newest.withNumber(newest.number() + 1).file();
    }

    private static boolean isInSeriesOf(IndexedInstance one, IndexedInstance other) {
        return one.studyUid().equals(other.studyUid()) && one.seriesUid().equals(other.seriesUid());
    }

    private void trashVersions(IndexedInstance old, String decidedBy) throws IOException {
        List<String> versions = files.versionsOf(old.path()).stream()
                .filter(version -> FileVersion.of(version).number() <= FileVersion.of(old.path()).number())
                .map(version -> EmbeddedTrash.ARCHIVE + version).toList();
        trash.takeObject(Part10File.open(files.resolve(old.path())).header(), versions, decidedBy);
        reindexing.remove(old.studyUid(), old.path()::equals);
    }

    /**
     * The new object under a UID of its own, which tells the one it had (PS3.3 C.12.1.1.9, PS3.4 B.4.1.3: a SOP Instance
     * UID is changed when the object is). The UID is made of the content, so that a decision that was cut off can be
     * taken again.
     */
    private void keepBoth(Quarantine.Row row, String decidedBy) throws IOException {
        Part10File file = Part10File.open(row.file());
        Attributes header = file.header();
        IndexedInstance arrived = StoredFileReader.read(row.file(), row.name(), receiptDay.today());
        String uid = uid(arrived);
        try (ObjectLocks.Hold _ = locks.one(uid)) {
            if (reindexing.indexer().find(uid).isEmpty()) {
                String path = FileStore.relativePath(receiptDay.today(), arrived.studyUid(), arrived.seriesUid(), uid);
                Attributes renamed = OriginalAttributes.changed(header, Map.of(Tag.SOPInstanceUID, uid), Instant.now());
                try (IncomingFile incoming = files.newIncomingFile()) {
                    RewrittenFile.write(file, FileMeta.of(arrived.sopClassUid(), uid, arrived.transferSyntaxUid()),
                            renamed, incoming, files.resolve(path));
                }
                reindexing.put(StoredFileReader.read(files.resolve(path), path, FileStore.dayOf(path)));
            }
        }
        discard(row, decidedBy);
    }

    /** A name-based UUID as a UID (PS3.5 B.2). */
    private static String uid(IndexedInstance arrived) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(arrived.sopUid().getBytes(StandardCharsets.US_ASCII));
            byte[] uuid = Arrays.copyOf(digest.digest(arrived.dataSetSha256()), UUID_BYTES);
            uuid[6] = (byte) (uuid[6] & 0x0f | 0x80);
            uuid[8] = (byte) (uuid[8] & 0x3f | 0x80);
            return "2.25." + new BigInteger(1, uuid);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
