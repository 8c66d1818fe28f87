package org.hospitalviewer.archive.embedded;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hospitalviewer.archive.AnnouncedInstance;
import org.hospitalviewer.archive.CompletePixelData;
import org.hospitalviewer.archive.Origin;
import org.hospitalviewer.archive.RefusedException.Reason;
import org.hospitalviewer.archive.RefusedException;
import org.hospitalviewer.archive.RequiredUids;
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
import org.springframework.dao.DataAccessException;

/**
 * The one way in: temporary file, checks, durable file, index. The order makes an acknowledged object survive a power
 * cut at any moment: contents forced, renamed, folder forced, queued for the index, and only then answered.
 */
final class Intake {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final int FILE_BUFFER_BYTES = 16 * 1024;

    private final FileStore files;
    private final Quarantine quarantine;
    private final Indexer indexer;
    private final DiskReserve reserve;
    private final ReceiptDay receiptDay;
    /** Two senders may send the same object at once, and somebody may delete it. */
    private final ObjectLocks locks;

    Intake(FileStore files, Quarantine quarantine, Indexer indexer, DiskReserve reserve, ReceiptDay receiptDay,
           ObjectLocks locks) {
        this.locks = locks;
        this.files = files;
        this.quarantine = quarantine;
        this.indexer = indexer;
        this.reserve = reserve;
        this.receiptDay = receiptDay;
    }

    StoreOutcome receive(Origin origin, AnnouncedInstance announced, InputStream dataSet) throws IOException {
        reserve.require();
        try (IncomingFile file = newFile()) {
            Received received = write(announced, dataSet, file);
            StoreOutcome outcome = place(origin, received, file);
            LOG.debug("{} {} from {}", outcome, announced.sopInstanceUid(), origin.sender());
            return outcome;
        }
    }

    private IncomingFile newFile() throws RefusedException {
        try {
            return files.newIncomingFile();
        } catch (IOException e) {
            throw notWritable(e);
        }
    }

    private Received write(AnnouncedInstance announced, InputStream dataSet, IncomingFile incoming)
            throws IOException {
        OutputStream file = new BufferedOutputStream(Channels.newOutputStream(incoming.channel()), FILE_BUFFER_BYTES);
        Part10.writeHeader(file, FileMeta.of(announced.sopClassUid(), announced.sopInstanceUid(),
                announced.transferSyntaxUid()));
        ReceivedDataSet received = new ReceivedDataSet(dataSet, file, reserve);
        TransferSyntax syntax = TransferSyntax.of(announced.transferSyntaxUid());
        Attributes header = scan(received, syntax);
        flush(file);
        RequiredUids.check(header, announced);
        CompletePixelData.check(header, syntax);
        return new Received(header, announced.transferSyntaxUid(), received.digest());
    }

    private static Attributes scan(ReceivedDataSet received, TransferSyntax syntax) throws IOException {
        try {
            return DataSetScan.scan(received, syntax, ReadLimits.DEFAULT).header();
        } catch (DicomFormatException e) {
            throw new RefusedException(Reason.CANNOT_UNDERSTAND, e.getMessage(), e);
        }
    }

    private static void flush(OutputStream file) throws RefusedException {
        try {
            file.flush();
        } catch (IOException e) {
            throw notWritable(e);
        }
    }

    private StoreOutcome place(Origin origin, Received received, IncomingFile file) throws RefusedException {
        IndexedInstance instance = received.asStoredOn(receiptDay.today());
        try (ObjectLocks.Hold _ = locks.one(instance.sopUid())) {
            Optional<IndexedInstance> present = present(instance);
            if (present.isPresent()) {
                return compare(origin, present.get(), received, file);
            }
            file.markArrival();
            file.moveTo(files.resolve(instance.path()));
            indexer.submit(instance);
            return StoreOutcome.STORED;
        } catch (RefusedException e) {
            throw e;
        } catch (IOException e) {
            throw notWritable(e);
        } catch (DataAccessException e) {
            throw new RefusedException(Reason.OUT_OF_RESOURCES, "The archive's database does not answer", e);
        }
    }

    /** What is stored under this UID already, be it that only its file tells: no stored file is ever written over. */
    private Optional<IndexedInstance> present(IndexedInstance instance) throws IOException {
        Optional<IndexedInstance> indexed = indexer.find(instance.sopUid());
        if (indexed.isPresent()) {
            return indexed;
        }
        List<String> versions = files.versionsOf(instance.path());
        if (versions.isEmpty()) {
            return Optional.empty();
        }
        try {
            IndexedInstance unindexed = StoredFileReader.read(files.resolve(versions.getLast()), versions.getLast(),
                    instance.receivedOn());
            indexer.submit(unindexed);
            return Optional.of(unindexed);
        } catch (DicomFormatException e) {
            throw new RefusedException(Reason.OUT_OF_RESOURCES, "A damaged file is in the place of this object", e);
        }
    }

    private StoreOutcome compare(Origin origin, IndexedInstance present, Received received, IncomingFile file)
            throws IOException {
        if (present.hasSameContent(received.digest(), received.transferSyntaxUid())) {
            putBackIfLost(files.resolve(present.path()), file);
            return StoreOutcome.DUPLICATE;
        }
        if (isEarlierVersion(present, received)) {
            return StoreOutcome.DUPLICATE;
        }
        quarantine.keep(origin, present, received.digest(), file);
        return StoreOutcome.QUARANTINED;
    }

    /** Whether this is how the object was before it was corrected; the file of then is kept. */
    private boolean isEarlierVersion(IndexedInstance present, Received received) throws IOException {
        for (String version : files.versionsOf(present.path())) {
            if (!version.equals(present.path()) && StoredFileReader.read(files.resolve(version), version,
                    present.receivedOn()).hasSameContent(received.digest(), received.transferSyntaxUid())) {
                return true;
            }
        }
        return false;
    }

    /** Success promises a file on disk; somebody may have removed the one that the index knows. */
    private static void putBackIfLost(Path stored, IncomingFile file) throws IOException {
        if (!Files.exists(stored)) {
            LOG.warn("The stored file {} was missing; its sender brought it again", stored);
            file.moveTo(stored);
        }
    }

    private static RefusedException notWritable(IOException e) {
        return new RefusedException(Reason.OUT_OF_RESOURCES, "The archive's disk cannot be written: " + e.getMessage(),
                e);
    }

    private record Received(Attributes header, String transferSyntaxUid, DataSetDigest digest) {

        IndexedInstance asStoredOn(LocalDate day) {
            String path = FileStore.relativePath(day, header.getString(Tag.StudyInstanceUID),
                    header.getString(Tag.SeriesInstanceUID), header.getString(Tag.SOPInstanceUID));
            return IndexedInstance.of(header, transferSyntaxUid, path, day, digest);
        }
    }
}
