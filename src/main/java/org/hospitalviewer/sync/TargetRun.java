package org.hospitalviewer.sync;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.archive.StudyChange;
import org.hospitalviewer.archive.StudyChanges;
import org.hospitalviewer.sync.SyncRun.Status;
import org.hospitalviewer.sync.WaitingStudies.Waiting;
import org.hospitalviewer.sync.crypt.FileKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * One target in one run: notes what changed at the source since the last time, then works through the studies that wait. With
 * nothing to do it costs a login and one question.
 */
final class TargetRun {

    private static final Logger LOG = LoggerFactory.getLogger("jobs");
    static final Duration COMPARED_EVERY = Duration.ofHours(24);
    private static final int CHANGES_AT_ONCE = 1_000;
    private static final int STUDIES_AT_ONCE = 100;

    private final Parts parts;
    private final SyncTarget target;
    private final RunControl control;
    private final boolean inItsHours;
    private final Instant givesWayAt;
    private final SpeedLimit speedLimit;
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private final AtomicReference<IOException> failure = new AtomicReference<>();
    private final AtomicLong commands = new AtomicLong();
    private final SyncRules rules;
    private TargetWork work;
    private String queuedUpTo = "";
    private boolean gaveWay;

    /** What every run needs. */
    record Parts(SyncTargets targets, TargetTable table, TargetConnections connections,
                 Preparation preparation, Ledger ledger, WaitingStudies waiting, SyncHistory history,
                 AuditLog audit, StudyDecisions decisions, List<Publisher> publishers) {
    }

    /**
     * @param inItsHours whether it ends when the target's hours are over
     * @param givesWayAt when the next run goes on with it, so that other targets have their turn
     */
    TargetRun(Parts parts, SyncTarget target, RunControl control, boolean inItsHours, Instant givesWayAt) {
        this.parts = parts;
        this.target = target;
        this.control = control;
        this.inItsHours = inItsHours;
        this.givesWayAt = givesWayAt;
        this.speedLimit = new SpeedLimit(target.kilobytesPerSecond());
        this.rules = parts.targets().rules();
    }

    /** How it ended, and why it failed. */
    record Outcome(Status status, String error) {
    }

