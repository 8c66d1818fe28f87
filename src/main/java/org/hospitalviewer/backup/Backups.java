package org.hospitalviewer.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.appliance.Home;
import org.hospitalviewer.appliance.job.JobRun;
import org.hospitalviewer.appliance.job.JobSchedules;
import org.hospitalviewer.appliance.job.JobService;
import org.hospitalviewer.appliance.job.Schedule;
import org.hospitalviewer.appliance.job.ScheduledJob;
import org.hospitalviewer.backup.file.Manifest.Content;
import org.hospitalviewer.backup.images.ImagePacks;
import org.hospitalviewer.backup.restore.SafetyBackup;
import org.hospitalviewer.backup.target.BackupTarget;
import org.hospitalviewer.backup.target.FolderTarget;
import org.hospitalviewer.backup.target.StoredBackup;
import org.springframework.stereotype.Service;

/** Backups: set up, made, listed. */
@Service
public class Backups {

    public static final Schedule USUAL_SCHEDULE = new Schedule.Daily(LocalTime.of(2, 0));

    private static final int REMEMBERED = 2_000;

    private final BackupTable table;
    private final BackupContents contents;
    private final RecoveryKeys keys;
    private final ImagePacks images;
    private final JobService jobs;
    private final JobSchedules schedules;
    private final AuditLog audit;
    private final Home home;

    Backups(BackupTable table, BackupContents contents, RecoveryKeys keys, ImagePacks images, JobService jobs,
            JobSchedules schedules, AuditLog audit, Home home) {
        this.table = table;
        this.contents = contents;
        this.keys = keys;
        this.images = images;
        this.jobs = jobs;
        this.schedules = schedules;
        this.audit = audit;
        this.home = home;
    }

    /**
     * The whole, as far as it is known without asking the target.
     *
     * @param setUp      whether there is a target
     * @param next       null while backups are made only by hand
     * @param run        the one under way or the last one, null before the first
     * @param last       null before the first
     * @param lastGood   null while there is none
     * @param failed     why the last one failed, in a sentence; empty otherwise
     * @param missed     whether one was due and not made
     * @param available  number of good ones that were made and are not over their time
     */
    public record Status(boolean setUp, boolean running, boolean automatic, Instant next, JobRun run, BackupRun last,
                         BackupRun lastGood, String failed, boolean missed, long available, boolean keyToBeNoted) {

        /** Whether something needs a hand. */
        public boolean isTroubled() {
            return missed || !failed.isEmpty();
        }
    }

    public Status status() {
        Optional<ScheduledJob> schedule = schedules.of(BackupJob.NAME).filter(ScheduledJob::enabled);
        JobRun run = jobs.newestOf(BackupJob.NAME).orElse(null);
        BackupRun last = table.newest(1).stream().findFirst().orElse(null);
        BackupRun lastGood = table.lastGood().orElse(null);
        boolean setUp = table.configuration().isSetUp();
        Optional<BackupAlarm.Trouble> trouble = setUp ? BackupAlarm.of(table.marks().configuredAt(),
                schedule.map(ScheduledJob::schedule).orElse(null), last, lastGood, Instant.now(), ZoneId.systemDefault())
                : Optional.empty();
        return new Status(setUp, run != null && !run.state().isOver(), setUp && schedule.isPresent(),
                setUp ? schedule.map(ScheduledJob::nextRun).orElse(null) : null, run, last, lastGood,
                trouble.map(Backups::failure).orElse(""), trouble.filter(BackupAlarm.Trouble.Missed.class::isInstance).isPresent(),
                table.countGoodSince(Instant.now().minus(Duration.ofDays(table.configuration().retentionDays()))),
                keys.isToBeNoted());
    }

    private static String failure(BackupAlarm.Trouble trouble) {
        return switch (trouble) {
            case BackupAlarm.Trouble.Failed(Instant _, String reason) -> reason;
            case BackupAlarm.Trouble.Missed _ -> "";
        };
    }

    public BackupConfiguration configuration() {
        return table.configuration();
    }

    /** What can be backed up here. */
    public List<Content> possible() {
        return contents.possible();
    }

    /** Length of all images of the archive, in bytes. */
    public long imageBytes() {
        return images.bytes();
    }

