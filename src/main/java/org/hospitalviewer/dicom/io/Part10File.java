package org.hospitalviewer.dicom.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.PixelDataLocation;

/**
 * The header of a DICOM file and where its pixels are. All offsets count from the start of the file, so that bytes may
 * be copied straight from it; only where the data set is deflated they count from the start of the inflated data set.
 * Keeps no file open.
 */
public final class Part10File {
    private final Path path;
    private final FileMeta meta;
    private final Attributes header;
    private final long dataSetOffset;
    private final FrameLocator frames;

    private Part10File(Path path, FileMeta meta, Attributes header, long dataSetOffset) {
        this.path = path;
        this.meta = meta;
        this.header = header;
        this.dataSetOffset = dataSetOffset;
        this.frames = new FrameLocator(header, bulkDataSource());
    }

    /** Reads all but large values of a file. */
    public static Part10File open(Path path) throws IOException {
        return open(path, ReadOptions.DEFAULT);
    }

    /**
     * Reads a file as the options say.
     *
     * @throws DicomFormatException when it is no DICOM file, broken or beyond the limits
     */
    public static Part10File open(Path path, ReadOptions options) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            ByteSource source = new ByteSource(in, Files.size(path));
            FileMeta meta = Part10.readMeta(source, options);
            long dataSetOffset = source.position();
            Attributes header = meta.transferSyntax().deflated()
                    ? readDeflated(source, meta, options)
                    : new DataSetReader(source, meta.transferSyntax(), options).read();
            return new Part10File(path, meta, header, dataSetOffset);
        }
    }

    private static Attributes readDeflated(ByteSource source, FileMeta meta, ReadOptions options) throws IOException {
        try (DicomInputStream in = new DicomInputStream(source.remainder(), meta.transferSyntax(), options)) {
            return in.readDataSet();
        }
    }

    public Path path() {
        return path;
    }

    public FileMeta meta() {
        return meta;
    }

    /** The data set, with bulk data and pixel data as places. */
    public Attributes header() {
        return header;
    }

    /** Bytes before the data set. */
    public long dataSetOffset() {
        return dataSetOffset;
    }

    /** Whether places count within the inflated data set and not within the file. */
    public boolean isDeflated() {
        return meta.transferSyntax().deflated();
    }

    /** Where the pixel data lies; empty when there is none or it has no value. */
    public Optional<PixelDataLocation> pixelData() {
        return PixelDataOf.dataSet(header);
    }

    /** Number of frames; 0 without pixel data. */
    public int frameCount() {
        return frames.frameCount();
    }

    /** The parts of the file that make up a frame; see {@link FrameLocator#frame}. */
    public List<ByteRange> frame(int number) throws IOException {
        return frames.frame(number);
    }

    /** The same, also for a frame that begins within a byte; see {@link FrameLocator#place}. */
    public FramePlace framePlace(int number) throws IOException {
        return frames.place(number);
    }

    /** Copies values that were left in the file, inflating where needed. */
    public BulkDataSource bulkDataSource() {
        return isDeflated() ? this::copyInflated : this::copyStored;
    }

    private void copyStored(long offset, long length, OutputStream target) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            in.skipNBytes(offset);
            copy(in, length, target);
        }
    }

    private void copyInflated(long offset, long length, OutputStream target) throws IOException {
        try (InputStream file = Files.newInputStream(path)) {
            file.skipNBytes(dataSetOffset);
            try (InputStream in = new InflatedStream(file, ReadLimits.DEFAULT)) {
                in.skipNBytes(offset);
                copy(in, length, target);
            }
        }
    }

    private void copy(InputStream in, long length, OutputStream target) throws IOException {
        byte[] buffer = new byte[(int) Math.min(length, 64 << 10)];
        for (long remaining = length; remaining > 0;) {
            int count = in.read(buffer, 0, (int) Math.min(buffer.length, remaining));
            if (count < 0) {
                throw new DicomFormatException("The file " + path.getFileName() + " became shorter while it was read");
            }
            target.write(buffer, 0, count);
            remaining -= count;
        }
    }
}