    /** Runs to its end and keeps what came of it. Never throws for what is wrong with the target. */
    Outcome run() {
        Instant started = Instant.now();
        try {
            sync();
            return end(started, gaveWay ? Status.GOES_ON : Status.DONE, "");
        } catch (RunControl.StoppedException e) {
            return end(started, Status.GOES_ON, "");
        } catch (IOException | RuntimeException e) {
            LOG.error("{} failed", target.name(), e);
            return end(started, Status.FAILED, e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    private Outcome end(Instant started, Status status, String error) {
        SyncHistory.Counts counts = work == null ? new SyncHistory.Counts(0, 0, 0, commands.get())
                : work.counts(commands.get());
        parts.history().add(target, started, counts, status, error);
        LOG.info("{}: {} files, {} bytes, {} deleted, {} commands, {}", target.name(), counts.files(), counts.bytes(),
                counts.deleted(), counts.commands(), status);
        parts.table().ran(target.id(), Instant.now(), counts.commands(), error);
        return new Outcome(status, error);
    }

    private void sync() throws IOException {
        String password = target.kind().isServer() ? parts.targets().password(target.id()) : "";
        FileKey key = target.encrypted() ? parts.targets().fileKey() : null;
        FileTransfer transfer = new FileTransfer(key, speedLimit, control);
        try (Line line = line(password)) {
            try {
                prepare(line);
                for (Publisher publisher : parts.publishers().stream().filter(Publisher::isInUse).toList()) {
                    publisher.look(control);
                    work = new TargetWork(target, publisher, parts.ledger(), transfer, control);
                    noteChanges(publisher);
                    compareWhenDue(line);
                    bringAll(line, password);
                }
            } finally {
                commands.addAndGet(line.commands());
            }
        }
    }

    private Line line(String password) {
        return new Line(() -> parts.connections().open(target, password), control, BackOff.SHORT);
    }

    /** Each time one question; once a day everything that makes the folder safe. */
    private void prepare(Line line) throws IOException {
        Instant before = parts.table().state(target.id()).preparedAt();
        if (isOlder(before, COMPARED_EVERY)) {
            line.run((connection, attempt) -> {
                parts.preparation().prepare(target, connection, before == null && parts.ledger().isEmpty(target.id()));
                return null;
            });
            parts.table().prepared(target, Instant.now());
        } else {
            line.run((connection, attempt) -> {
                if (target.kind().isServer()) {
                    new ClosedFolder(connection).close();
                }
                return null;
            });
        }
    }

    /** A time in the future is one from before the clock was set back. */
    private static boolean isOlder(Instant time, Duration age) {
        return time == null || time.isAfter(Instant.now()) || time.isBefore(Instant.now().minus(age));
    }

    /** Once a change is among the waiting studies, it counts as known. */
    private void noteChanges(Publisher publisher) {
        long known = parts.table().state(target.id()).changeSequence();
        if (known < 0) {
            noteAll(publisher);
            return;
        }
        StudyChanges changes = publisher.changesSince(known, CHANGES_AT_ONCE);
        while (changes.complete() && !changes.changes().isEmpty()) {
            if (changes.changes().stream().anyMatch(change -> change.studyInstanceUid().isEmpty())) {
                noteAll(publisher);
                return;
            }
            changes.changes().forEach(change -> parts.waiting().add(target.id(), change.studyInstanceUid(),
                    change.kind() == StudyChange.Kind.DELETED));
            parts.table().reached(target, changes.last());
            changes = publisher.changesSince(changes.last(), CHANGES_AT_ONCE);
        }
        if (!changes.complete()) {
            noteAll(publisher);
        }
    }

    private void noteAll(Publisher publisher) {
        long before = publisher.lastChange();
        publisher.eachStudy(studies -> {
            control.check();
            parts.waiting().add(target.id(), studies);
        });
        parts.table().reached(target, before);
    }

    private void compareWhenDue(Line line) throws IOException {
        Instant before = parts.table().state(target.id()).comparedAt();
        if (before == null) {
            parts.table().compared(target, Instant.now()); // nothing lies there yet
        } else if (isOlder(before, COMPARED_EVERY)) {
            control.tell(progress -> progress.note("Comparing " + target.name() + " with what was sent"));
            int missing = new Comparison(work, parts.ledger(), parts.waiting()).run(line);
            if (missing > 0) {
                control.tell(progress -> progress.note("Files missing at " + target.name() + ", sent again: " + missing));
            }
            noteAll(work.publisher());
            parts.table().compared(target, Instant.now());
        }
    }

    private void bringAll(Line first, String password) throws IOException {
        queuedUpTo = "";
        long studies = parts.waiting().count(target.id());
        List<Thread> others = new ArrayList<>();
        for (int i = 1; i < Math.min(target.connections(), studies); i++) {
            others.add(another(i, () -> workOn(password)));
        }
        try {
            workOn(first);
        } finally {
            others.forEach(TargetRun::join);
        }
        if (failure.get() != null) {
            throw failure.get();
        }
    }

    /** Another connection; what it says goes to the log of the job too. */
    private Thread another(int number, Runnable work) {
        Map<String, String> logOfTheJob = MDC.getCopyOfContextMap();
        return Thread.ofPlatform().name("sync-" + target.id() + "-" + number).daemon().start(() -> {
            if (logOfTheJob != null) {
                MDC.setContextMap(logOfTheJob);
            }
            work.run();
        });
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void workOn(String password) {
        try (Line line = line(password)) {
            try {
                workOn(line);
            } finally {
                commands.addAndGet(line.commands());
            }
        } catch (RunControl.StoppedException e) {
            return; // the first line tells
        } catch (RuntimeException e) {
            failure.compareAndSet(null, new IOException(e.getMessage(), e));
        }
    }

    private void workOn(Line line) {
        for (Optional<Waiting> next = next(); next.isPresent(); next = next()) {
            try {
                bring(line, next.get());
            } catch (IOException e) {
                failure.compareAndSet(null, e);
            }
        }
    }

    /** Another study, while there are any, nothing has failed and it is time. */
    private synchronized Optional<Waiting> next() {
        control.check();
        if (failure.get() != null) {
            return Optional.empty();
        }
        if (queue.isEmpty()) {
            queue.addAll(parts.waiting().after(target.id(), queuedUpTo, STUDIES_AT_ONCE));
            queuedUpTo = queue.isEmpty() ? queuedUpTo : queue.getLast().studyInstanceUid();
        }
        boolean closed = inItsHours && !target.isOpenAt(LocalTime.now());
        if (!queue.isEmpty() && (closed || Instant.now().isAfter(givesWayAt))) {
            gaveWay = true;
            return Optional.empty();
        }
        return Optional.ofNullable(queue.poll());
    }

    private boolean isWithdrawn(String study) {
        return rules.onlyPublished() && parts.decisions().isWithdrawn(study);
    }

    private void audit(String action, String study) {
        parts.audit().record(action, "STUDY", study + " at " + target.name(), AuditLog.Result.SUCCESS);
    }

    private void bring(Line line, Waiting waiting) throws IOException {
        String uid = waiting.studyInstanceUid();
        Optional<Publication> study = work.publisher().find(uid);
        if (study.isPresent() && study.get().isAdmitted(rules)) {
            if (new StudySync(work, line, study.get()).run()) {
                audit("SYNC_STUDY", uid);
            }
        } else if (target.mayDelete() && (study.isPresent() ? isWithdrawn(uid) : waiting.deleted())) {
            if (StudySync.remove(work, line, uid)) {
                audit("DELETE_SYNCED_STUDY", uid);
            }
        }
        parts.waiting().remove(target.id(), waiting);
    }
}
