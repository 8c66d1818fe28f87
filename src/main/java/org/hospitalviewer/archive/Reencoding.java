package org.hospitalviewer.archive;

import java.io.IOException;
import java.io.OutputStream;
import org.hospitalviewer.dicom.data.TransferSyntax;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.dicom.io.BulkDataSource;
import org.hospitalviewer.dicom.io.DicomOutputStream;
import org.hospitalviewer.dicom.io.FileMeta;
import org.hospitalviewer.dicom.io.Part10;
import org.hospitalviewer.dicom.io.Part10File;

/** A stored object in explicit little endian, bulk values copied from the file while it is sent. */
final class Reencoding {

    private Reencoding() {
    }

    static Content explicitLittleEndian(StoredFile stored) throws IOException {
        TransferSyntax syntax = TransferSyntax.of(stored.transferSyntaxUid());
        if (syntax.encapsulated() || syntax.bigEndian()) {
            throw new IllegalStateException("Bulk data in " + stored.transferSyntaxUid()
                    + " cannot be copied as it is");
        }
        Part10File file = Part10File.open(stored.path());
        LengthOnly length = new LengthOnly();
        write(stored, file, length, (_, bytes, _) -> length.add(bytes));
        return new Content.Copied(length.bytes, out -> write(stored, file, out, file.bulkDataSource()));
    }

    private static void write(StoredFile stored, Part10File file, OutputStream out, BulkDataSource bulkData)
            throws IOException {
        Part10.writeHeader(out, FileMeta.of(stored.sopClassUid(), stored.sopInstanceUid(), UID.ExplicitVRLittleEndian));
        new DicomOutputStream(out, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, bulkData).writeDataSet(file.header());
    }

    private static final class LengthOnly extends OutputStream {

        private long bytes;

        @Override
        public void write(int value) {
            bytes++;
        }

        @Override
        public void write(byte[] buffer, int offset, int length) {
            bytes += length;
        }

        void add(long length) {
            bytes += length;
        }
    }
}
