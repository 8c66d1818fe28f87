package org.hospitalviewer.dicom.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Dictionary;
import org.hospitalviewer.dicom.data.Sequence;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.TransferSyntax;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.dicom.data.VR;
import org.hospitalviewer.dicom.io.DicomOutputStream;
import org.hospitalviewer.dicom.io.FileMeta;
import org.hospitalviewer.dicom.io.Part10;

/**
 * The directory of a file set: patients, their studies, series and objects (PS3.3 Annex F). Holds a few hundred bytes for
 * each object until it is written.
 */
public final class DicomDir {

    /** Bytes before the first item: tag, VR, reserved, length of the sequence (PS3.5 7.1.2). */
    private static final int SEQUENCE_HEADER_BYTES = 12;
    /** Tag and length of an item (PS3.5 7.5). */
    private static final int ITEM_HEADER_BYTES = 8;
    private static final int IN_USE = 0xFFFF;
    private static final String UNKNOWN = "UNKNOWN";

    private final String fileSetUid;
    private final Entity root = new Entity();

    /** Records of one level below one record. */
    private static final class Entity {
        private final Map<String, Record> records = new LinkedHashMap<>();

        private Record record(String key, String type) {
            return records.computeIfAbsent(key, _ -> new Record(type));
        }
    }

    private static final class Record {
        private final Attributes attributes = new Attributes();
        private final Entity lower = new Entity();
        private long offset;

        private Record(String type) {
            attributes.setInt(Tag.OffsetOfTheNextDirectoryRecord, VR.UL, 0);
            attributes.setInt(Tag.RecordInUseFlag, VR.US, IN_USE);
            attributes.setInt(Tag.OffsetOfReferencedLowerLevelDirectoryEntity, VR.UL, 0);
            attributes.setString(Tag.DirectoryRecordType, VR.CS, type);
        }
    }

    /** @param fileSetUid of its own for each file set (PS3.10 8.1) */
    public DicomDir(String fileSetUid) {
        this.fileSetUid = fileSetUid;
    }

    /**
     * Adds a file.
     *
     * @param header            attributes of the object, text in any character set
     * @param transferSyntaxUid of the file
     * @param fileId            components of its name, each of 1 to 8 of A to Z, 0 to 9 and underscore (PS3.10 8.2)
     */
    public void add(Attributes header, String transferSyntaxUid, String... fileId) {
        Record patient = root.record(header.getString(Tag.PatientID, "") + "\n" + header.getString(Tag.PatientName, ""),
                "PATIENT");
        fill(patient, header, Tag.PatientID, UNKNOWN);
        fill(patient, header, Tag.PatientName, "");
        Record study = patient.lower.record(header.getString(Tag.StudyInstanceUID), "STUDY");
        describeStudy(study, header);
        Record series = study.lower.record(header.getString(Tag.SeriesInstanceUID), "SERIES");
        fill(series, header, Tag.Modality, "OT");
        fill(series, header, Tag.SeriesInstanceUID, "");
        fill(series, header, Tag.SeriesNumber, Integer.toString(study.lower.records.size()));
        addObject(series, header, transferSyntaxUid, fileId);
    }

    private static void describeStudy(Record study, Attributes header) {
        fill(study, header, Tag.StudyDate, "");
        fill(study, header, Tag.StudyTime, "");
        fill(study, header, Tag.StudyDescription, "");
        fill(study, header, Tag.StudyInstanceUID, "");
        fill(study, header, Tag.StudyID, "1");
        fill(study, header, Tag.AccessionNumber, "");
    }

