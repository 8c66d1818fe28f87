package org.hospitalviewer.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.appliance.Home;
import org.hospitalviewer.appliance.job.JobRun;
import org.hospitalviewer.appliance.job.JobSchedules;
import org.hospitalviewer.appliance.job.JobService;
import org.hospitalviewer.appliance.job.Schedule;
import org.hospitalviewer.appliance.job.ScheduledJob;
import org.hospitalviewer.backup.drive.DriveTarget;
import org.hospitalviewer.backup.drive.GoogleAccount;
import org.hospitalviewer.backup.file.Manifest.Content;
import org.hospitalviewer.backup.images.ImagePacks;
import org.hospitalviewer.backup.restore.SafetyBackup;
import org.hospitalviewer.backup.target.BackupTarget;
import org.hospitalviewer.backup.target.Fetched;
import org.hospitalviewer.backup.target.FolderTarget;
import org.hospitalviewer.backup.target.Scratch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Backups: set up, made, listed. */
@Service
public class Backups {

    public static final Schedule USUAL_SCHEDULE = new Schedule.Daily(LocalTime.of(2, 0));

    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);
    private static final int REMEMBERED = 2_000;

    private final BackupTable table;
    private final BackupContents contents;
    private final RecoveryKeys keys;
    private final ImagePacks images;
    private final JobService jobs;
    private final JobSchedules schedules;
    private final BackupTargets targets;
    private final GoogleAccount google;
    private final AuditLog audit;
    private final Home home;

    Backups(BackupTable table, BackupContents contents, RecoveryKeys keys, ImagePacks images, JobService jobs,
            JobSchedules schedules, BackupTargets targets, GoogleAccount google, AuditLog audit, Home home) {
        this.table = table;
        this.contents = contents;
        this.keys = keys;
        this.images = images;
        this.jobs = jobs;
        this.schedules = schedules;
        this.targets = targets;
        this.google = google;
        this.audit = audit;
        this.home = home;
    }

    /**
     * The whole, as far as it is known without asking the targets.
     *
     * @param setUp      whether there is a target
     * @param next       null while backups are made only by hand
     * @param run        the one under way or the last one, null before the first
     * @param last       null before the first
     * @param lastGood   null while there is none
     * @param failed     why the last one at a place failed, in sentences; empty when none did
     * @param missed     whether one was due at a place and not made
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
        BackupRun lastGood = Stream.of(table.lastGood(false), table.lastGood(true)).flatMap(Optional::stream)
                .max(Comparator.comparing(BackupRun::startedAt)).orElse(null);
        boolean setUp = table.configuration().isSetUp();
        List<BackupAlarm.Trouble> troubles = troubles(schedule.map(ScheduledJob::schedule).orElse(null));
        return new Status(setUp, run != null && !run.state().isOver(), setUp && schedule.isPresent(),
                setUp ? schedule.map(ScheduledJob::nextRun).orElse(null) : null, run, last, lastGood,
                troubles.stream().map(Backups::failure).filter(Predicate.not(String::isEmpty)).distinct()
                        .collect(Collectors.joining(" ")),
                troubles.stream().anyMatch(BackupAlarm.Trouble.Missed.class::isInstance),
                table.countGoodSince(Instant.now().minus(Duration.ofDays(table.configuration().retentionDays()))),
                keys.isToBeNoted());
    }

    /** One good backup somewhere is not what was asked for: each place that is in use has to have one. */
    private List<BackupAlarm.Trouble> troubles(Schedule schedule) {
        BackupConfiguration now = table.configuration();
        BackupTable.Marks marks = table.marks();
        List<BackupAlarm.Trouble> troubles = new ArrayList<>();
        if (now.hasFolder()) {
            trouble(false, marks.folderSince(), schedule).ifPresent(troubles::add);
        }
        if (now.drive()) {
            trouble(true, marks.driveSince(), schedule).ifPresent(troubles::add);
        }
        return troubles;
    }

    private Optional<BackupAlarm.Trouble> trouble(boolean drive, Instant since, Schedule schedule) {
        return BackupAlarm.of(since, schedule, table.last(drive).orElse(null), table.lastGood(drive).orElse(null),
                Instant.now(), ZoneId.systemDefault());
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
        BackupConfiguration tidy = wanted.tidy();
        tidy.require(home.root());
        BackupConfiguration.check(!tidy.drive() || google.state().isConnected(), BackupConfiguration.Problem.DRIVE);
        boolean first = !table.configuration().isSetUp();
        table.put(tidy);
        keys.present();
        audit.record("CONFIGURE_BACKUP", "BACKUP", targets.of(tidy).stream().map(BackupTarget::place)
                .collect(Collectors.joining(", ")) + " " + tidy.contents() + " " + tidy.retentionDays()
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
        BackupConfiguration.requireFolder(folder.strip(), home.root());
        TestResult result = tryOut(new FolderTarget(Path.of(folder.strip())));
        if (folder.strip().equals(now.folder())) {
            table.tested(result.sentence(), result.good());
        }
        audit.record("TEST_BACKUP", "BACKUP", folder, result.good() ? AuditLog.Result.SUCCESS : AuditLog.Result.FAILED);
        return result;
    }

    /**
     * Tries Google Drive out.
     *
     * @throws InvalidBackupException when it cannot be the name of a folder there
     */
    public TestResult testDrive(String folderName) {
        BackupConfiguration.requireDriveFolder(folderName.strip());
        DriveTarget target = google.target(folderName.strip());
        TestResult result = tryOut(target);
        audit.record("TEST_BACKUP", "BACKUP", target.place(),
                result.good() ? AuditLog.Result.SUCCESS : AuditLog.Result.FAILED);
        return result;
    }

    /** Tries all places out that are in use. */
    public TestResult test() {
        BackupConfiguration now = table.configuration();
        BackupConfiguration.check(now.isSetUp(), BackupConfiguration.Problem.NO_TARGET);
        List<TestResult> results = Stream.concat(Stream.of(now.folder()).filter(_ -> now.hasFolder()).map(this::test),
                Stream.of(now.driveFolder()).filter(_ -> now.drive()).map(this::testDrive)).toList();
        return new TestResult(results.stream().allMatch(TestResult::good),
                results.stream().map(TestResult::sentence).collect(Collectors.joining(" ")));
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
     * What can be had.
     *
     * @param troubles why places cannot be reached, in sentences
     */
    public record Listing(List<ListedBackup> backups, List<String> troubles) {
    }

    /** The backups that can be had now, the newest first, and at the end those made before restores. */
    public Listing list() {
        List<BackupRun> runs = table.newest(REMEMBERED);
        List<ListedBackup> all = new ArrayList<>();
        List<String> troubles = new ArrayList<>();
        for (BackupTarget target : targets.of(table.configuration())) {
            try {
                target.list().forEach(stored -> all.add(ListedBackup.of(stored, target.place(), runs)));
            } catch (IOException e) {
                troubles.add(e.getMessage());
            }
        }
        all.sort(Comparator.comparing((ListedBackup one) -> one.stored().createdAt()).reversed());
        all.addAll(safetyBackups());
        return new Listing(all, troubles);
    }

    /** Those made before restores; they lie in the home folder and can be had in any case. */
    private List<ListedBackup> safetyBackups() {
        if (!home.root().resolve("data/restore").toFile().isDirectory()) {
            return List.of();
        }
        FolderTarget target = SafetyBackup.target(home);
        try {
            return target.list().stream().map(stored -> ListedBackup.beforeRestore(stored, target.place())).toList();
        } catch (IOException e) {
            LOG.warn("The backups made before restores cannot be listed", e);
            return List.of();
        }
    }

    /**
     * The file of a backup, to be closed after use; one in Google Drive is fetched now.
     *
     * @throws IOException when it is not there, with the reason in a sentence
     */
    public Fetched fetch(String name) throws IOException {
        Listing listing = list();
        Optional<ListedBackup> found = listing.backups().stream().filter(one -> one.name().equals(name)).findFirst();
        if (found.isEmpty()) {
            throw new IOException(Stream.concat(Stream.of("There is no backup " + name + "."), listing.troubles().stream())
                    .collect(Collectors.joining(" ")));
        }
        return fetch(found.get());
    }

    /** The same of one that was listed before. */
    public Fetched fetch(ListedBackup backup) throws IOException {
        BackupTarget target = backup.safety() ? SafetyBackup.target(home) : targets.of(table.configuration()).stream()
                .filter(one -> one.place().equals(backup.place())).findFirst()
                .orElseThrow(() -> new IOException("There is no backup " + backup.name() + " any more."));
        return target.get(backup.name(), Scratch.of(home));
    }

    /** For somebody who takes a backup away as a file. */
    public Fetched download(String name) throws IOException {
        Fetched fetched = fetch(name);
        audit.record("DOWNLOAD_BACKUP", "BACKUP", name, AuditLog.Result.SUCCESS);
        return fetched;
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
