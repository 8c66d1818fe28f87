package org.hospitalviewer.archive.embedded;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.hospitalviewer.archive.AnnouncedInstance;
import org.hospitalviewer.archive.Origin;
import org.hospitalviewer.archive.RefusedException;
import org.hospitalviewer.archive.RefusedException.Reason;
import org.hospitalviewer.archive.StoreOutcome;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.TransferSyntax;
import org.hospitalviewer.dicom.io.DataSetScan;
import org.hospitalviewer.dicom.io.DicomFormatException;
import org.hospitalviewer.dicom.io.FileMeta;
import org.hospitalviewer.dicom.io.Part10;
import org.hospitalviewer.dicom.io.ReadLimits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way in: temporary file, checks, durable file, index. The order makes an acknowledged object survive a power cut
 * at any moment: contents forced, renamed, folder forced, queued for the index, and only then answered.
 */
final class Intake {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final int FILE_BUFFER_BYTES = 128 * 1024;
    private static final int LOCKS = 256;

    private final FileStore files;
    private final Quarantine quarantine;
    private final Indexer indexer;
    private final long reserveBytes;
    /** One object at a time per SOP Instance UID: two senders may send the same one at once. */
    private final Lock[] locks = IntStream.range(0, LOCKS).mapToObj(_ -> new ReentrantLock()).toArray(Lock[]::new);

    Intake(FileStore files, Quarantine quarantine, Indexer indexer, long reserveBytes) {
        this.files = files;
        this.quarantine = quarantine;
        this.indexer = indexer;
        this.reserveBytes = reserveBytes;
    }

    StoreOutcome receive(Origin origin, AnnouncedInstance announced, InputStream dataSet) throws IOException {
        requireRoom();
        Path temporary = newTemporaryFile();
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            Received received = write(announced, dataSet, channel);
            StoreOutcome outcome = place(origin, received, channel, temporary);
            LOG.debug("{} {} from {}", outcome, announced.sopInstanceUid(), origin.sender());
            return outcome;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private void requireRoom() throws IOException {
        long free = Files.getFileStore(files.root()).getUsableSpace();
        if (free < reserveBytes) {
            throw new RefusedException(Reason.OUT_OF_RESOURCES,
                    "The archive's disk is nearly full: " + (free >> 20) + " MB free");
        }
    }

    private Path newTemporaryFile() throws RefusedException {
        try {
            return files.newTemporaryFile();
        } catch (IOException e) {
            throw new RefusedException(Reason.OUT_OF_RESOURCES, "The archive's folder cannot be written: "
                    + e.getMessage(), e);
        }
    }

    private Received write(AnnouncedInstance announced, InputStream dataSet, FileChannel channel) throws IOException {
        OutputStream file = new BufferedOutputStream(Channels.newOutputStream(channel), FILE_BUFFER_BYTES);
        Part10.writeHeader(file, FileMeta.of(announced.sopClassUid(), announced.sopInstanceUid(),
                announced.transferSyntaxUid()));
        ReceivedDataSet received = new ReceivedDataSet(dataSet, file);
        Attributes header = scan(received, announced.transferSyntaxUid());
        flush(file);
        RequiredUids.check(header, announced);
        return new Received(header, announced.transferSyntaxUid(), received.digest());
    }

    private static Attributes scan(ReceivedDataSet received, String transferSyntaxUid) throws IOException {
        try {
            return DataSetScan.scan(received, TransferSyntax.of(transferSyntaxUid), ReadLimits.DEFAULT).header();
        } catch (DicomFormatException e) {
            throw new RefusedException(Reason.CANNOT_UNDERSTAND, e.getMessage(), e);
        }
    }

    private static void flush(OutputStream file) throws RefusedException {
        try {
            file.flush();
        } catch (IOException e) {
            throw new RefusedException(Reason.OUT_OF_RESOURCES,
                    "The archive's disk cannot be written: " + e.getMessage(), e);
        }
    }

    private StoreOutcome place(Origin origin, Received received, FileChannel channel, Path temporary)
            throws IOException {
        LocalDate today = LocalDate.now();
        IndexedInstance instance = received.asStoredOn(today);
        Lock lock = locks[Math.floorMod(instance.sopUid().hashCode(), LOCKS)];
        lock.lock();
        try {
            Optional<IndexedInstance> present = indexer.find(instance.sopUid());
            if (present.isPresent()) {
                return compare(origin, present.get(), received, channel, temporary);
            }
            files.moveIntoPlace(channel, temporary, files.resolve(instance.path()));
            indexer.submit(instance);
            return StoreOutcome.STORED;
        } finally {
            lock.unlock();
        }
    }

    private StoreOutcome compare(Origin origin, IndexedInstance present, Received received, FileChannel channel,
                                 Path temporary) throws IOException {
        if (present.hasSameContent(received.digest(), received.transferSyntaxUid())) {
            return StoreOutcome.DUPLICATE;
        }
        quarantine.keep(origin, present, channel, temporary);
        return StoreOutcome.QUARANTINED;
    }

    private record Received(Attributes header, String transferSyntaxUid, DataSetDigest digest) {

        IndexedInstance asStoredOn(LocalDate day) {
            String path = FileStore.relativePath(day, header.getString(Tag.StudyInstanceUID),
                    header.getString(Tag.SeriesInstanceUID),
                    header.getString(Tag.SOPInstanceUID));
            return IndexedInstance.of(header, transferSyntaxUid, path, day, digest);
        }
    }
}
