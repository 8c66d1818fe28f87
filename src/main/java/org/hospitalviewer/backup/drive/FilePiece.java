package org.hospitalviewer.backup.drive;

import com.google.api.client.http.HttpContent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A piece of a file on its way out. */
record FilePiece(Path file, long offset, int bytes) implements HttpContent {

    static final String TYPE = "application/zip";
    private static final int BUFFER_BYTES = 64 << 10;

    @Override
    public long getLength() {
        return bytes;
    }

    @Override
    public String getType() {
        return TYPE;
    }

    @Override
    public boolean retrySupported() {
        return true;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(offset);
            for (int left = bytes; left > 0; ) {
                int read = in.readNBytes(buffer, 0, Math.min(left, BUFFER_BYTES));
                if (read <= 0) {
                    throw new IOException("The file " + file + " has become shorter.");
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        }
        out.flush();
    }
}
