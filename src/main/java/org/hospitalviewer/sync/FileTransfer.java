package org.hospitalviewer.sync;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import org.hospitalviewer.sync.crypt.EncryptingOutputStream;
import org.hospitalviewer.sync.crypt.FileKey;
import org.hospitalviewer.sync.target.Body;
import org.hospitalviewer.sync.target.TargetConnection;
import org.hospitalviewer.sync.target.TargetException;
import org.hospitalviewer.sync.target.Trouble;

/**
 * One file on its way: under a name of its own until it is whole and its size, and where the target can tell its hash, are
 * right; only then it gets its name. What lies there of an attempt that broke is gone on with.
 */
final class FileTransfer {

    /** Ending of files that are not whole. */
    static final String PART = ".part";
    /** Below this going on is not worth a question. */
    private static final long WORTH_RESUMING = 256 * 1024;
    private static final int HASH_IN_NAME = 8;
    private static final int PIECE = 64 * 1024;

    private final FileKey key;
    private final SpeedLimit speedLimit;
    private final RunControl control;

    /** @param key null to send files as they are */
    FileTransfer(FileKey key, SpeedLimit speedLimit, RunControl control) {
        this.key = key;
        this.speedLimit = speedLimit;
        this.control = control;
    }

    /**
     * What was sent.
     *
     * @param bytes  length there
     * @param sha256 of the content, from before encryption
     */
    record Sent(long bytes, String sha256) {
    }

    /** @throws Line.SourceException when the content cannot be read here */
    Sent send(Line line, String path, Publication.Source source) throws IOException {
        Body content = read(source::open);
        Digested digested = digest(content);
        String temporary = path + "." + hex(digested.sha256()).substring(0, HASH_IN_NAME) + PART;
        long length = key == null ? digested.length() : EncryptingOutputStream.lengthOf(digested.length());
        line.run((connection, attempt) -> {
            connection.makeFolders(path.substring(0, Math.max(0, path.lastIndexOf('/'))));
            sendTemporary(connection, temporary, path, new Outgoing(content, digested, length), attempt);
            connection.rename(temporary, path);
            return null;
        });
        return new Sent(length, hex(digested.sha256()));
    }

    /** A file and what is known of it before it goes. */
    private record Outgoing(Body content, Digested digested, long length) {
    }

    private void sendTemporary(TargetConnection connection, String temporary, String path, Outgoing file, int attempt)
            throws IOException {
        long there = resumable(connection, temporary, file, attempt);
        MessageDigest wire = sha256();
        if (there < file.length() || there == 0) {
            try {
                connection.write(temporary, there, out -> writeAll(file, path, new DigestOutputStream(out, wire)));
            } catch (TargetException e) {
                forgetRefusedPart(connection, temporary, there, e);
                throw e;
            }
        }
        OptionalLong size = connection.size(temporary);
        if (size.isEmpty() || size.getAsLong() != file.length()) {
            connection.delete(temporary);
            throw new TargetException(Trouble.LINE, "Of " + file.length() + " bytes of " + path + " there are "
                    + (size.isEmpty() ? "none" : size.getAsLong()) + " at the target.");
        }
        requireHash(connection, temporary, path, there < file.length() ? Optional.of(hex(wire.digest())) : Optional.empty());
    }

    private static long resumable(TargetConnection connection, String temporary, Outgoing file, int attempt)
            throws IOException {
        if (file.length() < WORTH_RESUMING || !connection.resumes()) {
            return 0;
        }
        long there = connection.size(temporary).orElse(0);
        if (there <= file.length()) {
            return there;
        }
        connection.delete(temporary);
        return 0;
    }

    /** Where a server does not go on with files, the next attempt begins anew. */
    private static void forgetRefusedPart(TargetConnection connection, String temporary, long there, TargetException e)
            throws IOException {
        if (there > 0 && !e.trouble().passes()) {
            connection.delete(temporary);
            throw new TargetException(Trouble.LINE, e.getMessage(), e);
        }
    }

    private static void requireHash(TargetConnection connection, String temporary, String path, Optional<String> sent)
            throws IOException {
        if (sent.isEmpty()) {
            return;
        }
        Optional<String> there = connection.sha256(temporary);
        if (there.isPresent() && !there.equals(sent)) {
            connection.delete(temporary);
            throw new TargetException(Trouble.LINE, "The file " + path + " arrived changed.");
        }
    }

    private void writeAll(Outgoing file, String path, OutputStream out) throws IOException {
        PacedStream paced = new PacedStream(out);
        MessageDigest again = sha256();
        try {
            if (key == null) {
                file.content().writeTo(new DigestOutputStream(paced, again));
            } else {
                EncryptingOutputStream encrypting = new EncryptingOutputStream(paced, key, path, file.digested().sha256());
                file.content().writeTo(new DigestOutputStream(encrypting, again));
                encrypting.finish();
            }
        } catch (IOException e) {
            throw paced.failed ? e : new Line.SourceException(e);
        }
        if (!MessageDigest.isEqual(again.digest(), file.digested().sha256())) {
            throw new Line.SourceException(new IOException("It changed while it was sent."));
        }
    }

    private Digested digest(Body content) throws IOException {
        MessageDigest digest = sha256();
        Counting counting = new Counting();
        read(() -> {
            content.writeTo(new DigestOutputStream(counting, digest));
            return null;
        });
        return new Digested(counting.length, digest.digest());
    }

    private record Digested(long length, byte[] sha256) {
    }

    private static <T> T read(Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (IOException e) {
            throw new Line.SourceException(e);
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read() throws IOException;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** Only counts. */
    private final class Counting extends OutputStream {
        private long length;

        @Override
        public void write(int value) {
            length++;
        }

        @Override
        public void write(byte[] bytes, int offset, int count) {
            control.check();
            length += count;
        }
    }

    /** As fast as the administrator allows, until the run is to end; remembers that the other side failed. */
    private final class PacedStream extends FilterOutputStream {
        private boolean failed;

        private PacedStream(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            for (int done = 0; done < length; done += PIECE) {
                int piece = Math.min(PIECE, length - done);
                control.check();
                speedLimit.pass(piece);
                try {
                    out.write(bytes, offset + done, piece);
                } catch (IOException e) {
                    failed = true;
                    throw e;
                }
            }
        }
    }
}
