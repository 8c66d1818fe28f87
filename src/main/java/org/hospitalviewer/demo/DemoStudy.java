package org.hospitalviewer.demo;

import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;

/**
 * What all instances of a demo study have in common. It cannot be mistaken for a patient's.
 *
 * @param patientId   marks the demo and tells later that the study is there already
 * @param patientName with its components
 * @param description of the study
 * @param bodyPart    Body Part Examined, empty when unknown
 * @param made        date and time of the study
 */
record DemoStudy(String patientId, String patientName, String modality, String description, String bodyPart,
                 LocalDateTime made, String studyUid, String seriesUid, String frameOfReferenceUid) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");

    static DemoStudy of(String patientId, String patientName, String modality, String description, String bodyPart) {
        return new DemoStudy(patientId, patientName, modality, description, bodyPart, LocalDateTime.now(), uid(), uid(),
                uid());
    }

    /** A new UID (PS3.5 B.2). */
    private static String uid() {
        return "2.25." + new BigInteger(UUID.randomUUID().toString().replace("-", ""), 16);
    }

    /**
     * The header of one instance, without its pixels.
     *
     * @param number Instance Number, from 1
     */
    Attributes instance(String sopClassUid, int number) {
        Attributes header = new Attributes();
        header.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
        header.setString(Tag.ImageType, VR.CS, "ORIGINAL", "PRIMARY");
        header.setString(Tag.SOPClassUID, VR.UI, sopClassUid);
        header.setString(Tag.SOPInstanceUID, VR.UI, uid());
        for (int date : new int[] {Tag.StudyDate, Tag.SeriesDate, Tag.ContentDate}) {
            header.setString(date, VR.DA, DATE.format(made));
        }
        for (int time : new int[] {Tag.StudyTime, Tag.SeriesTime, Tag.ContentTime}) {
            header.setString(time, VR.TM, TIME.format(made));
        }
        header.setString(Tag.AccessionNumber, VR.SH, patientId);
        header.setString(Tag.Modality, VR.CS, modality);
        header.setString(Tag.Manufacturer, VR.LO, "Synthetic demo data");
        header.setString(Tag.InstitutionName, VR.LO, "Demo, not a patient");
        header.setString(Tag.StudyDescription, VR.LO, description);
        header.setString(Tag.SeriesDescription, VR.LO, "Demo " + description);
        header.setString(Tag.PatientName, VR.PN, patientName);
        header.setString(Tag.PatientID, VR.LO, patientId);
        header.setString(Tag.PatientBirthDate, VR.DA, "19700101");
        header.setString(Tag.PatientSex, VR.CS, "O");
        header.setString(Tag.PatientComments, VR.LT, "Synthetic demo data; no patient");
        if (!bodyPart.isEmpty()) {
            header.setString(Tag.BodyPartExamined, VR.CS, bodyPart);
        }
        header.setString(Tag.StudyInstanceUID, VR.UI, studyUid);
        header.setString(Tag.SeriesInstanceUID, VR.UI, seriesUid);
        header.setString(Tag.StudyID, VR.SH, "DEMO");
        header.setInt(Tag.SeriesNumber, VR.IS, 1);
        header.setInt(Tag.InstanceNumber, VR.IS, number);
        return header;
    }
}
