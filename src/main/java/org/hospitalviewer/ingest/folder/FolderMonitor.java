package org.hospitalviewer.ingest.folder;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.hospitalviewer.appliance.Home;
import org.hospitalviewer.ingest.FileIntake;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Looks into the monitored folder again and again, on a thread of its own. Trouble is a state, told once in the log. */
@Component
class FolderMonitor implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FolderMonitor.class);
    /** A file has to stay the same for so long, and after an event the next look comes as soon. */
    private static final Duration SETTLING = Duration.ofSeconds(3);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    /** A look that takes long, as of a slow share, is not followed by the next at once. */
    private static final int PAUSE_FACTOR = 4;
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(8);

    private final MonitoringTable table;
    private final ImportJobTable imports;
    private final HistoryTable history;
    private final FileIntake intake;
    private final Home home;
    private final List<Runnable> followers = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wake = lock.newCondition();
    private volatile Thread thread;
    private volatile boolean stopping;
    private volatile MonitoringStatus.State state = MonitoringStatus.State.OFF;
    private volatile String message = "";
    private volatile Instant lastCheck;
    private volatile int waitingFiles;
    private volatile boolean asked;
    private boolean heard;
    private Monitoring looked;
    private FolderLook look;
    private FolderEvents events;
    private int failures;

    FolderMonitor(MonitoringTable table, ImportJobTable imports, HistoryTable history, FileIntake intake, Home home) {
        this.table = table;
        this.imports = imports;
        this.history = history;
        this.intake = intake;
        this.home = home;
    }

    MonitoringStatus status() {
        Monitoring monitoring = table.read();
        long today = history.monitoredSince(LocalDate.now().atStartOfDay(ZoneId.systemDefault()).toInstant());
        return new MonitoringStatus(monitoring.enabled(), monitoring.path(), monitoring.options(),
                monitoring.seconds(), monitoring.enabled() ? state : MonitoringStatus.State.OFF,
                monitoring.enabled() ? message : "", lastCheck, waitingFiles, today);
    }

    /** What is monitored has changed, or an import has ended: looks at once. */
    void ask() {
        lock.lock();
        try {
            asked = true;
            wake.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void hear() {
        lock.lock();
        try {
            heard = true;
            wake.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void follow(Runnable follower) {
        followers.add(follower);
    }

    void unfollow(Runnable follower) {
        followers.remove(follower);
    }

    @Override
    public void start() {
        stopping = false;
        thread = Thread.ofPlatform().daemon().name("folder-monitor").priority(Thread.MIN_PRIORITY).start(this::watch);
    }

    @Override
    public void stop() {
        stopping = true;
        ask();
        try {
            thread.join(STOP_PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void watch() {
        try {
            while (!stopping) {
                long begin = System.nanoTime();
                Monitoring monitoring = lookOnce();
                pause(monitoring, System.nanoTime() - begin);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            forget();
        }
    }

    private void pause(Monitoring monitoring, long tookNanos) throws InterruptedException {
        long least = Math.min(LONGEST_PAUSE.toNanos(), Math.max(SETTLING.toNanos(), PAUSE_FACTOR * tookNanos));
        long usual = Math.max(least, Duration.ofSeconds(monitoring.seconds()).toNanos());
        if (state == MonitoringStatus.State.FAILING) {
            usual = Math.min(LONGEST_PAUSE.toNanos(), usual << Math.min(failures, 6));
        }
        boolean unsettled = waitingFiles > 0 && state == MonitoringStatus.State.WAITING;
        long begin = System.nanoTime();
        lock.lock();
        try {
            long left = unsettled ? least : usual;
            while (left > 0 && !asked && !stopping) {
                wake.awaitNanos(left);
                boolean early = unsettled || heard && state == MonitoringStatus.State.WAITING;
                left = (early ? least : usual) - (System.nanoTime() - begin);
            }
            asked = false;
            heard = false;
        } finally {
            lock.unlock();
        }
    }

    /** Looks if there is something to look at; returns how it shall go on. */
    private Monitoring lookOnce() {
        Monitoring monitoring = Monitoring.NONE;
        try {
            monitoring = table.read();
            if (!monitoring.enabled()) {
                forget();
                become(MonitoringStatus.State.OFF, "");
            } else if (imports.running().isPresent()) {
                become(MonitoringStatus.State.IMPORT_FIRST, "");
            } else {
                look(monitoring);
            }
        } catch (FolderLook.EndedException e) {
            LOG.debug("The look at the folder ended early");
        } catch (SourceAbsentException e) {
            become(MonitoringStatus.State.FOLDER_ABSENT, e.getMessage());
        } catch (DataAccessException e) {
            failures++;
            become(MonitoringStatus.State.FAILING, "The database does not answer");
        } catch (IOException | RuntimeException e) {
            failures++;
            LOG.debug("The look at the folder failed", e);
            become(MonitoringStatus.State.FAILING, String.valueOf(e.getMessage()));
        }
        return monitoring;
    }

    private void look(Monitoring monitoring) throws IOException {
        if (look == null || !looked.path().equals(monitoring.path())
                || !looked.options().equals(monitoring.options())) {
            forget();
            events = new FolderEvents(this::hear);
            look = new FolderLook(monitoring, home.root(), history, intake, events, SETTLING, this::goesOn);
        }
        looked = monitoring;
        if (state == MonitoringStatus.State.OFF || state == MonitoringStatus.State.IMPORT_FIRST) {
            become(MonitoringStatus.State.LOOKING, "");
        }
        try {
            look.run(monitoring.noteExisting());
        } finally {
            waitingFiles = look.waitingFiles();
        }
        if (monitoring.noteExisting()) {
            table.existingIsNoted(monitoring.path());
        }
        lastCheck = Instant.now();
        failures = 0;
        become(MonitoringStatus.State.WAITING, "");
    }

    private boolean goesOn() {
        return !stopping && !asked;
    }

    private void forget() {
        if (events != null) {
            events.close();
        }
        events = null;
        look = null;
        waitingFiles = 0;
    }

    private void become(MonitoringStatus.State next, String sentence) {
        if (next != state || !sentence.equals(message)) {
            if (next == MonitoringStatus.State.FOLDER_ABSENT || next == MonitoringStatus.State.FAILING) {
                LOG.warn("Monitoring of the folder {}: {}", looked == null ? "" : looked.path(), sentence);
            } else if (state == MonitoringStatus.State.FOLDER_ABSENT || state == MonitoringStatus.State.FAILING) {
                LOG.info("Monitoring of the folder goes on");
            }
        }
        state = next;
        message = sentence;
        followers.forEach(Runnable::run);
    }
}
