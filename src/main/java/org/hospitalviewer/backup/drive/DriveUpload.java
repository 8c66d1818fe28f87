package org.hospitalviewer.backup.drive;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.EmptyContent;
import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpContent;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpResponse;
import com.google.api.client.http.json.JsonHttpContent;
import com.google.api.services.drive.model.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hospitalviewer.backup.target.TargetUnavailableException;

/**
 * Drive's resumable upload: a session is opened, pieces are sent one after the other, and after a cut Drive is asked how much
 * it has. The file appears under its name only when it is whole.
 */
final class DriveUpload {

    /** A multiple of 256 KB, as Drive wants it. */
    static final int PIECE_BYTES = 8 << 20;

    private static final int MAX_SESSIONS = 3;
    private static final int RESUME_INCOMPLETE = 308;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final Pattern RECEIVED = Pattern.compile("bytes=0-(\\d{1,18})");

    private final DriveConnection connection;
    private final DriveCalls calls;
    private final File metadata;
    private final Path content;
    private final long length;

    /** @param length of the content in bytes, more than 0 */
    DriveUpload(DriveConnection connection, DriveCalls calls, File metadata, Path content, long length) {
        this.connection = connection;
        this.calls = calls;
        this.metadata = metadata;
        this.content = content;
        this.length = length;
    }

    /**
     * What Drive says to a piece.
     *
     * @param file null while it is not whole
     * @param next offset of the first byte that it has not got
     */
    private record Answer(File file, long next) {
    }

    /** Drive has forgotten the session: it begins again. */
    private static final class LostSessionException extends IOException {
        private LostSessionException(IOException cause) {
            super(cause);
        }
    }

    /** Returns when the whole file is there; what Drive says about it. */
    File run() throws IOException {
        LostSessionException last = null;
        for (int sessions = 0; sessions < MAX_SESSIONS; sessions++) {
            try {
                return send(new GenericUrl(calls.call(this::open)));
            } catch (LostSessionException e) {
                last = e;
            }
        }
        throw new TargetUnavailableException(DriveTrouble.BUSY.sentence(last), last);
    }

    private String open() throws IOException {
        GenericUrl url = new GenericUrl(connection.root() + "upload/drive/v3/files");
        url.put("uploadType", "resumable");
        url.put("fields", DriveFiles.FIELDS);
        HttpRequest request = connection.requests().buildPostRequest(url, new JsonHttpContent(DriveConnection.JSON, metadata));
        request.getHeaders().set("X-Upload-Content-Type", FilePiece.TYPE).set("X-Upload-Content-Length", length);
        HttpResponse response = GoogleJsonResponseException.execute(DriveConnection.JSON, request);
        try {
            String session = response.getHeaders().getLocation();
            if (session == null) {
                throw new IOException("Google Drive opened no upload.");
            }
            return session;
        } finally {
            response.disconnect();
        }
    }

    private File send(GenericUrl session) throws IOException {
        long offset = 0;
        int failures = 0;
        boolean unsure = false;
        while (true) {
            try {
                calls.checkpoint();
                Answer answer = unsure ? ask(session) : piece(session, offset);
                if (answer.file() != null) {
                    return answer.file();
                }
                if (!unsure && answer.next() <= offset) {
                    throw new IOException("Google Drive took nothing of a piece.");
                }
                failures = answer.next() > offset ? 0 : failures;
                offset = answer.next();
                unsure = false;
            } catch (LostSessionException e) {
                throw e;
            } catch (IOException e) {
                calls.awaitBetterTimes(e, failures++);
                unsure = true;
            }
        }
    }

    private Answer piece(GenericUrl session, long offset) throws IOException {
        int bytes = (int) Math.min(PIECE_BYTES, length - offset);
        return put(session, new FilePiece(content, offset, bytes), "bytes " + offset + "-" + (offset + bytes - 1) + "/" + length);
    }

    private Answer ask(GenericUrl session) throws IOException {
        return put(session, new EmptyContent(), "bytes */" + length);
    }

    private Answer put(GenericUrl session, HttpContent body, String range) throws IOException {
        HttpRequest request = connection.requests().buildPutRequest(session, body);
        request.getHeaders().setContentRange(range);
        request.setThrowExceptionOnExecuteError(false).setParser(connection.drive().getObjectParser()).setFollowRedirects(false);
        HttpResponse response = request.execute();
        try {
            return answer(response);
        } finally {
            response.disconnect();
        }
    }

    private Answer answer(HttpResponse response) throws IOException {
        if (response.isSuccessStatusCode()) {
            return new Answer(response.parseAs(File.class), length);
        }
        if (response.getStatusCode() == RESUME_INCOMPLETE) {
            return new Answer(null, received(response.getHeaders().getRange()));
        }
        IOException refused = GoogleJsonResponseException.from(DriveConnection.JSON, response);
        throw response.getStatusCode() == NOT_FOUND || response.getStatusCode() == GONE
                ? new LostSessionException(refused) : refused;
    }

    /** Without a header Drive has got nothing. */
    private long received(String range) throws IOException {
        Matcher matcher = RECEIVED.matcher(range == null ? "" : range);
        long next = matcher.matches() ? Long.parseLong(matcher.group(1)) + 1 : 0;
        if (next >= length) {
            throw new IOException("Google Drive has got more than was sent.");
        }
        return next;
    }
}
