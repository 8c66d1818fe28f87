package org.hospitalviewer.archive.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.hospitalviewer.archive.RefusedException;

/** The sender's bytes on their way: whatever the parser reads also goes to the file and into the digest. */
final class ReceivedDataSet extends InputStream {

    /** Room is looked after while a long object arrives, too: many at once must not fill the disk. */
    private static final long ROOM_CHECKED_EVERY_BYTES = 8L << 20;

    private static final int SKIPPED_AT_ONCE = 32 * 1024;

    private final InputStream sender;
    private final OutputStream file;
    private final DiskReserve reserve;
    private final MessageDigest sha256;
    private byte[] skipped;
    private long bytes;
    private long roomCheckAt = ROOM_CHECKED_EVERY_BYTES;

    ReceivedDataSet(InputStream sender, OutputStream file, DiskReserve reserve) {
        this.sender = sender;
        this.file = file;
        this.reserve = reserve;
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = sender.read(buffer, offset, length);
        if (read > 0) {
            keep(buffer, offset, read);
        }
        return read;
    }

    /** Skipped bytes are kept as well: the parser skips pixel data, the archive does not. */
    @Override
    public long skip(long wanted) throws IOException {
        if (skipped == null) {
            skipped = new byte[SKIPPED_AT_ONCE];
        }
        int read = read(skipped, 0, (int) Math.min(skipped.length, wanted));
        return Math.max(0, read);
    }

    private void keep(byte[] buffer, int offset, int length) throws IOException {
        try {
            file.write(buffer, offset, length);
        } catch (IOException e) {
            throw new RefusedException(RefusedException.Reason.OUT_OF_RESOURCES,
                    "The archive's disk cannot be written: " + e.getMessage(), e);
        }
        sha256.update(buffer, offset, length);
        bytes += length;
        if (bytes >= roomCheckAt) {
            reserve.require();
            roomCheckAt = bytes + ROOM_CHECKED_EVERY_BYTES;
        }
    }

    /** Digest of everything read; to be asked once, at the end. */
    DataSetDigest digest() {
        return new DataSetDigest(bytes, sha256.digest());
    }
}
