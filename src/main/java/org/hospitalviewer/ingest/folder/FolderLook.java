package org.hospitalviewer.ingest.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.hospitalviewer.ingest.FileIntake;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What monitoring knows of one folder between its looks. A file is taken when two looks found it with the same size and
 * time; one that cannot be read is tried again after a while.
 */
final class FolderLook {

    private static final Logger LOG = LoggerFactory.getLogger(FolderLook.class);
    private static final int BATCH = 128;
    private static final int MAX_WAITING = 100_000;
    private static final Duration FIRST_RETRY = Duration.ofSeconds(10);
    private static final int MAX_DOUBLINGS = 5;

    private final Monitoring monitoring;
    private final Path ownHome;
    private final HistoryTable history;
    private final FileTaking taking;
    private final ZipImport zips;
    private final FolderEvents events;
    private final Duration settling;
    private final BooleanSupplier goesOn;
    private final DistinctValues settled = new DistinctValues();
    private final Map<PathKey, Waiting> waiting = new HashMap<>();
    private final List<SourceFile> candidates = new ArrayList<>();
    private final List<TakenFile> toKeep = new ArrayList<>();
    private int number;

    /**
     * A file that was seen and not taken.
     *
     * @param look     the last one that saw it
     * @param failures how often it could not be read
     * @param retryAt  not to be taken before, in the time of {@link System#nanoTime()}
     */
    private record Waiting(long size, long modifiedMillis, int look, int failures, long retryAt) {

        boolean isSame(SourceFile file) {
            return size == file.size() && modifiedMillis == file.modifiedMillis();
        }
    }

    /**
     * Knows nothing yet.
     *
     * @param settling how long a file has to stay the same at least
     * @param goesOn   asked often; false ends a look early
     */
    FolderLook(Monitoring monitoring, Path ownHome, HistoryTable history, FileIntake intake, FolderEvents events,
               Duration settling, BooleanSupplier goesOn) {
        this.monitoring = monitoring;
        this.ownHome = ownHome;
        this.history = history;
        this.taking = new FileTaking(intake, Path.of(monitoring.path()));
        this.zips = new ZipImport(intake, taking.origin(), history, FolderLook::isLeft);
        this.events = events;
        this.settling = settling;
        this.goesOn = goesOn;
    }

    private static boolean isLeft(HistoryTable.Known known) {
        return known.status().isSettled() || known.status() == ImportStatus.EXISTING;
    }

    int waitingFiles() {
        return waiting.size();
    }

    /**
     * Looks once.
     *
     * @param noteExisting note down what is there instead of taking it
     * @throws IOException the archive can take nothing now, or the folder is gone
     */
    void run(boolean noteExisting) throws IOException {
        number++;
        candidates.clear();
        try {
            new FolderWalk(Path.of(monitoring.path()), monitoring.options(), ownHome).run(new Finder(noteExisting));
            sift(noteExisting);
        } finally {
            history.put(0, toKeep);
            toKeep.clear();
        }
        waiting.values().removeIf(file -> file.look() != number);
    }

    private final class Finder implements FolderWalk.Finder {

        private final boolean noteExisting;

        private Finder(boolean noteExisting) {
            this.noteExisting = noteExisting;
        }

        @Override
        public void file(SourceFile file) throws IOException {
            if (!goesOn.getAsBoolean()) {
                throw new EndedException();
            }
            if (!settled.contains(print(file))) {
                candidates.add(file);
                if (candidates.size() >= BATCH) {
                    sift(noteExisting);
                }
            }
        }

        @Override
        public void folder(Path folder) {
            events.follow(folder);
        }

        @Override
        public void unreadable(Path path, String reason) {
            LOG.debug("{}: {}", path, reason); // again and again; the import of existing files tells it
        }
    }

    /** Monitoring was switched off meanwhile, or the program ends. */
    static final class EndedException extends IOException {
        private EndedException() {
            super("Ended");
        }
    }

    private static long print(SourceFile file) {
        return DistinctValues.hash(file.path()) * 31 + DistinctValues.hash(file.size() + " " + file.modifiedMillis());
    }

    private void sift(boolean noteExisting) throws IOException {
        Map<PathKey, HistoryTable.Known> known = history.known(candidates.stream().map(SourceFile::key).toList());
        for (SourceFile file : List.copyOf(candidates)) {
            HistoryTable.Known before = known.get(file.key());
            if (before != null && before.isUnchanged(file) && isLeft(before)) {
                settled.add(print(file));
            } else if (noteExisting) {
                keep(file.taken(ImportStatus.EXISTING, "", ""));
                settled.add(print(file));
            } else {
                consider(file);
            }
        }
        candidates.clear();
    }

    private void consider(SourceFile file) throws IOException {
        Waiting before = waiting.get(file.key());
        if (before == null || !before.isSame(file)) {
            if (before != null || waiting.size() < MAX_WAITING) {
                waiting.put(file.key(), new Waiting(file.size(), file.modifiedMillis(), number, 0,
                        System.nanoTime() + settling.toNanos()));
            }
        } else if (System.nanoTime() - before.retryAt() >= 0) {
            take(file, before);
        } else {
            waiting.put(file.key(), new Waiting(before.size(), before.modifiedMillis(), number, before.failures(),
                    before.retryAt()));
        }
    }

    private void take(SourceFile file, Waiting before) throws IOException {
        Optional<TakenFile> result = file.sort() == NameSort.ZIP
                ? Optional.of(zips.take(file, monitoring.options(), this::keep)) : taking.take(file);
        if (result.isPresent() && result.get().status() == ImportStatus.FAILED) {
            long pause = FIRST_RETRY.toNanos() << Math.min(before.failures(), MAX_DOUBLINGS);
            waiting.put(file.key(), new Waiting(file.size(), file.modifiedMillis(), number, before.failures() + 1,
                    System.nanoTime() + pause));
            if (before.failures() == 0) {
                keep(result.get());
            }
            return;
        }
        result.ifPresent(this::keep);
        waiting.remove(file.key());
        settled.add(print(file));
    }

    private void keep(TakenFile taken) {
        toKeep.add(taken);
        if (toKeep.size() >= BATCH) {
            history.put(0, toKeep);
            toKeep.clear();
        }
    }
}
