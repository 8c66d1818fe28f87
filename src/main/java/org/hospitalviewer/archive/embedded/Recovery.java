package org.hospitalviewer.archive.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings the index up to date with the files at the start. A file is in its place only when it is complete and durable, and
 * the index runs behind by seconds, so only the day folders since the last checked day can hold files it misses: those
 * folders are the journal.
 */
final class Recovery {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
    private static final String CHECKED_THROUGH = "index-checked-through";

    private final FileStore files;
    private final JdbcClient jdbc;
    private final Indexer indexer;

    Recovery(FileStore files, JdbcClient jdbc, Indexer indexer) {
        this.files = files;
        this.jdbc = jdbc;
        this.indexer = indexer;
    }

    void run() throws IOException {
        files.removeUnfinished();
        LocalDate today = LocalDate.now();
        LocalDate from = isIndexEmpty() ? LocalDate.MIN : lastChecked();
        int missing = 0;
        for (LocalDate day : daysSince(from)) {
            missing += indexMissing(day);
        }
        indexer.awaitAcknowledged();
        remember(today);
        if (missing > 0) {
            LOG.info("Indexed {} stored files that an earlier run could not index any more", missing);
        }
    }

    private boolean isIndexEmpty() {
        return jdbc.sql("SELECT NOT EXISTS (SELECT 1 FROM instance)").query(Boolean.class).single();
    }

    private int indexMissing(LocalDate day) throws IOException {
        Set<String> known = new HashSet<>(jdbc.sql("SELECT path FROM instance WHERE received_on = ?").param(day)
                .query(String.class).list());
        int missing = 0;
        try (Stream<Path> tree = Files.walk(files.dayFolder(day))) {
            for (Path file : (Iterable<Path>) tree.filter(Files::isRegularFile)::iterator) {
                String path = files.root().relativize(file).toString().replace('\\', '/');
                if (path.endsWith(".dcm") && !known.contains(path) && index(file, path, day)) {
                    missing++;
                }
            }
        }
        return missing;
    }

    private boolean index(Path file, String path, LocalDate day) {
        try {
            indexer.submit(StoredFileReader.read(file, path, day));
            return true;
        } catch (IOException e) {
            LOG.error("The stored file {} cannot be read and is not in the index", file, e);
            return false;
        }
    }

    private List<LocalDate> daysSince(LocalDate from) throws IOException {
        List<LocalDate> days = new ArrayList<>();
        try (Stream<Path> tree = Files.walk(files.root(), 3)) {
            for (Path folder : (Iterable<Path>) tree.filter(Files::isDirectory)::iterator) {
                LocalDate day = day(files.root().relativize(folder));
                if (day != null && !day.isBefore(from)) {
                    days.add(day);
                }
            }
        }
        return days;
    }

    private static LocalDate day(Path folder) {
        if (folder.getNameCount() != 3) {
            return null;
        }
        try {
            return LocalDate.parse(folder.getName(0) + "-" + folder.getName(1) + "-" + folder.getName(2));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The day before is taken as well: a clock may be set back, and midnight may pass between a file and its row. */
    private LocalDate lastChecked() throws IOException {
        Path mark = files.resolve(CHECKED_THROUGH);
        try {
            return Files.exists(mark) ? LocalDate.parse(Files.readString(mark).strip()).minusDays(1) : LocalDate.MIN;
        } catch (DateTimeException e) {
            return LocalDate.MIN;
        }
    }

    private void remember(LocalDate day) throws IOException {
        Path unfinished = files.resolve(CHECKED_THROUGH + ".new");
        Files.writeString(unfinished, day.toString());
        Files.move(unfinished, files.resolve(CHECKED_THROUGH), StandardCopyOption.ATOMIC_MOVE);
    }
}
