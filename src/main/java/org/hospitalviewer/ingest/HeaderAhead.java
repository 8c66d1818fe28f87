package org.hospitalviewer.ingest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.TransferSyntax;
import org.hospitalviewer.dicom.io.DicomFormatException;
import org.hospitalviewer.dicom.io.DicomInputStream;
import org.hospitalviewer.dicom.io.ReadOptions;

/**
 * The header of a data set that is still to be read from its beginning.
 *
 * @param header  everything before the pixel data
 * @param dataSet all of the data set
 */
record HeaderAhead(Attributes header, InputStream dataSet) {

    private static final int MAX_BYTES = 8 << 20;

    /**
     * Reads as far as the pixel data.
     *
     * @throws DicomFormatException when it is damaged, or longer than 8 MB
     */
    static HeaderAhead of(InputStream dataSet, TransferSyntax syntax) throws IOException {
        Recording recording = new Recording(dataSet);
        Attributes header = new DicomInputStream(recording, syntax, ReadOptions.DEFAULT.withStopBeforePixelData())
                .readDataSet();
        return new HeaderAhead(header,
                new SequenceInputStream(new ByteArrayInputStream(recording.bytes.toByteArray()), dataSet));
    }

    /** Keeps what is read. */
    private static final class Recording extends FilterInputStream {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        private Recording(InputStream in) {
            super(in);
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
                bytes.write(target, offset, read);
            }
            if (bytes.size() > MAX_BYTES) {
                throw new DicomFormatException("The header is too long for a file without meta information");
            }
            return read;
        }

        @Override
        public long skip(long wanted) throws IOException {
            return Math.max(0, read(new byte[(int) Math.min(wanted, 8192)]));
        }
    }
}
