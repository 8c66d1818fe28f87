package org.hospitalviewer.backup.file;

import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts what is written and makes its SHA-256. */
final class Digest extends OutputStream {

    private final MessageDigest sha256;
    private long bytes;

    Digest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public void write(int single) {
        sha256.update((byte) single);
        bytes++;
    }

    @Override
    public void write(byte[] buffer, int offset, int length) {
        sha256.update(buffer, offset, length);
        bytes += length;
    }

    long bytes() {
        return bytes;
    }

    /** Ends the counting. */
    String hex() {
        return HexFormat.of().formatHex(sha256.digest());
    }
}
