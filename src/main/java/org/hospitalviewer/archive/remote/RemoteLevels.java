package org.hospitalviewer.archive.remote;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.hospitalviewer.archive.ArchiveQuery;
import org.hospitalviewer.archive.Match;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.dicom.data.Tag;

/** What can be asked for at each level, and what is asked for beside what every server returns (PS3.18 10.6.3.3). */
final class RemoteLevels {

    private static final Set<Integer> STUDY_KEYS = Set.of(Tag.StudyInstanceUID, Tag.PatientID, Tag.PatientName,
            Tag.PatientBirthDate, Tag.PatientSex, Tag.StudyDate, Tag.StudyTime, Tag.AccessionNumber, Tag.StudyID,
            Tag.StudyDescription, Tag.ReferringPhysicianName, Tag.ModalitiesInStudy);
    private static final Set<Integer> SERIES_KEYS = Set.of(Tag.SeriesInstanceUID, Tag.Modality, Tag.SeriesNumber,
            Tag.SeriesDescription, Tag.BodyPartExamined, Tag.PerformedProcedureStepStartDate,
            Tag.PerformedProcedureStepStartTime);
    private static final Set<Integer> IMAGE_KEYS = Set.of(Tag.SOPInstanceUID, Tag.SOPClassUID, Tag.InstanceNumber);

    private static final Set<Integer> STUDY_FIELDS = Set.of(Tag.StudyDescription, Tag.InstitutionName,
            Tag.ModalitiesInStudy, Tag.NumberOfStudyRelatedSeries, Tag.NumberOfStudyRelatedInstances);
    private static final Set<Integer> SERIES_FIELDS = Set.of(Tag.StudyDescription, Tag.SeriesDescription,
            Tag.SeriesDate, Tag.SeriesTime, Tag.BodyPartExamined, Tag.Manufacturer, Tag.StationName, Tag.ProtocolName,
            Tag.PerformedProcedureStepStartDate, Tag.PerformedProcedureStepStartTime,
            Tag.NumberOfSeriesRelatedInstances);
    private static final Set<Integer> IMAGE_FIELDS = Set.of(Tag.SOPClassUID, Tag.InstanceNumber, Tag.NumberOfFrames,
            Tag.AvailableTransferSyntaxUID);

    private RemoteLevels() {
    }

    /** Attributes that a search at a level can match. */
    static Set<Integer> keys(QueryLevel level) {
        Set<Integer> keys = new HashSet<>(STUDY_KEYS);
        if (level != QueryLevel.STUDY) {
            keys.addAll(SERIES_KEYS);
        }
        if (level == QueryLevel.IMAGE) {
            keys.addAll(IMAGE_KEYS);
        }
        return Set.copyOf(keys);
    }

    /** What to ask for. */
    static Collection<Integer> fields(ArchiveQuery query) {
        Set<Integer> fields = new HashSet<>(query.include());
        fields.addAll(switch (query.level()) {
            case STUDY -> STUDY_FIELDS;
            case SERIES -> SERIES_FIELDS;
            case IMAGE -> IMAGE_FIELDS;
        });
        return fields;
    }

    /** @throws IllegalArgumentException for a search by anything else */
    static void requireKeys(ArchiveQuery query) {
        Set<Integer> keys = keys(query.level());
        for (Match match : query.matches()) {
            if (!keys.contains(match.tag())) {
                throw new IllegalArgumentException("The archive cannot search by " + Tag.toString(match.tag())
                        + " at this level");
            }
        }
    }
}
