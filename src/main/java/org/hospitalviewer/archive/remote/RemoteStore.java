package org.hospitalviewer.archive.remote;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hospitalviewer.archive.AnnouncedInstance;
import org.hospitalviewer.archive.ArchiveUnavailableException;
import org.hospitalviewer.archive.CompletePixelData;
import org.hospitalviewer.archive.Match;
import org.hospitalviewer.archive.Origin;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.archive.RefusedException;
import org.hospitalviewer.archive.RefusedException.Reason;
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

/** Objects that come in are passed on (STOW-RS, PS3.18 10.5) and taken only when the other server has taken them. */
final class RemoteStore {

    private static final Logger LOG = LoggerFactory.getLogger(RemoteStore.class);
    private static final Duration ANSWER_LIMIT = Duration.ofMinutes(2);

    private final RemoteConnection server;
    private final RemoteSearch search;
    private final ObjectDownload download;
    private final Turns turns = new Turns();

    RemoteStore(RemoteConnection server, RemoteSearch search, ObjectDownload download) {
        this.server = server;
        this.search = search;
        this.download = download;
    }

    /**
     * What became of an object.
     *
     * @param header its data set
     */
    record Stored(StoreOutcome outcome, Attributes header) {
    }

    /** The server takes it or refuses it; nothing is kept here. */
    Stored store(Origin origin, AnnouncedInstance announced, InputStream dataSet) throws IOException {
        try (Turns.Taken _ = turns.take(announced.sopInstanceUid())) {
            return storeAlone(origin, announced, dataSet);
        }
    }

    private Stored storeAlone(Origin origin, AnnouncedInstance announced, InputStream dataSet) throws IOException {
        boolean present = isPresent(announced.sopInstanceUid());
        MessageDigest digest = sha256();
        Attributes header = passOn(announced, dataSet, digest);
        StoreOutcome outcome = StoreOutcome.STORED;
        if (present) {
            requireSame(header, digest.digest());
            outcome = StoreOutcome.DUPLICATE;
        }
        LOG.debug("{} {} from {}", outcome, announced.sopInstanceUid(), origin.sender());
        return new Stored(outcome, header);
    }

    private boolean isPresent(String sopUid) throws RefusedException {
        try {
            return !search.find(QueryLevel.IMAGE, List.of(new Match.OneOf(Tag.SOPInstanceUID, List.of(sopUid))),
                    List.of(), 1).entities().isEmpty();
        } catch (ArchiveUnavailableException e) {
            throw refused(e);
        }
    }

    private Attributes passOn(AnnouncedInstance announced, InputStream dataSet, MessageDigest digest)
            throws IOException {
        try (StowBody body = server.newStowBody()) {
            CompletableFuture<HttpResponse<InputStream>> sent = server.post("/studies", body.contentType(),
                    RemoteSearch.JSON, body.publisher());
            Attributes header;
            try {
                body.begin(sent, Part10.header(FileMeta.of(announced.sopClassUid(), announced.sopInstanceUid(),
                        announced.transferSyntaxUid())));
                header = scan(new PassingOn(dataSet, body, digest),
                        TransferSyntax.of(announced.transferSyntaxUid()));
                RequiredUids.check(header, announced);
                CompletePixelData.check(header, TransferSyntax.of(announced.transferSyntaxUid()));
                body.finish();
            } catch (RefusedException e) {
                // The server may have answered, or gone, before it had everything; it says best why.
                throw earlyAnswer(sent, announced.sopInstanceUid()).orElse(e);
            }
            requireSuccess(answer(sent), announced.sopInstanceUid());
            return header;
        }
    }

    private static Attributes scan(InputStream dataSet, TransferSyntax syntax) throws IOException {
        try {
            return DataSetScan.scan(dataSet, syntax, ReadLimits.DEFAULT).header();
        } catch (DicomFormatException e) {
            throw new RefusedException(Reason.CANNOT_UNDERSTAND, e.getMessage(), e);
        }
    }

    private static Optional<RefusedException> earlyAnswer(CompletableFuture<HttpResponse<InputStream>> sent,
                                                          String sopUid) {
        if (!sent.isDone()) {
            return Optional.empty();
        }
        try {
            requireSuccess(answer(sent), sopUid);
            return Optional.empty();
        } catch (RefusedException e) {
            return Optional.of(e);
        }
    }

    private static HttpResponse<InputStream> answer(CompletableFuture<HttpResponse<InputStream>> sent)
            throws RefusedException {
        try {
            return sent.get(ANSWER_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw refused(RemoteConnection.unavailable(new IOException(e.getCause())));
        } catch (TimeoutException e) {
            sent.cancel(true);
            throw new RefusedException(Reason.OUT_OF_RESOURCES, "The remote archive does not confirm the object", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefusedException(Reason.OUT_OF_RESOURCES, "Interrupted while storing", e);
        }
    }

    private static void requireSuccess(HttpResponse<InputStream> response, String sopUid) throws RefusedException {
        StowAnswer answer = StowAnswer.read(response);
        Optional<RefusedException> refusal = answer.refusal(sopUid);
        if (refusal.isPresent()) {
            throw refusal.get();
        }
    }

    /** Servers answer success for an object that they have already, and some keep the old one whatever came. */
    private void requireSame(Attributes header, byte[] sha256) throws IOException {
        ObjectName name = new ObjectName(header.getString(Tag.StudyInstanceUID),
                header.getString(Tag.SeriesInstanceUID), header.getString(Tag.SOPInstanceUID));
        byte[][] kept = new byte[1][];
        try {
            download.fetch(name, part10 -> kept[0] = digestOf(Part10.open(part10).dataSet()));
        } catch (ArchiveUnavailableException e) {
            throw refused(e);
        }
        if (!Arrays.equals(kept[0], sha256)) {
            throw new RefusedException(Reason.DATA_SET_MISMATCH,
                    "The remote archive keeps another object with this SOP Instance UID");
        }
    }

    private static byte[] digestOf(InputStream dataSet) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[64 * 1024];
        for (int read = dataSet.read(buffer); read >= 0; read = dataSet.read(buffer)) {
            digest.update(buffer, 0, read);
        }
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static RefusedException refused(ArchiveUnavailableException absent) {
        return new RefusedException(Reason.OUT_OF_RESOURCES, absent.getMessage(), absent);
    }
}
