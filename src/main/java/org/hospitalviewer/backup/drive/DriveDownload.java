package org.hospitalviewer.backup.drive;

import com.google.api.client.http.HttpResponse;
import com.google.api.services.drive.Drive;
import com.google.api.services.drive.model.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.hospitalviewer.backup.target.TargetUnavailableException;

/** Fetches a file; after a cut it goes on where it was. It is whole, or there is none. */
final class DriveDownload {

    private static final int BUFFER_BYTES = 64 << 10;
    private static final int PARTIAL_CONTENT = 206;

    private final Drive drive;
    private final DriveCalls calls;

    DriveDownload(Drive drive, DriveCalls calls) {
        this.drive = drive;
        this.calls = calls;
    }

    /** @param into does not exist before */
    void run(File source, Path into) throws IOException {
        boolean whole = false;
        try {
            Files.createFile(into);
            fetch(source, into);
            check(source, into);
            whole = true;
        } finally {
            if (!whole) {
                Files.deleteIfExists(into);
            }
        }
    }

    private void fetch(File source, Path into) throws IOException {
        int failures = 0;
        long before = 0;
        while (Files.size(into) < source.getSize()) {
            try {
                calls.checkpoint();
                append(source.getId(), into);
                if (Files.size(into) == before) {
                    throw new IOException("Google Drive sent nothing of the file.");
                }
            } catch (IOException e) {
                failures = Files.size(into) > before ? 0 : failures;
                calls.awaitBetterTimes(e, failures++);
            }
            before = Files.size(into);
        }
    }

    private void append(String id, Path into) throws IOException {
        Drive.Files.Get request = drive.files().get(id);
        long there = Files.size(into);
        if (there > 0) {
            request.getRequestHeaders().setRange("bytes=" + there + "-");
        }
        HttpResponse response = request.executeMedia();
        boolean continued = there > 0 && response.getStatusCode() == PARTIAL_CONTENT;
        try (InputStream in = response.getContent(); OutputStream out = Files.newOutputStream(into,
                continued ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING)) {
            copy(in, out);
        } finally {
            response.disconnect();
        }
    }

    private void copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            calls.checkpoint();
            keep(out, buffer, read);
        }
    }

    /** A full disk here is no trouble of Google's. */
    private static void keep(OutputStream out, byte[] buffer, int bytes) throws TargetUnavailableException {
        try {
            out.write(buffer, 0, bytes);
        } catch (IOException e) {
            throw new TargetUnavailableException("The backup from Google Drive cannot be kept on the disk of this computer for "
                    + "the moment: " + e.getMessage() + ".", e);
        }
    }

    private static void check(File source, Path into) throws IOException {
        if (Files.size(into) != source.getSize() || !Md5.of(into).equals(source.getMd5Checksum())) {
            throw new TargetUnavailableException("The backup did not come from Google Drive as it lies there (length or MD5 "
                    + "differ).");
        }
    }
}
