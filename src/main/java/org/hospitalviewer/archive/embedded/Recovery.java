package org.hospitalviewer.archive.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hospitalviewer.appliance.StartProgress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings the index up to date with the files at the start. A file is in its place only when it is complete and durable,
 * and the index runs behind by seconds, so only the day folders since the last checked day can hold files it misses:
 * those folders are the journal.
 */
final class Recovery {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private final FileStore files;
    private final JdbcClient jdbc;
    private final Indexer indexer;
    private final Reindexing reindexing;
    private final StartProgress progress;
    /** A disk may fail to read a file today and read it tomorrow: the day is looked at again at the next start. */
    private LocalDate firstTroubledDay;

    Recovery(FileStore files, JdbcClient jdbc, Reindexing reindexing,
             StartProgress progress) {
        this.files = files;
        this.jdbc = jdbc;
        this.indexer = reindexing.indexer();
        this.reindexing = reindexing;
        this.progress = progress;
    }

    /**
     * Indexes what is missing.
     *
     * @param today no file will be stored under an earlier day before the next start
     */
    void run(LocalDate today) throws IOException {
        files.removeUnfinished();
        int missing = indexMissing(days());
        indexer.awaitAcknowledged();
        jdbc.sql("REPLACE INTO checked_through (only_row, day) VALUES (TRUE, ?)")
                .param(firstTroubledDay == null ? today : firstTroubledDay).update();
        jdbc.sql("DELETE FROM day_to_check").update();
        if (missing > 0) {
            LOG.info("Indexed {} stored files that an earlier run could not index any more", missing);
        }
    }

    private int indexMissing(Set<LocalDate> days) throws IOException {
        long total = 0;
        for (LocalDate day : days) {
            total += files.pathsOf(day).size();
        }
        int missing = 0;
        try (StartProgress.Work work = progress.begin("The stored images are being compared with the index", total)) {
            for (LocalDate day : days) {
                missing += indexMissing(day, work);
            }
        }
        return missing;
    }

    private int indexMissing(LocalDate day, StartProgress.Work work) throws IOException {
        Set<String> known = new HashSet<>(jdbc.sql("SELECT path FROM instance WHERE received_on = ?").param(day)
                .query(String.class).list());
        int missing = 0;
        for (String path : files.pathsOf(day)) {
            if (!known.contains(path) && index(files.resolve(path), path, day)) {
                missing++;
            }
            work.advance();
        }
        return missing;
    }

    private boolean index(Path file, String path, LocalDate day) {
        try {
            IndexedInstance instance = StoredFileReader.read(file, path, day);
            Optional<IndexedInstance> other = indexer.find(instance.sopUid());
            if (other.isPresent() && isOtherVersion(path, other.get().path())) {
                reindexing.put(instance);
                return true;
            }
            if (other.isPresent()) {
                LOG.warn("The stored file {} has the SOP Instance UID of {} and is passed over", path,
                        other.get().path());
                return false;
            }
            indexer.submit(instance);
            return true;
        } catch (IOException e) {
            LOG.error("The stored file {} cannot be read and is not in the index; the next start tries again", file, e);
            firstTroubledDay = firstTroubledDay == null || day.isBefore(firstTroubledDay) ? day : firstTroubledDay;
            return false;
        }
    }

    /** The files say which version of an object is in force. */
    private static boolean isOtherVersion(String path, String indexed) {
        return FileVersion.of(path).isOfSameObject(FileVersion.of(indexed));
    }

    /** Days since the last checked one, and those that were being changed. */
    private Set<LocalDate> days() throws IOException {
        Set<LocalDate> days = new TreeSet<>(files.daysSince(lastChecked()));
        days.addAll(jdbc.sql("SELECT day FROM day_to_check").query(LocalDate.class).list());
        return days;
    }

    private LocalDate lastChecked() {
        return jdbc.sql("SELECT day FROM checked_through").query(LocalDate.class).optional().orElse(LocalDate.MIN);
    }
}
