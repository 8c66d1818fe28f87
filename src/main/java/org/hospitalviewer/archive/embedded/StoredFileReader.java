package org.hospitalviewer.archive.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.hospitalviewer.archive.RequiredUids;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.TransferSyntax;
import org.hospitalviewer.dicom.io.DataSetScan;
import org.hospitalviewer.dicom.io.Part10;
import org.hospitalviewer.dicom.io.ReadLimits;

/** Reads a stored file back into what the index keeps of it. */
final class StoredFileReader {

    private StoredFileReader() {
    }

    /**
     * Reads the whole file.
     *
     * @param path relative to the archive folder
     */
    static IndexedInstance read(Path file, String path, LocalDate receivedOn) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            Part10.Opened opened = Part10.open(in);
            String transferSyntaxUid = opened.meta().transferSyntaxUid();
            ReceivedDataSet dataSet = new ReceivedDataSet(opened.dataSet(), OutputStream.nullOutputStream(),
                    new DiskReserve(file, 0));
            Attributes header = DataSetScan.scan(dataSet, TransferSyntax.of(transferSyntaxUid), ReadLimits.DEFAULT)
                    .header();
            RequiredUids.check(header);
            return IndexedInstance.of(header, transferSyntaxUid, path, receivedOn, dataSet.digest());
        }
    }
}
