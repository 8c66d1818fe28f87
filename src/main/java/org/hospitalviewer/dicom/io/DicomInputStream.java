package org.hospitalviewer.dicom.io;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.TransferSyntax;

/**
 * Reads one data set from a stream (PS3.5 7). Large values stay where they are and are only passed over; nothing is
 * allocated by a declared length. Anything wrong in the bytes is a {@link DicomFormatException}; trouble of the stream
 * itself comes through as it is.
 */
public final class DicomInputStream implements Closeable {
    private final InputStream in;
    private final ByteSource source;
    private final TransferSyntax transferSyntax;
    private final ReadOptions options;

    public DicomInputStream(InputStream in, TransferSyntax transferSyntax) {
        this(in, transferSyntax, ReadOptions.DEFAULT);
    }

    /** Reads a data set that begins with the next byte; a deflated one is inflated on the way. */
    public DicomInputStream(InputStream in, TransferSyntax transferSyntax, ReadOptions options) {
        this(in, new ByteSource(transferSyntax.deflated() ? new InflatedStream(in, options.limits()) : in),
                transferSyntax, options);
    }

    private DicomInputStream(InputStream in, ByteSource source, TransferSyntax transferSyntax, ReadOptions options) {
        this.in = in;
        this.source = source;
        this.transferSyntax = transferSyntax;
        this.options = options;
    }

    /**
     * Reads to the end of the stream, or to where the options say. Offsets of bulk data count from the first byte of
     * the data set, of the inflated one where it is deflated.
     */
    public Attributes readDataSet() throws IOException {
        return new DataSetReader(source, transferSyntax, options).read();
    }

    /** Bytes of the data set read so far; when reading stopped before pixel data, the place of its element header. */
    public long position() {
        return source.position();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
