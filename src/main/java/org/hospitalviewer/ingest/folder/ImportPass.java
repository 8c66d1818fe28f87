package org.hospitalviewer.ingest.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hospitalviewer.appliance.job.JobProgress;
import org.hospitalviewer.ingest.FileIntake;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Goes once through the folder of an import. Files are taken several at a time, because the archive forces what arrives
 * together onto the disk together; the history of one batch is written while the next one is taken. What a killed program
 * did not write down is offered again, and the archive knows that it has it.
 */
final class ImportPass implements FolderWalk.Finder {

    private static final Logger LOG = LoggerFactory.getLogger(ImportPass.class);
    private static final int BATCH = 128;
    private static final int THREADS = 4;
    private static final Duration CHECK = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long KEEP_COUNTS_NANOS = Duration.ofSeconds(2).toNanos();

    private final ImportJob job;
    private final Path folder;
    private final FileTaking taking;
    private final ZipImport zips;
    private final HistoryTable history;
    private final ImportJobTable table;
    private final Path ownHome;
    private final JobProgress progress;
    private final Pace pace = new Pace(System.nanoTime());
    private final Throttle throttle = new Throttle();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS,
            Thread.ofPlatform().daemon().name("import-", 1).priority(Thread.MIN_PRIORITY).factory());
    private final List<SourceFile> batch = new ArrayList<>();
    private final List<Future<Optional<TakenFile>>> running = new ArrayList<>();
    private final List<TakenFile> toKeep = new ArrayList<>();
    private final Map<ImportStatus, Long> taken = new EnumMap<>(ImportStatus.class);
    private volatile boolean ended;
    private volatile ImportCounts counts;
    private long files;
    private long done;
    private long unchanged;
    private long notDicom;
    private long countsKeptAt = System.nanoTime();

    ImportPass(ImportJob job, FileIntake intake, HistoryTable history, ImportJobTable table, Path ownHome,
               JobProgress progress) {
        this.job = job;
        this.folder = Path.of(job.path());
        this.taking = new FileTaking(intake, folder);
        this.zips = new ZipImport(intake, taking.origin(), history, this::isSettled);
        this.history = history;
        this.table = table;
        this.ownHome = ownHome;
        this.progress = progress;
        this.counts = job.counts();
    }

    long jobId() {
        return job.id();
    }

    ImportCounts counts() {
        return counts;
    }

    Pace pace() {
        return pace;
    }

    /**
     * Takes what was not taken before.
     *
     * @return what came of it, in a sentence
     * @throws IOException the archive can take nothing now, or the folder is gone
     */
    String run() throws IOException {
        try {
            taken.putAll(history.counts(job.id()));
            progress.note("Counting the files in " + folder);
            files = count();
            progress.resumeAt(0, 0);
            progress.total(files);
            progress.note("Importing " + folder);
            walk().run(this);
            work();
            keep();
        } finally {
            end();
        }
        return sentence();
    }

    private FolderWalk walk() {
        return new FolderWalk(folder, job.options(), ownHome);
    }

    private long count() throws IOException {
        long[] found = {0};
        walk().run(new FolderWalk.Finder() {
            @Override
            public void file(SourceFile file) {
                progress.checkpoint();
                found[0]++;
            }

            @Override
            public void unreadable(Path path, String reason) {
                // told when it is worked on
            }
        });
        return found[0];
    }

    @Override
    public void file(SourceFile file) throws IOException {
        batch.add(file);
        if (batch.size() >= BATCH) {
            work();
        }
    }

    @Override
    public void other(Path file) {
        progress.checkpoint();
    }

    @Override
    public void unreadable(Path path, String reason) {
        note(new TakenFile(PathKey.of(path.toString()), path.toString(), 0, 0, ImportStatus.FAILED, "", reason));
    }

    /** Takes the batch, and keeps what became of the one before meanwhile. */
    private void work() throws IOException {
        Map<PathKey, HistoryTable.Known> known = history.known(batch.stream().map(SourceFile::key).toList());
        List<SourceFile> started = new ArrayList<>();
        List<SourceFile> zipFiles = new ArrayList<>();
        for (SourceFile file : batch) {
            HistoryTable.Known before = known.get(file.key());
            if (before != null && before.isUnchanged(file) && isSettled(before)) {
                unchanged += before.jobId() == job.id() ? 0 : 1;
                advance(file);
                continue;
            }
            forgetCount(before);
            if (file.sort() == NameSort.ZIP) {
                zipFiles.add(file);
            } else {
                started.add(file);
                running.add(threads.submit(() -> ended ? null : take(file)));
            }
        }
        batch.clear();
        keep();
        for (int i = 0; i < started.size(); i++) {
            note(started.get(i), await(running.get(i)));
        }
        running.clear();
        for (SourceFile zip : zipFiles) {
            note(zip, Optional.of(zips.take(zip, job.options(), this::noteEntry)));
        }
    }

    private boolean isSettled(HistoryTable.Known before) {
        return before.status().isSettled() && (before.jobId() == job.id() || !job.options().again());
    }

    /** A file that this import could not read before is counted anew. */
    private void forgetCount(HistoryTable.Known before) {
        if (before != null && before.jobId() == job.id()) {
            taken.merge(before.status(), -1L, Long::sum);
        }
    }

    private Optional<TakenFile> take(SourceFile file) throws IOException {
        long begin = System.nanoTime();
        Optional<TakenFile> result = taking.take(file);
        if (!job.options().fullSpeed()) {
            throttle.rest(System.nanoTime() - begin);
        }
        return result;
    }

    private Optional<TakenFile> await(Future<Optional<TakenFile>> future) throws IOException {
        while (true) {
            progress.checkpoint();
            try {
                return future.get(CHECK.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                LOG.trace("A file takes long", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("Interrupted", e);
            } catch (ExecutionException e) {
                throw thrown(e.getCause());
            }
        }
    }

    private static IOException thrown(Throwable cause) {
        return switch (cause) {
            case IOException trouble -> trouble;
            case RuntimeException trouble -> throw trouble;
            case Error trouble -> throw trouble;
            default -> new IOException(cause);
        };
    }

    private void note(SourceFile file, Optional<TakenFile> result) {
        if (result.isPresent()) {
            note(result.get());
        } else {
            notDicom++;
        }
        advance(file);
    }

    private void noteEntry(TakenFile entry) {
        progress.checkpoint();
        note(entry);
        if (toKeep.size() >= BATCH) {
            keep();
        }
    }

    private void note(TakenFile result) {
        toKeep.add(result);
        taken.merge(result.status(), 1L, Long::sum);
        if (result.status().isTrouble()) {
            progress.finding(result.path(), result.status() == ImportStatus.QUARANTINED
                    ? "Another object with this SOP Instance UID is stored; this one waits in the quarantine"
                    : result.reason());
        }
        tell();
    }

    private void advance(SourceFile file) {
        done++;
        progress.advance(file.path(), file.size());
        progress.checkpoint();
        tell();
    }

    private void tell() {
        pace.mark(done, System.nanoTime());
        counts = ImportCounts.of(files, done, unchanged, notDicom, taken);
        if (System.nanoTime() - countsKeptAt >= KEEP_COUNTS_NANOS) {
            countsKeptAt = System.nanoTime();
            table.update(job.id(), counts);
        }
    }

    private void keep() {
        history.put(job.id(), toKeep);
        toKeep.clear();
    }

    /** What is under way still ends and is written down, so that little is offered again. */
    private void end() {
        ended = true;
        threads.shutdown();
        long until = System.nanoTime() + PATIENCE.toNanos();
        for (Future<Optional<TakenFile>> future : running) {
            ended(future, until).ifPresent(result -> {
                if (toKeep.stream().noneMatch(kept -> kept.key().equals(result.key()))) {
                    toKeep.add(result);
                    taken.merge(result.status(), 1L, Long::sum);
                }
            });
        }
        try {
            keep();
            tell();
            table.update(job.id(), counts);
        } catch (DataAccessException e) {
            LOG.warn("The last files of the import could not be written down; they are looked at again", e);
        }
    }

    private static Optional<TakenFile> ended(Future<Optional<TakenFile>> future, long until) {
        try {
            Optional<TakenFile> result = future.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
            return result == null ? Optional.empty() : result;
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty(); // looked at again the next time
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private String sentence() {
        ImportCounts all = counts;
        List<String> parts = new ArrayList<>(List.of(all.imported() + " imported"));
        add(parts, all.duplicates(), "already in the archive");
        add(parts, all.unchanged(), "unchanged since the last import");
        add(parts, all.quarantined(), "in the quarantine");
        add(parts, all.refused(), "refused");
        add(parts, all.failed(), "not readable");
        add(parts, all.notDicom(), "not DICOM");
        add(parts, all.leftOut(), "left out");
        return String.join(", ", parts) + ".";
    }

    private static void add(List<String> parts, long count, String what) {
        if (count > 0) {
            parts.add(count + " " + what);
        }
    }
}
