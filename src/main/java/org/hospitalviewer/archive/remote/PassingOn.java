package org.hospitalviewer.archive.remote;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;

/** A sender's bytes on their way: whatever the parser reads, or skips, also goes into the request and the digest. */
final class PassingOn extends InputStream {

    private static final int SKIP_BYTES = 64 * 1024;

    private final InputStream sender;
    private final StowBody request;
    private final MessageDigest digest;
    private byte[] skipped;

    PassingOn(InputStream sender, StowBody request, MessageDigest digest) {
        this.sender = sender;
        this.request = request;
        this.digest = digest;
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
            digest.update(buffer, offset, read);
            request.send(Arrays.copyOfRange(buffer, offset, offset + read));
        }
        return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
        if (skipped == null) {
            skipped = new byte[SKIP_BYTES];
        }
        return Math.max(0, read(skipped, 0, (int) Math.min(skipped.length, wanted)));
    }
}
