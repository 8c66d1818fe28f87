package org.hospitalviewer.archive.embedded;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.TransferSyntax;
import org.hospitalviewer.dicom.data.VR;
import org.hospitalviewer.dicom.io.DicomInputStream;
import org.hospitalviewer.dicom.io.DicomOutputStream;

/** The attributes that the index keeps of each level, ready for answers: those of PS3.18 10.6.3 and some more. */
enum LevelAttributes {

    STUDY(Tag.StudyDate, Tag.StudyTime, Tag.AccessionNumber, Tag.IssuerOfPatientID, Tag.ReferringPhysicianName,
            Tag.StudyDescription, Tag.PatientName, Tag.PatientID, Tag.PatientBirthDate, Tag.PatientSex, Tag.PatientAge,
            Tag.StudyInstanceUID, Tag.StudyID, Tag.InstitutionName, Tag.TimezoneOffsetFromUTC),

    SERIES(Tag.Modality, Tag.SeriesDate, Tag.SeriesTime, Tag.SeriesDescription, Tag.Manufacturer,
            Tag.ManufacturerModelName, Tag.StationName, Tag.BodyPartExamined, Tag.ProtocolName, Tag.PatientPosition,
            Tag.SeriesInstanceUID, Tag.SeriesNumber, Tag.Laterality, Tag.FrameOfReferenceUID,
            Tag.PerformedProcedureStepStartDate, Tag.PerformedProcedureStepStartTime),

    INSTANCE(Tag.SOPClassUID, Tag.SOPInstanceUID, Tag.InstanceNumber, Tag.Rows, Tag.Columns, Tag.BitsAllocated,
            Tag.NumberOfFrames, Tag.AcquisitionNumber, Tag.ContentDate, Tag.ContentTime);

    private static final String UTF_8 = "ISO_IR 192";
    /** Eight times what the standard allows most of them; a level must fit into its column whatever a file holds. */
    private static final int MAX_TEXT = 512;

    private final int[] tags;

    LevelAttributes(int... tags) {
        this.tags = tags;
    }

    /** Copies this level's attributes, all text in UTF-8 so that levels of different files can be put together. */
    Attributes of(Attributes header) {
        Attributes level = new Attributes();
        level.setString(Tag.SpecificCharacterSet, VR.CS, UTF_8);
        for (int tag : tags) {
            if (header.containsValue(tag)) {
                copy(header, tag, level);
            }
        }
        return level;
    }

    private static void copy(Attributes from, int tag, Attributes to) {
        VR vr = from.understoodVr(tag);
        if (vr == VR.US || vr == VR.UL) {
            to.setInt(tag, vr, from.getInt(tag, 0));
        } else if (vr.isText()) {
            String text = shortened(String.join("\\", from.getStrings(tag)));
            to.setString(tag, vr, vr.usesCharacterSet() ? text : text.replaceAll("\\P{ASCII}", "?"));
        }
    }

    private static String shortened(String text) {
        if (text.length() <= MAX_TEXT) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(MAX_TEXT - 1)) ? MAX_TEXT - 1 : MAX_TEXT);
    }

    static byte[] encode(Attributes level) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (DicomOutputStream out = new DicomOutputStream(bytes, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)) {
            out.writeDataSet(level);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Attributes decode(byte[] bytes) {
        try (DicomInputStream in = new DicomInputStream(new ByteArrayInputStream(bytes),
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)) {
            return in.readDataSet();
        } catch (IOException e) {
            throw new UncheckedIOException("The index holds a row that cannot be read; rebuild it", e);
        }
    }
}
