package org.hospitalviewer.backup.images;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A data set that is what it is said to be: the end is not reached otherwise. Whoever keeps what he reads only after the
 * end keeps nothing else.
 */
final class CheckedDataSet extends InputStream {

    /** Where only the hash is known. */
    static final long ANY_LENGTH = Long.MAX_VALUE;

    private final InputStream in;
    private final String sha256;
    private final long bytes;
    private final MessageDigest digest;
    private long read;
    private boolean ended;

    /** @param bytes expected length */
    CheckedDataSet(InputStream in, String sha256, long bytes) {
        this.in = in;
        this.sha256 = sha256;
        this.bytes = bytes;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
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
        int got = in.read(buffer, offset, length);
        if (got < 0) {
            end();
            return got;
        }
        digest.update(buffer, offset, got);
        read += got;
        if (read > bytes) {
            throw new DamagedPackException("It is longer than it should be");
        }
        return got;
    }

    private void end() throws DamagedPackException {
        if (ended) {
            return;
        }
        if (bytes != ANY_LENGTH && read != bytes || !HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
            throw new DamagedPackException("It is not as it was received");
        }
        ended = true;
    }

    long bytesRead() {
        return read;
    }
}
