package org.hospitalviewer.ingest.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.hospitalviewer.access.Account;
import org.hospitalviewer.access.Visitor;
import org.hospitalviewer.archive.Origin;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;

/** Files that are brought in pieces, from the first request to the fate of each file in them. */
@Service
class Uploads {

    /** Longest piece, and longest file that may come in a single request; bytes. */
    static final int LONGEST_PIECE = 32 << 20;

    private final UploadFolder folder;
    private final UploadRoom room;
    private final UploadWork work;
    private final Map<String, KeptUpload> uploads = new ConcurrentHashMap<>();
    /** Those into which a piece is just being written. */
    private final Set<String> busy = ConcurrentHashMap.newKeySet();

    Uploads(UploadFolder folder, UploadRoom room, UploadWork work) throws IOException {
        this.folder = folder;
        this.room = room;
        this.work = work;
        folder.all().forEach(upload -> uploads.put(upload.id(), upload));
    }

    /** Begins it, or finds the same file of the same user that was begun before. */
    synchronized UploadStatus begin(NewUpload file) throws IOException {
        Visitor visitor = Visitor.current();
        List<KeptUpload> own = ofUser(visitor.account());
        for (KeptUpload known : own) {
            if (known.file().isSameFile(file)) {
                return status(known);
            }
        }
        room.require(file, own.size(), own.stream().mapToLong(one -> one.file().size()).sum(), awaited());
        KeptUpload upload = new KeptUpload(UUID.randomUUID().toString(), visitor.account().id(),
                visitor.account().username(), visitor.address(), file, UploadState.RECEIVING, "");
        folder.describe(upload);
        uploads.put(upload.id(), upload);
        return status(upload);
    }

    private long awaited() throws IOException {
        long bytes = 0;
        for (KeptUpload upload : uploads.values()) {
            bytes += upload.state() == UploadState.RECEIVING ? upload.file().size() - folder.offset(upload.id()) : 0;
        }
        return bytes;
    }

    private List<KeptUpload> ofUser(Account account) {
        return uploads.values().stream().filter(upload -> upload.userId() == account.id()).toList();
    }

    /** All of the current user. */
    List<UploadStatus> own() throws IOException {
        List<UploadStatus> own = new ArrayList<>();
        for (KeptUpload upload : ofUser(Account.current())) {
            own.add(status(upload));
        }
        return own;
    }

    UploadStatus status(String id) throws IOException {
        return status(find(id));
    }

    private UploadStatus status(KeptUpload upload) throws IOException {
        NewUpload file = upload.file();
        boolean isWhole = upload.state() != UploadState.RECEIVING;
        return new UploadStatus(upload.id(), file.path(), file.size(), file.lastModified(), file.document() != null,
                isWhole ? file.size() : folder.offset(upload.id()), upload.state(), upload.message());
    }

    /**
     * Writes a piece behind those that are here; what came of it stays, even when its connection breaks. The last one, of
     * which nothing may be left, sets the work going.
     *
     * @throws UploadProblem when the piece does not follow on what is here
     */
    UploadStatus append(String id, long offset, InputStream piece, long length) throws IOException {
        KeptUpload upload = find(id);
        if (!busy.add(id)) {
            throw UploadProblem.conflict("Another part of this file is just arriving.");
        }
        try {
            receive(upload, offset, piece, length);
        } finally {
            busy.remove(id);
        }
        return status(id);
    }

    private void receive(KeptUpload upload, long offset, InputStream piece, long length) throws IOException {
        if (upload.state() == UploadState.WORKING || upload.state() == UploadState.DONE) {
            return;
        }
        long here = folder.offset(upload.id());
        if (offset != here) {
            throw UploadProblem.conflict("The next part of this file begins at byte " + here + ".");
        }
        room.requireForPiece(Math.max(0, length));
        try {
            write(upload.id(), piece, Math.min(LONGEST_PIECE, upload.file().size() - here));
        } finally {
            folder.force(upload.id()); // a broken off piece, too: whoever goes on with it is told that it is here
        }
        if (folder.offset(upload.id()) == upload.file().size()) {
            start(upload);
        }
    }

    private void write(String id, InputStream piece, long most) throws IOException {
        try (OutputStream target = folder.append(id)) {
            new LimitedStream(piece, most).transferTo(target);
        } catch (LimitedStream.TooLong tooLong) {
            throw UploadProblem.tooLarge("This part is longer than " + most + " bytes.");
        } catch (IOException trouble) {
            room.requireAny();
            throw trouble;
        }
    }

    private void start(KeptUpload upload) throws IOException {
        change(upload.in(UploadState.WORKING, ""));
        work.begin(upload, new Origin(Origin.Door.UPLOAD, upload.username(), upload.address()),
                (state, why) -> change(upload.in(state, why)));
    }

    /** What was discarded meanwhile stays so. */
    private synchronized void change(KeptUpload upload) throws IOException {
        if (uploads.replace(upload.id(), upload) != null) {
            folder.describe(upload);
        }
    }

    /** @throws UploadProblem when no fate begins at that place */
    FateList fates(String id, long from) throws IOException {
        KeptUpload upload = find(id); // before the fates: once it is done there are no more of them
        List<FileFate> files = new ArrayList<>();
        try {
            long next = folder.readFates(id, Math.max(0, from), files);
            return new FateList(upload.state(), upload.message(), files, next);
        } catch (JacksonException nonsense) {
            throw UploadProblem.nonsense("No file begins there.");
        }
    }

    /** Forgets it with all its pieces; what is in the archive already stays there. */
    void discard(String id) throws IOException {
        forget(find(id));
    }

    private synchronized void forget(KeptUpload upload) throws IOException {
        uploads.remove(upload.id());
        if (!work.stop(upload.id())) {
            folder.delete(upload.id());
        }
    }

    private KeptUpload find(String id) {
        KeptUpload upload = uploads.get(id);
        Account account = Account.current();
        if (upload == null || account == null || upload.userId() != account.id()) {
            throw UploadProblem.absent();
        }
        return upload;
    }

    /** Goes on with what was all here when the program stopped. */
    void resume() throws IOException {
        for (KeptUpload upload : uploads.values()) {
            if (upload.state() == UploadState.WORKING || upload.state() == UploadState.HELD) {
                start(upload);
            } else if (upload.state() == UploadState.DONE) {
                folder.deletePieces(upload.id());
            }
        }
    }

    /** Deletes those that nobody touched since. */
    void forgetUntouchedSince(Instant time) throws IOException {
        for (KeptUpload upload : uploads.values()) {
            boolean isWorkedOn = upload.state() == UploadState.WORKING || busy.contains(upload.id());
            if (!isWorkedOn && folder.lastTouched(upload.id()).toInstant().isBefore(time)) {
                forget(upload);
            }
        }
    }
}
