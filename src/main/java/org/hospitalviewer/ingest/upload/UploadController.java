package org.hospitalviewer.ingest.upload;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.access.Visitor;
import org.hospitalviewer.access.docs.Body;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.ArchiveUnavailableException;
import org.hospitalviewer.archive.Origin;
import org.hospitalviewer.archive.RefusedException;
import org.hospitalviewer.clinical.JsonBody;
import org.hospitalviewer.language.ReaderLanguage;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Files for the archive: small ones in one request, others in pieces that may come again after a broken connection. */
@RestController
@RequestMapping("/api/uploads")
@Requires(Action.STORE_IMAGES)
class UploadController {

    private static final int LONGEST_DESCRIPTION = 16_384;

    private final Uploads uploads;
    private final FileTaking taking;
    private final Archive archive;
    private final ReaderLanguage reader;

    UploadController(Uploads uploads, FileTaking taking, Archive archive, ReaderLanguage reader) {
        this.uploads = uploads;
        this.taking = taking;
        this.archive = archive;
        this.reader = reader;
    }

    /** A file as the body of the request; goes into the archive as it arrives. */
    @PostMapping("/single")
    FileFate single(@RequestParam String path, HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > Uploads.LONGEST_PIECE) {
            throw tooLong();
        }
        Visitor visitor = Visitor.current();
        Origin origin = new Origin(Origin.Door.UPLOAD, visitor.account().username(), visitor.address());
        LimitedStream body = new LimitedStream(request.getInputStream(), Uploads.LONGEST_PIECE);
        try {
            FileFate fate = taking.take(origin, NewUpload.shown(path), body);
            readOn(request);
            return fate.reason().isEmpty() ? fate : fate.in(reader.ofAnswer(request));
        } catch (RefusedException | ArchiveUnavailableException notNow) {
            readOn(request);
            throw notNow(notNow.getMessage());
        } catch (LimitedStream.TooLong tooLong) {
            throw tooLong();
        }
    }

    /** The own archive needs somebody who makes room; another server is asked again and again until it takes the file. */
    private UploadProblem notNow(String why) {
        return archive.remote().isPresent() ? UploadProblem.later(why) : UploadProblem.noRoom(why);
    }

    private static UploadProblem tooLong() {
        return UploadProblem.tooLarge("A file of this size has to come in parts.");
    }

    /** A browser that is still sending when the connection is closed never sees the answer. */
    private static void readOn(HttpServletRequest request) throws IOException {
        InputStream rest = request.getInputStream();
        byte[] buffer = new byte[1 << 16];
        int left = Uploads.LONGEST_PIECE;
        for (int read = rest.read(buffer); read >= 0 && left > 0; read = rest.read(buffer)) {
            left -= read;
        }
    }

    @PostMapping
    @Body(NewUpload.class)
    UploadStatus begin(HttpServletRequest request) throws IOException {
        NewUpload file = JsonBody.read(request, LONGEST_DESCRIPTION, NewUpload.class);
        if (file.path().isEmpty() || file.size() <= 0) {
            throw UploadProblem.nonsense("A file with a name and at least one byte is expected.");
        }
        if (file.document() != null && !file.document().problem().isEmpty()) {
            throw UploadProblem.nonsense(file.document().problem());
        }
        return uploads.begin(file).in(reader.ofAnswer(request));
    }

    @GetMapping
    List<UploadStatus> own(HttpServletRequest request) throws IOException {
        Locale language = reader.ofAnswer(request);
        return uploads.own().stream().map(status -> status.in(language)).toList();
    }

    @GetMapping("/{id}")
    UploadStatus status(@PathVariable String id, HttpServletRequest request) throws IOException {
        return uploads.status(id).in(reader.ofAnswer(request));
    }

    @PutMapping("/{id}")
    UploadStatus append(@PathVariable String id, @RequestParam long offset, HttpServletRequest request)
            throws IOException {
        try {
            return uploads.append(id, offset, request.getInputStream(), request.getContentLengthLong())
                    .in(reader.ofAnswer(request));
        } catch (UploadProblem problem) {
            readOn(request);
            throw problem;
        }
    }

    @GetMapping("/{id}/files")
    FateList fates(@PathVariable String id, @RequestParam(defaultValue = "0") long from, HttpServletRequest request)
            throws IOException {
        return uploads.fates(id, from).in(reader.ofAnswer(request));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable String id) throws IOException {
        uploads.discard(id);
    }
}
