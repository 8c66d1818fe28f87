package org.hospitalviewer.ingest.folder;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/** Inflated bytes that end with an error where they grow as no image does: a small file must not fill the disk. */
final class GrowthLimit extends FilterInputStream {

    /** The longest object there is: values have 32 bit lengths, and frames of video are in one. */
    private static final long MAX_BYTES = 8L << 30;
    /** Below this any growth is harmless. */
    private static final long FREE_BYTES = 64L << 20;
    /** Of a picture that is black all over deflate leaves a thousandth, of real ones a fiftieth at the least. */
    private static final int MAX_GROWTH = 200;

    private final LongSupplier deflatedBytes;
    private final long maxBytes;
    private long count;

    /** @param deflatedBytes how many bytes it came from so far */
    GrowthLimit(InputStream inflated, LongSupplier deflatedBytes) {
        this(inflated, deflatedBytes, MAX_BYTES);
    }

    GrowthLimit(InputStream inflated, LongSupplier deflatedBytes, long maxBytes) {
        super(inflated);
        this.deflatedBytes = deflatedBytes;
        this.maxBytes = Math.min(MAX_BYTES, maxBytes);
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
        if (read > 0) {
            count += read;
            if (count > maxBytes || count > FREE_BYTES && count > MAX_GROWTH * deflatedBytes.getAsLong()) {
                throw new OversizedException();
            }
        }
        return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
        return Math.max(0, read(new byte[(int) Math.min(wanted, 8192)]));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Made to fill disks, or no image. */
    static final class OversizedException extends IOException {
        private OversizedException() {
            super("It grows beyond measure when it is unpacked");
        }
    }
}
