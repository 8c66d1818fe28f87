package org.hospitalviewer.archive.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.hospitalviewer.appliance.job.JobProgress;
import org.hospitalviewer.appliance.job.JobStoppedException;

/** One making of the index from the files: day by day into a shadow, which then takes the place of the index in use. */
final class Rebuild {

    private static final int BATCH = 200;
    /** That a shadow was begun is all that has to be known: what is in it is passed over. */
    private static final String BEGUN = "{\"shadow\":true}";

    private final FileStore files;
    private final Indexer indexer;
    private final JobProgress progress;
    private final ShadowIndex shadow;
    private final IndexWriter writer;
    private final List<IndexedInstance> batch = new ArrayList<>(BATCH);
    private final Set<String> inBatch = new HashSet<>();
    private final Set<String> troubled = new HashSet<>();
    private LocalDate checkedThrough;
    private long total;

    /** @param earliest no file will be stored under an earlier day before the next start */
    private Rebuild(FileStore files, Indexer indexer, ShadowIndex shadow, LocalDate earliest, JobProgress progress) {
        this.files = files;
        this.indexer = indexer;
        this.progress = progress;
        this.shadow = shadow;
        this.writer = shadow.writer();
        this.checkedThrough = earliest;
    }

    static String run(FileStore files, Indexer indexer, DataSource index, LocalDate earliest,
                      JobProgress progress) throws IOException {
        try (ShadowIndex shadow = ShadowIndex.open(index, progress.savedState().isPresent())) {
            progress.save(BEGUN);
            return run(new Rebuild(files, indexer, shadow, earliest, progress), shadow);
        }
    }

    private static String run(Rebuild rebuild, ShadowIndex shadow) throws IOException {
        try {
            String result = rebuild.run();
            shadow.drop();
            return result;
        } catch (JobStoppedException e) {
            if (e.isCancelled()) {
                shadow.drop();
            }
            throw e;
        }
    }

    private String run() throws IOException {
        List<LocalDate> days = files.daysSince(LocalDate.MIN);
        progress.note("Counting the files of " + days.size() + " days");
        total = count(days);
        progress.total(total);
        countWhatIsThere();
        progress.note("Reading the files");
        for (LocalDate day : days) {
            index(day);
        }
        addMissing();
        progress.note("Putting the new index in the place of the old one");
        indexer.whilePaused(() -> {
            addMissing();
            takeOtherVersions();
            removeDeleted();
            shadow.jdbc().sql("REPLACE INTO checked_through (only_row, day) VALUES (TRUE, ?)").param(checkedThrough)
                    .update();
            return shadow.takePlace();
        });
        return progress.findings() == 0 ? "The index is made anew."
                : "The index is made anew; " + progress.findings() + " files are damaged, missing or passed over.";
    }

    private long count(List<LocalDate> days) throws IOException {
        long count = 0;
        for (LocalDate day : days) {
            progress.checkpoint();
            count += files.pathsOf(day).size();
        }
        return count;
    }

    private void countWhatIsThere() {
        shadow.jdbc().sql("SELECT COUNT(*), COALESCE(SUM(data_set_bytes), 0) FROM instance").query(row -> {
            progress.resumeAt(row.getLong(1), row.getLong(2));
        });
    }

    private void index(LocalDate day) throws IOException {
        Set<String> known = new HashSet<>(shadow.jdbc().sql("SELECT path FROM instance WHERE received_on = ?")
                .param(day).query(String.class).list());
        for (String path : files.pathsOf(day)) {
            if (!known.contains(path)) {
                add(path, day);
            }
        }
        flush();
    }

    /** Objects that came while the shadow was made; and those of the old index whose files are gone. */
    private void addMissing() {
        List<ShadowIndex.Missing> missing = shadow.missing().stream()
                .filter(object -> !troubled.contains(object.path())).toList();
        total += missing.size();
        progress.total(total);
        for (ShadowIndex.Missing object : missing) {
            if (Files.exists(files.resolve(object.path()))) {
                add(object.path(), object.receivedOn());
            } else if (shadow.isLive(object.path(), object.receivedOn())) {
                trouble(object.path(), "The file is missing");
            }
        }
        flush();
    }

    /** Objects that were corrected meanwhile, or put back as they were. */
    private void takeOtherVersions() {
        for (ShadowIndex.Differing object : shadow.differing()) {
            if (FileVersion.of(object.livePath()).isOfSameObject(FileVersion.of(object.shadowPath()))
                    && Files.exists(files.resolve(object.livePath()))) {
                takeVersion(object.livePath(), object.receivedOn());
            }
        }
    }

    private void takeVersion(String path, LocalDate day) {
        try {
            shadow.revision().replace(List.of(StoredFileReader.read(files.resolve(path), path, day)));
        } catch (IOException e) {
            trouble(path, "It cannot be read: " + e.getMessage());
        }
    }

    /** Objects that were deleted after they were read. */
    private void removeDeleted() {
        Map<String, Set<String>> gone = new HashMap<>();
        for (ShadowIndex.Surplus object : shadow.surplus()) {
            if (!Files.exists(files.resolve(object.path()))) {
                gone.computeIfAbsent(object.studyUid(), _ -> new HashSet<>()).add(object.path());
            }
        }
        gone.forEach((study, paths) -> shadow.revision().remove(study, paths::contains));
    }

    private void trouble(String path, String what) {
        troubled.add(path);
        progress.finding(path, what);
        progress.advance(path, 0);
    }

    private void add(String path, LocalDate day) {
        progress.checkpoint();
        Path file = files.resolve(path);
        try {
            IndexedInstance instance = StoredFileReader.read(file, path, day);
            Optional<String> other = otherPath(instance);
            if (other.isPresent() && FileVersion.of(path).isOfSameObject(FileVersion.of(other.get()))) {
                progress.advance(path, 0); // another version than an interrupted run found; to be exchanged at the end
            } else if (other.isPresent()) {
                trouble(path, "It has the SOP Instance UID of " + other.get() + " and is passed over");
            } else {
                batch.add(asReceived(instance));
                inBatch.add(instance.sopUid());
                progress.advance(path, instance.dataSetBytes());
            }
        } catch (IOException e) {
            if (!Files.exists(file) && !shadow.isLive(path, day)) {
                progress.advance(path, 0); // deleted meanwhile
                return;
            }
            trouble(path, "It cannot be read: " + e.getMessage());
            checkedThrough = day.isBefore(checkedThrough) ? day : checkedThrough;
        }
        if (batch.size() >= BATCH) {
            flush();
        }
    }

    /** A file that changed since it was received is told of now, and whenever the files are checked. */
    private IndexedInstance asReceived(IndexedInstance read) {
        DataSetDigest found = new DataSetDigest(read.dataSetBytes(), read.dataSetSha256());
        Optional<DataSetDigest> received = shadow.digestInUse(read).filter(digest -> !digest.equals(found));
        if (received.isEmpty()) {
            return read;
        }
        progress.finding(read.path(), "The file is not as it was received");
        return read.withDigest(received.get());
    }

    private Optional<String> otherPath(IndexedInstance instance) {
        if (inBatch.contains(instance.sopUid())) {
            flush();
        }
        return shadow.jdbc().sql("SELECT path FROM instance WHERE sop_uid = ?").param(instance.sopUid())
                .query(String.class).optional();
    }

    private void flush() {
        if (!batch.isEmpty()) {
            writer.write(batch);
            batch.clear();
            inBatch.clear();
        }
    }
}