    private static void addObject(Record series, Attributes header, String transferSyntaxUid, String... fileId) {
        String sopClassUid = header.getString(Tag.SOPClassUID);
        String sopInstanceUid = header.getString(Tag.SOPInstanceUID);
        RecordType type = RecordType.of(sopClassUid);
        Record object = series.lower.record(sopInstanceUid, type.text());
        object.attributes.setString(Tag.ReferencedFileID, VR.CS, fileId);
        object.attributes.setString(Tag.ReferencedSOPClassUIDInFile, VR.UI, sopClassUid);
        object.attributes.setString(Tag.ReferencedSOPInstanceUIDInFile, VR.UI, sopInstanceUid);
        object.attributes.setString(Tag.ReferencedTransferSyntaxUIDInFile, VR.UI, transferSyntaxUid);
        fill(object, header, Tag.InstanceNumber, Integer.toString(series.lower.records.size()));
        type.keys().stream().filter(header::containsValue).forEach(key -> addKey(object, header, key));
    }

    private static void addKey(Record object, Attributes header, int tag) {
        if (header.vr(tag) == VR.SQ) {
            object.attributes.addAll(header.select(tag));
        } else {
            fill(object, header, tag, "");
        }
    }

    /** A value that the standard demands (type 1) must not be empty; the character set goes with the text. */
    private static void fill(Record record, Attributes header, int tag, String otherwise) {
        if (record.attributes.contains(tag)) {
            return;
        }
        VR vr = header.contains(tag) ? header.understoodVr(tag) : VR.LO;
        if (header.containsValue(tag)) {
            String[] values = header.getStrings(tag);
            if (vr.usesCharacterSet()) {
                record.attributes.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
            }
            record.attributes.setString(tag, vr, values);
        } else {
            record.attributes.setString(tag, standardVr(tag), otherwise);
        }
    }

    private static VR standardVr(int tag) {
        return Dictionary.vr(tag);
    }

    /** Writes the file, to be called DICOMDIR. */
    public void writeTo(OutputStream out) throws IOException {
        FileMeta meta = FileMeta.of(UID.MediaStorageDirectoryStorage, fileSetUid, UID.ExplicitVRLittleEndian);
        byte[] header = Part10.header(meta);
        List<Record> records = new ArrayList<>();
        collect(root, records);
        long position = header.length + encoded(fileSet(0, 0)).length + SEQUENCE_HEADER_BYTES;
        for (Record record : records) {
            record.offset = position;
            position += ITEM_HEADER_BYTES + encoded(record.attributes).length;
        }
        link(root);
        Attributes directory = fileSet(first(root), last(root));
        Sequence sequence = directory.newSequence(Tag.DirectoryRecordSequence);
        records.forEach(record -> sequence.addItem().addAll(record.attributes));
        out.write(header);
        out.write(encoded(directory));
    }

    private static Attributes fileSet(long first, long last) {
        Attributes attributes = new Attributes();
        attributes.setString(Tag.FileSetID, VR.CS, "");
        setOffset(attributes, Tag.OffsetOfTheFirstDirectoryRecordOfTheRootDirectoryEntity, first);
        setOffset(attributes, Tag.OffsetOfTheLastDirectoryRecordOfTheRootDirectoryEntity, last);
        attributes.setInt(Tag.FileSetConsistencyFlag, VR.US, 0);
        return attributes;
    }

    private static void collect(Entity entity, List<Record> records) {
        for (Record record : entity.records.values()) {
            records.add(record);
            collect(record.lower, records);
        }
    }

    private static void link(Entity entity) {
        Record before = null;
        for (Record record : entity.records.values()) {
            if (before != null) {
                setOffset(before.attributes, Tag.OffsetOfTheNextDirectoryRecord, record.offset);
            }
            setOffset(record.attributes, Tag.OffsetOfReferencedLowerLevelDirectoryEntity, first(record.lower));
            link(record.lower);
            before = record;
        }
    }

    private static long first(Entity entity) {
        return entity.records.values().stream().mapToLong(record -> record.offset).findFirst().orElse(0);
    }

    private static long last(Entity entity) {
        return entity.records.values().stream().mapToLong(record -> record.offset).max().orElse(0);
    }

    private static void setOffset(Attributes attributes, int tag, long offset) {
        attributes.setInt(tag, VR.UL, (int) offset);
    }

    private static byte[] encoded(Attributes attributes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new DicomOutputStream(bytes, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).writeDataSet(attributes);
        return bytes.toByteArray();
    }
}
