package org.hospitalviewer.ingest.folder;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hospitalviewer.access.Account;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.access.Doorkeeper;
import org.hospitalviewer.appliance.Home;
import org.hospitalviewer.appliance.job.JobRun;
import org.hospitalviewer.appliance.job.JobService;
import org.hospitalviewer.appliance.job.JobState;
import org.hospitalviewer.ingest.folder.InvalidFolderException.Problem;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** The folders of the hospital for those who may: looking, scanning, importing, monitoring; into the audit log. */
@Service
public class FolderImport {

    private static final String FOLDER = "FOLDER";

    private final FolderBrowser browser;
    private final FolderImportJob job;
    private final ImportJobTable table;
    private final HistoryTable history;
    private final MonitoringTable monitoringTable;
    private final FolderMonitor monitor;
    private final JobService jobs;
    private final Doorkeeper doorkeeper;
    private final AuditLog audit;
    private final Home home;
    private final List<Runnable> followers = new CopyOnWriteArrayList<>();
    private FolderScan scan;
    private volatile ScanResult scanned;
    private boolean followed;

    FolderImport(FolderBrowser browser, FolderImportJob job, ImportJobTable table, HistoryTable history,
                 MonitoringTable monitoringTable, FolderMonitor monitor, JobService jobs, Doorkeeper doorkeeper,
                 AuditLog audit, Home home) {
        this.browser = browser;
        this.job = job;
        this.table = table;
        this.history = history;
        this.monitoringTable = monitoringTable;
        this.monitor = monitor;
        this.jobs = jobs;
        this.doorkeeper = doorkeeper;
        this.audit = audit;
        this.home = home;
    }

    /** An import whose run came to its end otherwise than by itself does not wait for ever. */
    @EventListener(ContextRefreshedEvent.class)
    void followRuns() {
        if (!followed) {
            followed = true;
            jobs.subscribe(this::follow);
            if (table.running().isPresent()
                    && jobs.newestOf(FolderImportJob.NAME).filter(run -> !run.state().isOver()).isEmpty()) {
                startRun(table.running().get().id());
            }
        }
    }

    private void follow(JobRun run) {
        if (!run.kind().equals(FolderImportJob.NAME)) {
            return;
        }
        if (run.state().isOver()) {
            table.running().ifPresent(left -> settle(left, run));
            monitor.ask();
        }
        tell();
    }

    private void settle(ImportJob left, JobRun run) {
        switch (run.state()) {
            case CANCELLED -> table.end(left.id(), ImportJob.State.STOPPED,
                    "Stopped. Starting it again goes on where it was.");
            case FAILED, INTERRUPTED -> table.end(left.id(), ImportJob.State.FAILED, run.message());
            case SUCCEEDED, QUEUED, RUNNING -> startRun(left.id()); // asked for while the run was about to end
        }
    }

    private void startRun(long importId) {
        table.startedAs(importId, jobs.start(FolderImportJob.NAME).id());
    }

    /** The folders within one; of none, the drives. */
    public FolderListing list(String path) {
        doorkeeper.require(Action.IMPORT_FOLDERS, String.valueOf(path));
        return browser.list(path);
    }

    /** Whether a folder can be imported. */
    public FolderTest test(String path, ImportOptions options) {
        doorkeeper.require(Action.IMPORT_FOLDERS, String.valueOf(path));
        return browser.test(path, options);
    }

    /**
     * Begins to look through a folder.
     *
     * @throws InvalidFolderException when it cannot be, or another scan is under way
     */
    public synchronized ScanResult scan(String path, ImportOptions options) {
        doorkeeper.require(Action.IMPORT_FOLDERS, String.valueOf(path));
        Path folder = browser.importable(path);
        if (scanned != null && scanned.state() == ScanResult.State.RUNNING) {
            throw underWay("A folder is being looked through already.");
        }
        audit.record("SCAN_FOLDER", FOLDER, folder.toString(), AuditLog.Result.SUCCESS);
        FolderScan started = new FolderScan(folder, options, home.root(), this::noteScan);
        scan = started;
        scanned = started.begin();
        Thread.ofPlatform().daemon().name("folder-scan").priority(Thread.MIN_PRIORITY).start(() -> {
            scanned = started.run();
            tell();
        });
        return scanned;
    }

    private void noteScan(ScanResult result) {
        scanned = result;
        tell();
    }

    private void tell() {
        followers.forEach(Runnable::run);
    }

    /**
     * What is asked for.
     *
     * @param existing import what lies in the folder
     * @param monitor  and from now on what comes
     * @param seconds  between two looks at the folder
     */
    public record Request(String path, ImportOptions options, boolean existing, boolean monitor, int seconds) {
    }

    /**
     * Starts an import, monitoring, or both.
     *
     * @throws InvalidFolderException when that cannot be
     */
    public synchronized FolderImportStatus start(Request request) {
        doorkeeper.require(Action.IMPORT_FOLDERS, String.valueOf(request.path()));
        if (!request.options().takesAnything() || !request.existing() && !request.monitor()) {
            throw new InvalidFolderException(Problem.NOTHING_CHOSEN, "Choose what is to be imported.");
        }
        requireSeconds(request.seconds());
        Path folder = browser.importable(request.path());
        if (table.running().isPresent()) {
            throw underWay("An import is under way. Stop it first, or wait for its end.");
        }
        audit.record("START_IMPORT", FOLDER, folder + (request.existing() ? "" : " (new files only)"),
                AuditLog.Result.SUCCESS);
        if (request.existing()) {
            startRun(table.insert(folder.toString(), request.options(), visitor()));
        }
        if (request.monitor()) {
            monitoringTable.write(new Monitoring(folder.toString(), request.options(), true, request.seconds(),
                    !request.existing()));
        }
        monitor.ask();
        tell();
        return current();
    }

