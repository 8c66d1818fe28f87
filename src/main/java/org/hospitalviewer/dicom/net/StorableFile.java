package org.hospitalviewer.dicom.net;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.TransferSyntax;
import org.hospitalviewer.dicom.io.DicomFormatException;
import org.hospitalviewer.dicom.io.FileMeta;
import org.hospitalviewer.dicom.io.Part10;
import org.hospitalviewer.dicom.io.Part10File;

/**
 * What C-STORE has to know of a Part 10 file.
 *
 * @param path              the file
 * @param sopClassUid       from the file meta information, or else from the data set
 * @param sopInstanceUid    likewise
 * @param transferSyntaxUid how the data set is encoded
 * @param dataSetOffset     bytes before the data set
 * @param dataSetLength     bytes of the data set
 */
public record StorableFile(Path path, String sopClassUid, String sopInstanceUid, String transferSyntaxUid,
                           long dataSetOffset, long dataSetLength) {

    /**
     * Looks at a file; its data set is opened only when the meta information does not name class and instance.
     *
     * @throws DicomFormatException when it is no Part 10 file or names no SOP class or instance
     */
    public static StorableFile read(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            Part10.Opened opened = Part10.open(in);
            FileMeta meta = opened.meta();
            return new StorableFile(path,
                    orFromDataSet(meta.mediaStorageSopClassUid(), path, Tag.SOPClassUID),
                    orFromDataSet(meta.mediaStorageSopInstanceUid(), path, Tag.SOPInstanceUID),
                    meta.transferSyntaxUid(), opened.dataSetOffset(), Files.size(path) - opened.dataSetOffset());
        }
    }

    private static String orFromDataSet(Optional<String> uid, Path path, int tag) throws IOException {
        if (uid.isPresent()) {
            return uid.get();
        }
        String found = Part10File.open(path).header().getString(tag, "");
        if (found.isEmpty()) {
            throw new DicomFormatException("The file names no " + Tag.toString(tag));
        }
        return found;
    }

    /** The data set from its first byte; a deflated one of odd length is followed by its padding (PS3.5 A.5). */
    public InputStream open() throws IOException {
        InputStream in = Files.newInputStream(path);
        in.skipNBytes(dataSetOffset);
        return needsPadding() ? new SequenceInputStream(in, new ByteArrayInputStream(new byte[1])) : in;
    }

    /** Bytes that {@link #open} gives. */
    public long evenLength() {
        return needsPadding() ? dataSetLength + 1 : dataSetLength;
    }

    /** Some writers forget the padding; then some readers abort over a fragment of odd length. */
    private boolean needsPadding() {
        return dataSetLength % 2 != 0 && TransferSyntax.of(transferSyntaxUid).deflated();
    }
}
