package org.hospitalviewer.sync;

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

/** A study of this archive on its way out; one series at a time is held. */
final class ArchivedStudy implements Publication {

    private static final int MAX_SERIES = 10_000;

    private final Archive archive;
    private final String uid;
    private final Attributes study;
    private final StudyDecisions decisions;
    private final Map<String, String> modalities = new HashMap<>();

    ArchivedStudy(Archive archive, String uid, Attributes study, StudyDecisions decisions) {
        this.archive = archive;
        this.uid = uid;
        this.study = study;
        this.decisions = decisions;
    }

    @Override
    public String studyInstanceUid() {
        return uid;
    }

    @Override
    public boolean isAdmitted(SyncRules rules) {
        return rules.admit(uid, study, decisions);
    }

    @Override
    public String folder(TreeNames names) {
        return names.study(uid, study.getString(Tag.StudyDate), study.getString(Tag.PatientName),
                study.getString(Tag.PatientID));
    }

    @Override
    public Map<String, String> description() {
        return Manifest.description(uid, study);
    }

    @Override
    public List<String> groups() {
        return archive.find(ArchiveQuery.of(QueryLevel.SERIES, List.of(new Match.Equal(Tag.StudyInstanceUID, uid)), 0,
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
        return archive.instances(uid, series).stream().map(instance -> new PublishedFile(instance.sopInstanceUid(),
                instance.version(), folder + "/" + names.instance(instance.sopInstanceUid()), () -> body(instance)))
                .toList();
    }

    private static org.hospitalviewer.sync.target.Body body(StoredInstance instance) throws java.io.IOException {
        Content file = instance.file();
        return file::transferTo;
    }
}
