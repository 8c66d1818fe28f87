package org.hospitalviewer.transfer;

import java.util.List;
import java.util.stream.Stream;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.ArchiveQuery;
import org.hospitalviewer.archive.Match;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.archive.StoredInstance;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;

/** The objects of a study, series after series; one series at a time is held. */
final class StudyInstances {

    private static final int MAX_SERIES = 10_000;

    private final Archive archive;
    private final String studyUid;

    StudyInstances(Archive archive, String studyUid) {
        this.archive = archive;
        this.studyUid = studyUid;
    }

    /** Series Instance UIDs; empty when there is no such study. */
    List<String> series() {
        return archive.find(ArchiveQuery.of(QueryLevel.SERIES, List.of(new Match.Equal(Tag.StudyInstanceUID, studyUid)),
                0, MAX_SERIES)).stream().map(series -> series.getString(Tag.SeriesInstanceUID)).toList();
    }

    List<StoredInstance> ofSeries(String seriesUid) {
        return archive.instances(studyUid, seriesUid);
    }

    Stream<StoredInstance> all() {
        return series().stream().flatMap(series -> ofSeries(series).stream());
    }

    /** Number of objects. */
    int count() {
        List<Attributes> study = archive.find(ArchiveQuery.of(QueryLevel.STUDY,
                List.of(new Match.Equal(Tag.StudyInstanceUID, studyUid)), 0, 1));
        return study.isEmpty() ? 0 : study.getFirst().getInt(Tag.NumberOfStudyRelatedInstances, 0);
    }
}