    private static InvalidFolderException underWay(String sentence) {
        return new InvalidFolderException(Problem.UNDER_WAY, sentence);
    }

    private static void requireSeconds(int seconds) {
        if (seconds < Monitoring.MIN_SECONDS || seconds > Monitoring.MAX_SECONDS) {
            throw new InvalidFolderException(Problem.OUT_OF_RANGE, "The time between two looks is from "
                    + Monitoring.MIN_SECONDS + " to " + Monitoring.MAX_SECONDS + " seconds.");
        }
    }

    private static String visitor() {
        Account account = Account.current();
        return account == null ? "" : account.getUsername();
    }

    /** Stops a scan, and an import. Monitoring of the same folder ends, too: it would go on with what is left. */
    public synchronized FolderImportStatus stop() {
        doorkeeper.require(Action.IMPORT_FOLDERS, "stop");
        if (scan != null) {
            scan.cancel();
        }
        if (table.running().isPresent()) {
            audit.record("STOP_IMPORT", FOLDER, table.running().get().path(), AuditLog.Result.SUCCESS);
            switchMonitoringOff(table.running().get().path());
            jobs.newestOf(FolderImportJob.NAME).filter(run -> !run.state().isOver())
                    .ifPresent(run -> jobs.cancel(run.id()));
        }
        return current();
    }

    private void switchMonitoringOff(String path) {
        Monitoring before = monitoringTable.read();
        if (before.enabled() && before.path().equals(path)) {
            monitoringTable.write(before.with(false, before.seconds()));
            monitor.ask();
        }
    }

    /**
     * Switches monitoring of the folder that was started last on or off.
     *
     * @param seconds between two looks
     * @throws InvalidFolderException when no folder was chosen yet, or the time is out of range
     */
    public synchronized MonitoringStatus monitor(boolean enabled, int seconds) {
        doorkeeper.require(Action.IMPORT_FOLDERS, "monitoring");
        requireSeconds(seconds);
        Monitoring before = monitoringTable.read();
        String path = before.path().isEmpty() ? lastPath() : before.path();
        if (enabled && path.isEmpty()) {
            throw new InvalidFolderException(Problem.NO_PATH, "No folder was started yet.");
        }
        audit.record("CHANGE_MONITORING", FOLDER, path + (enabled ? " every " + seconds + " s" : " off"),
                AuditLog.Result.SUCCESS);
        monitoringTable.write(new Monitoring(path, before.options(), enabled, seconds, before.noteExisting()));
        monitor.ask();
        tell();
        return monitor.status();
    }

    private String lastPath() {
        return table.newest(1).stream().map(ImportJob::path).findFirst().orElse("");
    }

    /** How everything stands. */
    public FolderImportStatus status() {
        doorkeeper.require(Action.IMPORT_FOLDERS, "status");
        return current();
    }

    private FolderImportStatus current() {
        FolderImportStatus.Running running = table.newest(1).stream().findFirst().map(this::running).orElse(null);
        return new FolderImportStatus(running, scanned, monitor.status());
    }

    private FolderImportStatus.Running running(ImportJob stored) {
        Optional<ImportPass> pass = job.pass(stored.id());
        ImportCounts counts = pass.map(ImportPass::counts).orElse(stored.counts());
        ImportJob live = new ImportJob(stored.id(), stored.runId(), stored.path(), stored.options(), stored.state(),
                stored.requestedBy(), counts, stored.message(), stored.createdAt(), stored.endedAt());
        Optional<JobRun> run = Optional.ofNullable(stored.runId()).flatMap(jobs::find);
        boolean active = stored.state() == ImportJob.State.RUNNING;
        Instant end = stored.endedAt() == null ? Instant.now() : stored.endedAt();
        long seconds = Duration.between(stored.createdAt(), end).toSeconds();
        double rate = active ? pass.map(one -> one.pace().perSecond(System.nanoTime())).orElse(0.0)
                : (double) counts.done() / Math.max(1, seconds);
        long left = counts.files() - counts.done();
        return new FolderImportStatus.Running(live, active,
                run.filter(one -> active && one.state() == JobState.QUEUED).map(JobRun::message).orElse(""),
                run.map(JobRun::current).orElse(""), run.map(JobRun::bytes).orElse(0L), rate, seconds,
                !active ? 0 : rate <= 0 || counts.files() == 0 ? -1 : Math.round(left / rate));
    }

    /** The newest imports first. */
    public List<ImportJob> imports(int limit) {
        doorkeeper.require(Action.IMPORT_FOLDERS, "history");
        return table.newest(limit);
    }

    /**
     * What became of files, the newest first.
     *
     * @param jobId    of one import; null for all of them and of monitoring
     * @param statuses of these only
     * @param before   number of an entry; only older ones come. 0 from the newest on
     */
    public List<HistoryEntry> history(Long jobId, Collection<ImportStatus> statuses, long before, int limit) {
        doorkeeper.require(Action.IMPORT_FOLDERS, "history");
        return history.newest(jobId, statuses, before, limit);
    }

    /** Calls the listener after changes; returns what ends it. */
    public Runnable subscribe(Runnable listener) {
        followers.add(listener);
        monitor.follow(listener);
        return () -> {
            followers.remove(listener);
            monitor.unfollow(listener);
        };
    }
}
