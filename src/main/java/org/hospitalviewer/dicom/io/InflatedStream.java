package org.hospitalviewer.dicom.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** Inflates a deflated data set (PS3.5 A.5, RFC 1951 without zlib header) up to the limit. */
final class InflatedStream extends InflaterInputStream {
    private static final int BUFFER_BYTES = 16 << 10;

    private final long maxBytes;
    private long count;

    InflatedStream(InputStream in, ReadLimits limits) {
        super(in, new Inflater(true), BUFFER_BYTES);
        this.maxBytes = limits.maxInflatedBytes();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = inflate(target, offset, length);
        if (read < 0) {
            inf.end();
            return read;
        }
        count += read;
        if (count > maxBytes) {
            throw new DicomFormatException("The deflated data set grows beyond the limit of " + maxBytes + " bytes");
        }
        return read;
    }

    private int inflate(byte[] target, int offset, int length) throws IOException {
        try {
            return super.read(target, offset, length);
        } catch (ZipException | EOFException e) {
            throw new DicomFormatException("The deflated data set is broken or cut short after " + count + " bytes", e);
        }
    }

    @Override
    public void close() throws IOException {
        inf.end();
        super.close();
    }
}
