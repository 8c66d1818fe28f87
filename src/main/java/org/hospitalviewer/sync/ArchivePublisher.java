package org.hospitalviewer.sync;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.ArchiveQuery;
import org.hospitalviewer.archive.Match;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.archive.SortKey;
import org.hospitalviewer.archive.StudyChanges;
import org.hospitalviewer.dicom.data.Tag;
import org.springframework.stereotype.Component;

/** The DICOM files of this archive, in either mode, as they are stored. */
@Component
final class ArchivePublisher implements Publisher {

    static final String NAME = "dicom-files";
    private static final int PAGE = 500;

    private final Archive archive;
    private final StudyDecisions decisions;
    private final SourceTable source;

    ArchivePublisher(Archive archive, StudyDecisions decisions, SourceTable source) {
        this.archive = archive;
        this.source = source;
        this.decisions = decisions;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isInUse() {
        return source.get().kind() == SyncSource.Kind.ARCHIVE;
    }

    @Override
    public long lastChange() {
        return archive.lastChange();
    }

    @Override
    public StudyChanges changesSince(long sequence, int limit) {
        return archive.changesSince(sequence, limit);
    }

    /**
     * Page after page in the order of UIDs. Each begins with the last study of the one before: where it does not, studies were
     * deleted meanwhile, and the next page would miss some.
     */
    @Override
    public void eachStudy(Consumer<List<String>> some) {
        String last = "";
        int offset = 0;
        while (true) {
            List<String> page = page(offset);
            if (offset > 0 && (page.isEmpty() || page.getFirst().compareTo(last) > 0)) {
                offset = Math.max(0, offset - PAGE / 2);
                continue;
            }
            String reached = last;
            List<String> fresh = page.stream().filter(study -> study.compareTo(reached) > 0).toList();
            if (!fresh.isEmpty()) {
                some.accept(fresh);
                last = fresh.getLast();
            }
            if (page.size() < PAGE) {
                return;
            }
            offset += page.size() - 1;
        }
    }

    private List<String> page(int offset) {
        return archive.find(ArchiveQuery.of(QueryLevel.STUDY, List.of(), offset, PAGE)
                        .orderedBy(List.of(new SortKey(Tag.StudyInstanceUID, false))))
                .stream().map(study -> study.getString(Tag.StudyInstanceUID)).sorted().toList();
    }

    @Override
    public Optional<Publication> find(String studyInstanceUid) {
        return archive.find(new ArchiveQuery(QueryLevel.STUDY,
                        List.of(new Match.Equal(Tag.StudyInstanceUID, studyInstanceUid)),
                        Set.of(Tag.ModalitiesInStudy, Tag.StudyDescription), false, List.of(), 0, 1)).stream().findFirst()
                .map(study -> new ArchivedStudy(archive, studyInstanceUid, study, decisions));
    }
}
