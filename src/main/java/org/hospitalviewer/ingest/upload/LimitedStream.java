package org.hospitalviewer.ingest.upload;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that may not become longer than allowed; one that does breaks off. */
final class LimitedStream extends FilterInputStream {

    private final long limit;
    private long count;

    LimitedStream(InputStream in, long limitBytes) {
        super(in);
        this.limit = limitBytes;
    }

    /** Breaks off the reading of what is too long. */
    static final class TooLong extends IOException {
        TooLong(long limit) {
            super("Longer than " + limit + " bytes");
        }
    }

    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        count += Math.max(0, read);
        if (count > limit) {
            throw new TooLong(limit);
        }
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
