package org.hospitalviewer.dicom.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.PixelDataLocation;
import org.hospitalviewer.dicom.data.TransferSyntax;

/**
 * What one pass over a whole data set finds, while the bytes may be copied elsewhere on the way.
 *
 * @param header all elements; large values and pixel data as places, bytes from the start of the data set (of the
 *               inflated one where it is deflated)
 * @param length bytes of the data set, inflated where it is deflated
 */
public record DataSetScan(Attributes header, long length) {
    /**
     * Reads a data set to the very end of the stream. Every byte is read, none skipped, so that a stream which copies
     * what is read has the whole data set afterwards.
     *
     * @throws DicomFormatException when the data set is cut short, broken, encoded otherwise than declared or beyond
     * the limits
     * @throws IOException          when the stream fails
     */
    public static DataSetScan scan(InputStream dataSet, TransferSyntax transferSyntax, ReadLimits limits)
            throws IOException {
        return scan(dataSet, transferSyntax, ReadOptions.DEFAULT.withLimits(limits));
    }

    /** The same with all options; stopping before pixel data makes no sense here. */
    public static DataSetScan scan(InputStream dataSet, TransferSyntax transferSyntax, ReadOptions options)
            throws IOException {
        // Not closed: the stream is the caller's, and a deflater frees itself at its end or failure.
        DicomInputStream in = new DicomInputStream(dataSet, transferSyntax, options);
        Attributes header = in.readDataSet();
        drain(dataSet);
        return new DataSetScan(header, in.position());
    }

    /** A deflated stream may be padded behind its end. */
    private static void drain(InputStream dataSet) throws IOException {
        byte[] rest = new byte[512];
        while (dataSet.read(rest) >= 0) {
            // Only to let a copying stream see it.
        }
    }

    /** Where the pixel data lies; empty when there is none or it has no value. */
    public Optional<PixelDataLocation> pixelData() {
        return PixelDataOf.dataSet(header);
    }
}