    /**
     * Sets it up. The first time the key is made, and backups are made by themselves from now on.
     *
     * @throws InvalidBackupException when something is wrong with it; nothing is changed
     */
    public void configure(BackupConfiguration wanted) {
        BackupConfiguration tidy = new BackupConfiguration(wanted.folder().strip(), wanted.contents(), wanted.retentionDays());
        tidy.require(home.root());
        boolean first = !table.configuration().isSetUp();
        table.put(tidy);
        keys.present();
        audit.record("CONFIGURE_BACKUP", "BACKUP", tidy.folder() + " " + tidy.contents() + " " + tidy.retentionDays()
                + " days", AuditLog.Result.SUCCESS);
        if (first && schedules.of(BackupJob.NAME).isEmpty()) {
            schedule(USUAL_SCHEDULE, true);
        }
    }

    /** When backups are made by themselves; empty before the first configuration. */
    public Optional<ScheduledJob> schedule() {
        return schedules.of(BackupJob.NAME);
    }

    /** @param automatic false: only by hand */
    public void schedule(Schedule schedule, boolean automatic) {
        schedules.change(BackupJob.NAME, schedule, automatic);
    }

    /**
     * What a test found.
     *
     * @param sentence for the administrator
     */
    public record TestResult(boolean good, String sentence) {
    }

    /**
     * Tries a folder out.
     *
     * @throws InvalidBackupException when it cannot be one
     */
    public TestResult test(String folder) {
        BackupConfiguration now = table.configuration();
        new BackupConfiguration(folder.strip(), List.of(Content.DATABASE), now.retentionDays()).require(home.root());
        TestResult result = tryOut(new FolderTarget(Path.of(folder.strip())));
        if (folder.strip().equals(now.folder())) {
            table.tested(result.sentence(), result.good());
        }
        audit.record("TEST_BACKUP", "BACKUP", folder, result.good() ? AuditLog.Result.SUCCESS : AuditLog.Result.FAILED);
        return result;
    }

    private static TestResult tryOut(BackupTarget target) {
        try {
            return new TestResult(true, target.test());
        } catch (IOException e) {
            return new TestResult(false, e.getMessage());
        }
    }

    /** When the present folder was tested, and what came of it; empty when it was not. */
    public Optional<TestResult> lastTest() {
        BackupTable.Marks marks = table.marks();
        return marks.testedAt() == null ? Optional.empty() : Optional.of(new TestResult(marks.testGood(), marks.testResult()));
    }

    /** Starts a backup; answers the one under way. */
    public JobRun backupNow() {
        return jobs.start(BackupJob.NAME);
    }

    /**
     * The backups that can be had now, the newest first; those made before restores among them.
     *
     * @throws IOException when the target cannot be reached, with the reason in a sentence
     */
    public List<ListedBackup> list() throws IOException {
        List<ListedBackup> all = new ArrayList<>();
        BackupConfiguration configuration = table.configuration();
        List<BackupRun> runs = table.newest(REMEMBERED);
        if (configuration.isSetUp()) {
            for (StoredBackup stored : new FolderTarget(Path.of(configuration.folder())).list()) {
                all.add(ListedBackup.of(stored, runs.stream().filter(run -> run.filename().equals(stored.name())).findFirst(),
                        false));
            }
        }
        all.addAll(safetyBackups());
        return all;
    }

    /** Those made before restores; they lie in the home folder and can be had in any case. */
    public List<ListedBackup> safetyBackups() throws IOException {
        return home.root().resolve("data/restore").toFile().isDirectory() ? SafetyBackup.target(home).list().stream()
                .map(stored -> ListedBackup.of(stored, Optional.empty(), true)).toList() : List.of();
    }

    /**
     * The file of a backup.
     *
     * @throws IOException when it is not there, with the reason in a sentence
     */
    public Path file(String name) throws IOException {
        for (ListedBackup listed : list()) {
            if (listed.name().equals(name)) {
                BackupTarget target = listed.safety() ? SafetyBackup.target(home)
                        : new FolderTarget(Path.of(table.configuration().folder()));
                return target.get(name, home.cache());
            }
        }
        throw new IOException("There is no backup " + name + ".");
    }

    /** For somebody who takes a backup away as a file. */
    public Path download(String name) throws IOException {
        Path file = file(name);
        audit.record("DOWNLOAD_BACKUP", "BACKUP", name, AuditLog.Result.SUCCESS);
        return file;
    }

    /** Runs, the newest first. */
    public List<BackupRun> history(int limit) {
        return table.newest(limit);
    }

    /** Calls the listener after each change of a run; returns what ends it. */
    public Runnable subscribe(Runnable listener) {
        return jobs.subscribe(run -> {
            if (run.kind().equals(BackupJob.NAME)) {
                listener.run();
            }
        });
    }
}
