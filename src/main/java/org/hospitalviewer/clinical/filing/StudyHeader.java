package org.hospitalviewer.clinical.filing;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.ArchiveQuery;
import org.hospitalviewer.archive.Match;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.archive.StoredInstance;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;

/** What a new object of a study says of patient and study. */
public final class StudyHeader {

    /** Patient (PS3.3 C.7.1.1) and General Study (C.7.2.1); those of type 2 are there even when they are empty. */
    private static final Map<Integer, VR> TYPE_2 = Map.of(Tag.PatientName, VR.PN, Tag.PatientID, VR.LO,
            Tag.PatientBirthDate, VR.DA, Tag.PatientSex, VR.CS, Tag.StudyDate, VR.DA, Tag.StudyTime, VR.TM,
            Tag.ReferringPhysicianName, VR.PN, Tag.StudyID, VR.SH, Tag.AccessionNumber, VR.SH);
    private static final Map<Integer, VR> TYPE_3 = Map.of(Tag.IssuerOfPatientID, VR.LO, Tag.StudyDescription, VR.LO);

    private StudyHeader() {
    }

    /**
     * As an instance of the study says it.
     *
     * @throws IOException when the study is not in the archive or cannot be read
     */
    public static Attributes of(Archive archive, String study) throws IOException {
        Attributes example = example(archive, study);
        Attributes header = empty(study);
        TYPE_2.forEach((tag, vr) -> copy(example, header, tag, vr));
        TYPE_3.forEach((tag, vr) -> copy(example, header, tag, vr));
        return header;
    }

    /** Of a study of which nothing is known yet. */
    public static Attributes empty(String study) {
        Attributes header = new Attributes();
        header.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
        TYPE_2.forEach(header::setEmpty);
        header.setString(Tag.StudyInstanceUID, VR.UI, study);
        return header;
    }

    private static Attributes example(Archive archive, String study) throws IOException {
        List<Attributes> series = archive.find(ArchiveQuery.of(QueryLevel.SERIES,
                List.of(new Match.Equal(Tag.StudyInstanceUID, study)), 0, 1));
        List<StoredInstance> instances = series.isEmpty() ? List.of()
                : archive.instances(study, series.getFirst().getString(Tag.SeriesInstanceUID));
        if (instances.isEmpty()) {
            throw new IOException("The study " + study + " is not in the archive.");
        }
        return instances.getFirst().metadata();
    }

    private static void copy(Attributes from, Attributes to, int tag, VR vr) {
        if (from.containsValue(tag)) {
            to.setString(tag, vr, from.getStrings(tag));
        }
    }
}
