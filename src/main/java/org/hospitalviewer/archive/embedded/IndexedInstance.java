package org.hospitalviewer.archive.embedded;

import java.time.LocalDate;
import java.util.HexFormat;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;

/**
 * What the index keeps of one stored file.
 *
 * @param path          relative to the archive folder, with forward slashes
 * @param receivedOn    day whose folder holds the file
 * @param dataSetBytes  length of the data set as sent
 * @param dataSetSha256 SHA-256 of the data set as sent
 * @param study         study-level attributes in UTF-8
 * @param series        series-level attributes in UTF-8
 * @param instance      instance-level attributes in UTF-8
 */
record IndexedInstance(String studyUid, String seriesUid, String sopUid, String sopClassUid, String transferSyntaxUid,
                       String path, LocalDate receivedOn, long dataSetBytes, byte[] dataSetSha256,
                       Attributes study, Attributes series, Attributes instance) {

    static IndexedInstance of(Attributes header, String transferSyntaxUid, String path, LocalDate receivedOn,
                              DataSetDigest digest) {
        return new IndexedInstance(header.getString(Tag.StudyInstanceUID), header.getString(Tag.SeriesInstanceUID),
                header.getString(Tag.SOPInstanceUID), header.getString(Tag.SOPClassUID), transferSyntaxUid, path,
                receivedOn, digest.bytes(), digest.sha256(), LevelAttributes.STUDY.of(header),
                LevelAttributes.SERIES.of(header), LevelAttributes.INSTANCE.of(header));
    }

    /** The same with another digest of the data set. */
    IndexedInstance withDigest(DataSetDigest digest) {
        return new IndexedInstance(studyUid, seriesUid, sopUid, sopClassUid, transferSyntaxUid, path, receivedOn,
                digest.bytes(), digest.sha256(), study, series, instance);
    }

    boolean hasSameContent(DataSetDigest digest, String otherTransferSyntaxUid) {
        return digest.equals(new DataSetDigest(dataSetBytes, dataSetSha256))
                && transferSyntaxUid.equals(otherTransferSyntaxUid);
    }

    @Override
    public String toString() {
        return "IndexedInstance[" + sopUid + ", " + path + ", " + HexFormat.of().formatHex(dataSetSha256) + "]";
    }
}
