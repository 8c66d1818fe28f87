package org.hospitalviewer.sync;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.ArchiveQuery;
import org.hospitalviewer.archive.Content;
import org.hospitalviewer.archive.Match;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.archive.StoredInstance;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.sync.target.Body;

/** A study of this archive on its way out; one series at a time is held. */
final class ArchivedStudy extends DicomStudy {

    private static final int MAX_SERIES = 10_000;

    private final Archive archive;
    private final Map<String, String> modalities = new HashMap<>();

    ArchivedStudy(Archive archive, String uid, Attributes study, StudyDecisions decisions) {
        super(uid, study, decisions);
        this.archive = archive;
    }

    @Override
    public List<String> groups() {
        return archive.find(ArchiveQuery.of(QueryLevel.SERIES, List.of(new Match.Equal(Tag.StudyInstanceUID, studyInstanceUid())), 0,
                        MAX_SERIES)).stream()
                .map(series -> {
                    String seriesUid = series.getString(Tag.SeriesInstanceUID);
                    modalities.put(seriesUid, series.getString(Tag.Modality, ""));
                    return seriesUid;
                }).toList();
    }

    @Override
    public List<PublishedFile> files(String series, TreeNames names) {
        String folder = names.series(series, modalities.get(series));
        return archive.instances(studyInstanceUid(), series).stream().map(instance -> new PublishedFile(instance.sopInstanceUid(),
                instance.version(), folder + "/" + names.instance(instance.sopInstanceUid()), () -> body(instance)))
                .toList();
    }

    private static Body body(StoredInstance instance) throws IOException {
        Content file = instance.file();
        return file::transferTo;
    }
}
