package org.hospitalviewer.archive.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.hospitalviewer.appliance.job.JobProgress;
import org.hospitalviewer.archive.CorrectedValues;
import org.hospitalviewer.archive.Corrections;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.io.Part10File;

/**
 * Corrections as further versions of files. The files come first and the index follows, some objects at a time; the days
 * in question are noted before, so that the next start makes the index follow when the program is cut off between.
 */
final class EmbeddedCorrections implements Corrections {

    private static final int AT_ONCE = 50;

    private final FileStore files;
    private final Reindexing reindexing;
    private final DiskReserve reserve;
    /** Nobody deletes or restores meanwhile. */
    private final ReentrantLock changing;

    EmbeddedCorrections(FileStore files, Reindexing reindexing, DiskReserve reserve, ReentrantLock changing) {
        this.files = files;
        this.reindexing = reindexing;
        this.reserve = reserve;
        this.changing = changing;
    }

    @Override
    public String correct(String studyInstanceUid, CorrectedValues values, JobProgress progress) throws IOException {
        if (!values.problems().isEmpty()) {
            throw new IllegalArgumentException("These values cannot be written: " + values.problems());
        }
        int changed = forEach(studyInstanceUid, progress, paths -> {
            List<IndexedInstance> corrected = new ArrayList<>();
            try {
                for (String path : paths) {
                    progress.checkpoint();
                    attempt(path, progress, () -> correct(path, values).ifPresent(corrected::add));
                }
            } finally {
                reindexing.replace(corrected);
            }
            return corrected.size();
        });
        return changed + " objects corrected" + troubles(progress);
    }

    private Optional<IndexedInstance> correct(String path, CorrectedValues values) throws IOException {
        String newest = files.versionsOf(path).getLast();
        Part10File file = Part10File.open(files.resolve(newest));
        Map<Integer, String> changes = OriginalAttributes.differences(file.header(), values.values());
        if (changes.isEmpty()) {
            return newest.equals(path) ? Optional.empty() : Optional.of(read(newest));
        }
        reserve.require();
        FileVersion version = FileVersion.of(newest);
        String next = version.withNumber(version.number() + 1).file();
        Attributes header = OriginalAttributes.changed(Part10File.open(file.path()).header(), changes, Instant.now());
        try (IncomingFile incoming = files.newIncomingFile()) {
            RewrittenFile.write(file, file.meta(), header, incoming, files.resolve(next));
        }
        return Optional.of(read(next));
    }

    private IndexedInstance read(String path) throws IOException {
        return StoredFileReader.read(files.resolve(path), path, FileStore.dayOf(path));
    }

    @Override
    public String undo(String studyInstanceUid, Instant since, JobProgress progress) throws IOException {
        int undone = forEach(studyInstanceUid, progress, paths -> {
            Map<String, IndexedInstance> earlier = new LinkedHashMap<>();
            for (String path : paths) {
                progress.checkpoint();
                List<String> versions = files.versionsOf(path);
                attempt(path, progress, () -> earlier(versions, since)
                        .ifPresent(file -> earlier.put(versions.getLast(), file)));
            }
            reindexing.replace(List.copyOf(earlier.values()));
            for (String later : earlier.keySet()) {
                files.remove(later);
            }
            return earlier.size();
        });
        return undone + " objects are as they were before" + troubles(progress);
    }

    private Optional<IndexedInstance> earlier(List<String> versions, Instant since) throws IOException {
        if (versions.size() < 2) {
            return Optional.empty();
        }
        Optional<Instant> changed = OriginalAttributes.lastChange(
                Part10File.open(files.resolve(versions.getLast())).header());
        return changed.isEmpty() || changed.get().isBefore(since) ? Optional.empty()
                : Optional.of(read(versions.get(versions.size() - 2)));
    }

    private int forEach(String studyUid, JobProgress progress, Batch work) throws IOException {
        reindexing.indexer().awaitAcknowledged();
        List<String> paths = reindexing.revision().pathsOf(studyUid);
        progress.total(paths.size());
        int changed = 0;
        for (int from = 0; from < paths.size(); from += AT_ONCE) {
            List<String> batch = paths.subList(from, Math.min(paths.size(), from + AT_ONCE));
            changing.lock();
            try {
                noteDays(batch);
                changed += work.on(stillThere(studyUid, batch));
            } finally {
                changing.unlock();
            }
        }
        return changed;
    }

    /** Somebody may have deleted the study between two batches. */
    private List<String> stillThere(String studyUid, List<String> batch) {
        Set<String> now = new HashSet<>(reindexing.revision().pathsOf(studyUid));
        return batch.stream().filter(now::contains).toList();
    }

    private void noteDays(List<String> paths) {
        paths.stream().map(FileStore::dayOf).distinct().forEach(reindexing::noteDay);
    }

    private void attempt(String path, JobProgress progress, Attempt attempt) {
        Path file = files.resolve(path);
        try {
            attempt.run();
            progress.advance(path, file.toFile().length());
        } catch (IOException e) {
            progress.finding(path, e.getMessage());
            progress.advance(path, 0);
        }
    }

    private static String troubles(JobProgress progress) {
        return progress.findings() == 0 ? "." : "; " + progress.findings() + " could not be changed.";
    }

    @FunctionalInterface
    private interface Batch {
        int on(List<String> paths) throws IOException;
    }

    @FunctionalInterface
    private interface Attempt {
        void run() throws IOException;
    }
}
