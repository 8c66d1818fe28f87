package org.hospitalviewer.ingest.upload;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.hospitalviewer.archive.ArchiveUnavailableException;
import org.hospitalviewer.archive.Origin;
import org.hospitalviewer.archive.RefusedException;
import org.hospitalviewer.ingest.upload.document.DocumentKey;
import org.hospitalviewer.ingest.upload.document.DocumentObject;
import org.hospitalviewer.ingest.upload.document.FileKind;
import org.hospitalviewer.ingest.upload.document.UnfitDocumentException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.stereotype.Component;

/** Takes uploads into the archive once all their pieces are here, two at a time. */
@Component
class UploadWork implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(UploadWork.class);
    private static final int AT_A_TIME = 2;

    private final UploadFolder folder;
    private final FileTaking taking;
    private final DocumentObject documents;
    private final ExecutorService workers = Executors.newFixedThreadPool(AT_A_TIME,
            Thread.ofPlatform().daemon().name("upload-", 1).factory());
    private final Set<String> atWork = ConcurrentHashMap.newKeySet();
    private final Set<String> stopped = ConcurrentHashMap.newKeySet();

    UploadWork(UploadFolder folder, FileTaking taking, DocumentObject documents) {
        this.folder = folder;
        this.taking = taking;
        this.documents = documents;
    }

    /** Hears how it ended. */
    interface Ended {
        void with(UploadState state, String message) throws IOException;
    }

    /** Stops the work on an upload that was discarded. */
    private static final class StoppedException extends RuntimeException {
        StoppedException() {
            super(null, null, false, false);
        }
    }

    void begin(KeptUpload upload, Origin origin, Ended ended) {
        atWork.add(upload.id());
        workers.execute(new DelegatingSecurityContextRunnable(() -> work(upload, origin, ended)));
    }

    /** @return whether there was work to stop, which deletes the upload's files when it has stopped */
    boolean stop(String id) {
        return atWork.contains(id) && stopped.add(id);
    }

    private void work(KeptUpload upload, Origin origin, Ended ended) {
        try {
            end(upload, origin, ended);
        } catch (StoppedException discarded) {
            LOG.info("The upload of {} was discarded", upload.file().path());
        } catch (IOException e) {
            LOG.warn("The upload of {} is held: {}", upload.file().path(), e.getMessage());
        } finally {
            atWork.remove(upload.id());
            clearAway(upload.id());
        }
    }

    private void clearAway(String id) {
        if (stopped.remove(id)) {
            try {
                folder.delete(id);
            } catch (IOException e) {
                LOG.warn("What is left of a discarded upload goes at the next start: {}", e.getMessage());
            }
        }
    }

    private void end(KeptUpload upload, Origin origin, Ended ended) throws IOException {
        try {
            take(upload, origin);
            ended.with(UploadState.DONE, "");
            folder.deletePieces(upload.id());
        } catch (RefusedException | ArchiveUnavailableException | DataAccessException later) {
            ended.with(UploadState.HELD, later instanceof DataAccessException
                    ? "The database does not answer now." : later.getMessage());
        } catch (IOException | UncheckedIOException trouble) {
            LOG.error("The upload of {} cannot be read", upload.file().path(), trouble);
            ended.with(UploadState.HELD, "The appliance's disk does not answer as it should.");
        }
    }

    private void take(KeptUpload upload, Origin origin) throws IOException {
        long known = folder.toldFates(upload.id());
        String path = upload.file().path();
        Path part = folder.part(upload.id());
        if (upload.file().document() != null) {
            tell(upload, document(upload, origin));
        } else if (kind(part) == FileKind.ZIP) {
            new ZipContents(part, path, taking).take(origin, known, fate -> tell(upload, fate));
        } else {
            try (InputStream file = Files.newInputStream(part)) {
                tell(upload, taking.take(origin, path, file));
            }
        }
    }

    private static FileKind kind(Path part) throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(part))) {
            return FileKind.of(file);
        }
    }

    /** The object is the same in each attempt, so that there is never a second one. */
    private FileFate document(KeptUpload upload, Origin origin) throws IOException {
        Path part = folder.part(upload.id());
        Path object = folder.object(upload.id());
        NewUpload file = upload.file();
        try {
            DocumentKey key = DocumentKey.of(upload.userId() + " " + upload.id(), folder.lastTouched(upload.id()).toInstant());
            documents.write(kind(part), part, file.document(), key, object);
        } catch (UnfitDocumentException unfit) {
            return FileFate.refused(file.path(), unfit.getMessage());
        }
        try (InputStream made = Files.newInputStream(object)) {
            return taking.take(origin, file.path(), made);
        }
    }

    private void tell(KeptUpload upload, FileFate fate) {
        try {
            if (stopped.contains(upload.id())) {
                throw new StoppedException();
            }
            folder.tell(upload.id(), fate);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void destroy() {
        workers.shutdownNow();
    }
}
