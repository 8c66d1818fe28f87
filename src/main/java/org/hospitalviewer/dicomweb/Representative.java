package org.hospitalviewer.dicomweb;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.ArchiveQuery;
import org.hospitalviewer.archive.Match;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.archive.StoredInstance;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;

/**
 * The one instance that stands for a series or study: the middle one by Instance Number, of the first series
 * by Series Number that holds images, else of the first series.
 */
final class Representative {
    /** Modalities of objects that are no images, or that only make sense over others. */
    private static final Set<String> NO_IMAGES = Set.of("SR", "PR", "KO", "SEG", "DOC", "REG", "FID", "ECG", "HD", "AU",
            "RTSTRUCT", "RTPLAN", "RTRECORD", "RTDOSE", "PLAN", "RWV", "SMR", "OT");

    private Representative() {
    }

    static Optional<StoredInstance> ofSeries(Archive archive, String study, String series) {
        List<StoredInstance> instances = archive.instances(study, series);
        return instances.isEmpty() ? Optional.empty() : Optional.of(instances.get((instances.size() - 1) / 2));
    }

    static Optional<StoredInstance> ofStudy(Archive archive, String study) {
        List<Attributes> series = archive.find(ArchiveQuery.of(QueryLevel.SERIES,
                List.of(new Match.Equal(Tag.StudyInstanceUID, study)), 0, Integer.MAX_VALUE));
        return series.stream().min(Comparator.comparing(Representative::isNoImage)
                        .thenComparingInt(one -> one.getInt(Tag.SeriesNumber, Integer.MAX_VALUE)))
                .flatMap(one -> ofSeries(archive, study, one.getString(Tag.SeriesInstanceUID)));
    }

    private static boolean isNoImage(Attributes series) {
        return NO_IMAGES.contains(series.getString(Tag.Modality, ""));
    }
}
