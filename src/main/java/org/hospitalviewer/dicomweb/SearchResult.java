package org.hospitalviewer.dicomweb;

import java.util.List;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Dictionary;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;

/** Completes an entity of the archive to what a search has to return (PS3.18 10.6.3.3). */
final class SearchResult {

    private static final List<Integer> STUDY = List.of(Tag.StudyDate, Tag.StudyTime, Tag.AccessionNumber,
            Tag.ModalitiesInStudy, Tag.ReferringPhysicianName, Tag.PatientName, Tag.PatientID, Tag.PatientBirthDate,
            Tag.PatientSex, Tag.StudyID);
    private static final List<Integer> SERIES = List.of(Tag.Modality, Tag.SeriesNumber);
    private static final List<Integer> INSTANCE = List.of(Tag.SOPClassUID, Tag.InstanceNumber);

    private SearchResult() {
    }

    /** Adds where the entity can be retrieved, and required attributes that it lacks without a value. */
    static Attributes complete(Attributes entity, QueryLevel level, String root) {
        entity.setString(Tag.InstanceAvailability, VR.CS, "ONLINE");
        entity.setString(Tag.RetrieveURL, VR.UR, DicomWebAddress.of(root, entity));
        require(entity, STUDY);
        switch (level) {
            case STUDY -> { }
            case SERIES -> require(entity, SERIES);
            case IMAGE -> {
                require(entity, SERIES);
                require(entity, INSTANCE);
            }
        }
        return entity;
    }

    private static void require(Attributes entity, List<Integer> tags) {
        for (int tag : tags) {
            if (!entity.contains(tag)) {
                entity.setEmpty(tag, Dictionary.vr(tag));
            }
        }
    }
}
