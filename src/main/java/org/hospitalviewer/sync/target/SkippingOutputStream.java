package org.hospitalviewer.sync.target;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Passes over the bytes that the other side has. */
final class SkippingOutputStream extends FilterOutputStream {

    private long left;

    SkippingOutputStream(OutputStream out, long bytes) {
        super(out);
        this.left = bytes;
    }

    @Override
    public void write(int value) throws IOException {
        if (left > 0) {
            left--;
        } else {
            out.write(value);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int skipped = (int) Math.min(left, length);
        left -= skipped;
        if (length > skipped) {
            out.write(bytes, offset + skipped, length - skipped);
        }
    }
}
