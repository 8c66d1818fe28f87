package org.hospitalviewer.dicomweb;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A request's body that may not be longer than allowed; one that is breaks off. */
final class LimitedBody extends FilterInputStream {

    private final long limit;
    private long count;

    LimitedBody(InputStream body, long limitBytes) {
        super(body);
        this.limit = limitBytes;
    }

    /** Breaks off the reading of a body that is too long. */
    static final class TooLong extends IOException {
        TooLong(long limit) {
            super("The request is longer than " + limit + " bytes");
        }
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
