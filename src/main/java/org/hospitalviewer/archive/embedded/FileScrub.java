package org.hospitalviewer.archive.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.hospitalviewer.appliance.job.JobProgress;
import org.hospitalviewer.archive.Upkeep;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads every indexed file and compares it with its row, in the order of the SOP Instance UIDs. */
final class FileScrub {

    private static final int PAGE = 200;
    /** Nobody who cancels waits longer. */
    private static final Duration LONGEST_REST = Duration.ofSeconds(1);

    private final FileStore files;
    private final JdbcClient index;
    private final JobProgress progress;
    private final Upkeep.Pace pace;

    private FileScrub(FileStore files, JdbcClient index, JobProgress progress, Upkeep.Pace pace) {
        this.files = files;
        this.index = index;
        this.progress = progress;
        this.pace = pace;
    }

    static String run(FileStore files, JdbcClient index, JobProgress progress, Upkeep.Pace pace) {
        return new FileScrub(files, index, progress, pace).run();
    }

    private String run() {
        String last = progress.savedState().map(state -> state.replaceAll("[^0-9.]", "")).orElse("");
        progress.total(count(""));
        progress.note("Reading the files");
        List<Row> page = page(last);
        while (!page.isEmpty()) {
            page.forEach(this::check);
            last = page.getLast().sopUid();
            progress.save("{\"after\":\"" + last + "\"}");
            page = page(last);
        }
        return progress.findings() == 0 ? "All files are whole."
                : progress.findings() + " files are damaged or missing.";
    }

    private long count(String after) {
        return index.sql("SELECT COUNT(*) FROM instance WHERE sop_uid > ?").param(after).query(Long.class).single();
    }

    private List<Row> page(String after) {
        return index.sql("SELECT sop_uid, path, received_on, transfer_syntax_uid, data_set_bytes, data_set_sha256 "
                        + "FROM instance WHERE sop_uid > ? ORDER BY sop_uid LIMIT ?")
                .params(after, PAGE).query((row, _) -> new Row(row.getString("sop_uid"), row.getString("path"),
                        row.getObject("received_on", LocalDate.class), row.getString("transfer_syntax_uid"),
                        new DataSetDigest(row.getLong("data_set_bytes"), row.getBytes("data_set_sha256")))).list();
    }

    private void check(Row row) {
        progress.checkpoint();
        long begin = System.nanoTime();
        damage(row).ifPresent(damage -> {
            if (isStillIndexed(row)) {
                progress.finding(row.path(), damage);
            }
        });
        progress.advance(row.path(), row.digest().bytes());
        rest(System.nanoTime() - begin);
    }

    private void rest(long nanosOfReading) {
        switch (pace) {
            case GENTLE -> LockSupport.parkNanos(Math.min(nanosOfReading, LONGEST_REST.toNanos()));
            case FULL -> { }
        }
    }

    private Optional<String> damage(Row row) {
        Path file = files.resolve(row.path());
        try {
            IndexedInstance stored = StoredFileReader.read(file, row.path(), row.receivedOn());
            return stored.hasSameContent(row.digest(), row.transferSyntaxUid()) && stored.sopUid().equals(row.sopUid())
                    ? Optional.empty() : Optional.of("The file is not as it was received");
        } catch (NoSuchFileException e) {
            return Optional.of("The file is missing");
        } catch (IOException e) {
            return Optional.of(Files.exists(file) ? "The file cannot be read: " + e.getMessage()
                    : "The file is missing");
        }
    }

    /** Somebody may have removed the object while its file was looked at. */
    private boolean isStillIndexed(Row row) {
        return index.sql("SELECT COUNT(*) FROM instance WHERE sop_uid = ? AND path = ?")
                .params(row.sopUid(), row.path()).query(Long.class).single() > 0;
    }

    private record Row(String sopUid, String path, LocalDate receivedOn, String transferSyntaxUid,
                       DataSetDigest digest) {
    }
}
