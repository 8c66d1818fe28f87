package org.hospitalviewer.sync;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;
import org.hospitalviewer.ingest.folder.OrthancStorage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A study of an Orthanc's folder on its way out; what it is called stands in the headers of its files. */
final class OrthancStudy extends DicomStudy {

    private static final Logger LOG = LoggerFactory.getLogger("jobs");
    /** So many files of a series are opened for one whose header can be read. */
    private static final int TRIED = 10;

    private final OrthancTable table;
    private final OrthancStorage storage;
    private final Map<String, String> modalities;

    private OrthancStudy(String uid, OrthancTable table, OrthancStorage storage, StudyDecisions decisions,
                         Attributes study, Map<String, String> modalities) {
        super(uid, study, decisions);
        this.table = table;
        this.storage = storage;
        this.modalities = modalities;
    }

    /** Empty when no file of it can be read. */
    static Optional<OrthancStudy> find(String uid, OrthancTable table, OrthancStorage storage, StudyDecisions decisions) {
        Attributes study = null;
        Map<String, String> modalities = new LinkedHashMap<>();
        for (String series : table.seriesOf(uid)) {
            Optional<Attributes> header = header(table.ofSeries(uid, series), storage);
            modalities.put(series, header.map(one -> one.getString(Tag.Modality, "")).orElse(""));
            study = study == null ? header.orElse(null) : study;
        }
        if (study == null) {
            if (!modalities.isEmpty()) {
                LOG.error("No file of the study {} in the Orthanc's folder can be read", uid);
            }
            return Optional.empty();
        }
        String[] codes = modalities.values().stream().filter(code -> !code.isEmpty()).distinct().toArray(String[]::new);
        if (codes.length > 0) {
            study.setString(Tag.ModalitiesInStudy, VR.CS, codes);
        }
        return Optional.of(new OrthancStudy(uid, table, storage, decisions, study, modalities));
    }

    private static Optional<Attributes> header(List<OrthancTable.Stored> files, OrthancStorage storage) {
        for (OrthancTable.Stored file : files.subList(0, Math.min(TRIED, files.size()))) {
            try {
                Optional<Attributes> header = storage.header(file.file());
                if (header.isPresent()) {
                    return header;
                }
            } catch (IOException e) {
                LOG.warn("{} in the Orthanc's folder cannot be read: {}", file.file().name(), e.getMessage());
            }
        }
        return Optional.empty();
    }

    @Override
    public List<String> groups() {
        return List.copyOf(modalities.keySet());
    }

    /** Of an object that was stored anew the newest file counts. */
    @Override
    public List<PublishedFile> files(String series, TreeNames names) {
        String folder = names.series(series, modalities.get(series));
        Map<String, OrthancTable.Stored> newest = new LinkedHashMap<>();
        table.ofSeries(studyInstanceUid(), series).forEach(file -> newest.put(file.sopInstanceUid(), file));
        return newest.values().stream().map(file -> new PublishedFile(file.sopInstanceUid(), file.version(),
                folder + "/" + names.instance(file.sopInstanceUid()), () -> out -> storage.copy(file.file(), out)))
                .toList();
    }
}
