package org.hospitalviewer.archive.embedded;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.hospitalviewer.archive.StudyChange;

/**
 * Makes the index say something else of objects that it may know already. Whoever calls has made sure that nobody else
 * works on them.
 *
 * @param indexer  pauses meanwhile
 * @param revision of the same index
 */
record Reindexing(Indexer indexer, IndexRevision revision) {

    /** The next start looks at this day, should the program be cut off between the files and the index. */
    void noteDay(LocalDate day) {
        revision.noteDay(day);
    }

    /** Puts an object in, in the place of whatever the index knows under its UID. */
    void put(IndexedInstance object) {
        indexer.awaitAcknowledged();
        Optional<IndexedInstance> present = indexer.find(object.sopUid());
        if (present.isEmpty()) {
            indexer.submit(object);
        } else if (isInSameSeries(object, present.get())) {
            replace(List.of(object));
        } else {
            remove(present.get().studyUid(), present.get().path()::equals);
            indexer.submit(object);
        }
    }

    private static boolean isInSameSeries(IndexedInstance one, IndexedInstance other) {
        return one.studyUid().equals(other.studyUid()) && one.seriesUid().equals(other.seriesUid());
    }

    /** Other files for indexed objects, each in the same series as before. */
    void replace(List<IndexedInstance> objects) {
        indexer.revise(() -> revision.replace(objects));
    }

    /** Removes objects of a study by their relative paths. */
    void remove(String studyUid, Predicate<String> gone) {
        remove(studyUid, gone, () -> { });
    }

    /**
     * The same, and something that belongs to it before anybody writes the index again.
     *
     * @param then what it throws passes on; the objects are removed nevertheless, and everybody hears of it
     */
    void remove(String studyUid, Predicate<String> gone, Runnable then) {
        RuntimeException[] failure = new RuntimeException[1];
        indexer.revise(() -> {
            Map<String, StudyChange.Kind> changes = new LinkedHashMap<>(revision.remove(studyUid, gone));
            try {
                then.run();
            } catch (RuntimeException e) {
                failure[0] = e;
            }
            return changes;
        });
        if (failure[0] != null) {
            throw failure[0];
        }
    }
}
