package org.hospitalviewer.sync;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.hospitalviewer.archive.StudyChange;
import org.hospitalviewer.archive.StudyChanges;
import org.hospitalviewer.ingest.folder.OrthancFolders;
import org.hospitalviewer.ingest.folder.OrthancStorage;
import org.springframework.stereotype.Component;

/**
 * The DICOM files of an Orthanc's storage folder. What vanishes from that folder stays at the targets: nobody deleted it
 * here.
 */
@Component
final class OrthancPublisher implements Publisher {

    private static final int PAGE = 500;

    private final SourceTable source;
    private final OrthancTable table;
    private final OrthancFolders folders;
    private final StudyDecisions decisions;
    private RunControl lookedFor;

    OrthancPublisher(SourceTable source, OrthancTable table, OrthancFolders folders, StudyDecisions decisions) {
        this.source = source;
        this.table = table;
        this.folders = folders;
        this.decisions = decisions;
    }

    /** At the targets there is one tree, wherever its files came from. */
    @Override
    public String name() {
        return ArchivePublisher.NAME;
    }

    @Override
    public boolean isInUse() {
        return source.get().kind() == SyncSource.Kind.ORTHANC_FOLDER;
    }

    /** Once in a run, for all targets. */
    @Override
    public synchronized void look(RunControl control) throws IOException {
        if (lookedFor != control) {
            new OrthancLook(storage(), table, source, control).run();
            lookedFor = control;
        }
    }

    private OrthancStorage storage() {
        return folders.at(source.get().folder());
    }

    @Override
    public long lastChange() {
        return source.lastChange();
    }

    @Override
    public StudyChanges changesSince(long sequence, int limit) {
        long last = lastChange();
        return new StudyChanges(last, true, sequence == last ? List.of() : table.studiesChangedAfter(sequence).stream()
                .map(study -> new StudyChange(last, StudyChange.Kind.CHANGED, study)).toList());
    }

    @Override
    public void eachStudy(Consumer<List<String>> some) {
        String last = "";
        for (List<String> page = table.studiesAfter(last, PAGE); !page.isEmpty(); page = table.studiesAfter(last, PAGE)) {
            some.accept(page);
            last = page.getLast();
        }
    }

    @Override
    public Optional<Publication> find(String studyInstanceUid) {
        return OrthancStudy.find(studyInstanceUid, table, storage(), decisions).map(Publication.class::cast);
    }
}
