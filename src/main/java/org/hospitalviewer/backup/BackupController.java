package org.hospitalviewer.backup;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.access.docs.Body;
import org.hospitalviewer.appliance.job.JobRun;
import org.hospitalviewer.appliance.job.Schedule;
import org.hospitalviewer.appliance.job.ScheduledJob;
import org.hospitalviewer.backup.file.Manifest.Content;
import org.hospitalviewer.backup.file.RecoveryKey;
import org.hospitalviewer.backup.file.UnusableBackupException;
import org.hospitalviewer.backup.target.Fetched;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The backups for the administrator's programs. */
@RestController
@RequestMapping("/api/backup")
@Requires(Action.MANAGE_SETTINGS)
class BackupController {

    private final Backups backups;
    private final Restores restores;
    private final RecoveryKeys keys;

    BackupController(Backups backups, Restores restores, RecoveryKeys keys) {
        this.backups = backups;
        this.restores = restores;
        this.keys = keys;
    }

    /** What to set; what is left out stays. */
    record Wanted(String folder, Boolean drive, String driveFolder, List<Content> contents, Integer retentionDays) {
    }

    /**
     * What is set.
     *
     * @param recoveryKey of the backups, until somebody said to have noted it; null after that
     */
    record Configuration(String folder, boolean drive, String driveFolder, List<Content> contents, int retentionDays,
                         boolean automatic, String schedule, String recoveryKey) {
    }

    record WantedFolder(String folder) {
    }

    /** @param schedule such as {@code DAILY 02:00}, {@code WEEKLY SUNDAY 03:00}, {@code MONTHLY 1 03:00} */
    record WantedSchedule(String schedule, Boolean automatic) {
    }

    /**
     * What to restore.
     *
     * @param id           as the list has it
     * @param recoveryKey  null for the one of this appliance
     * @param onlyDatabase leaves the configuration as it is
     * @param images       whether images that the archive has not are brought back afterwards; left out, they are
     */
    record WantedRestore(String id, String recoveryKey, Boolean onlyDatabase, Boolean images) {
        @Override
        public String toString() {
            return String.valueOf(id);
        }
    }

    /** A backup that can be had. */
    record Listed(String id, String place, Instant createdAt, long bytes, boolean verified, boolean canRestore,
                  boolean beforeRestore, String keyId) {
        static Listed of(ListedBackup backup) {
            return new Listed(backup.name(), backup.place(), backup.stored().createdAt(), backup.stored().bytes(),
                    backup.isVerified(), backup.canRestore(), backup.safety(), backup.run() == null ? null : backup.run().keyId());
        }
    }

    @PostMapping("/configure")
    @Body(Wanted.class)
    Configuration configure(@RequestBody Wanted wanted) {
        BackupConfiguration now = backups.configuration();
        try {
            backups.configure(new BackupConfiguration(wanted.folder() == null ? now.folder() : wanted.folder(),
                    wanted.drive() == null ? now.drive() : wanted.drive(),
                    wanted.driveFolder() == null ? now.driveFolder() : wanted.driveFolder(),
                    wanted.contents() == null ? now.contents() : wanted.contents(),
                    wanted.retentionDays() == null ? now.retentionDays() : wanted.retentionDays()));
        } catch (InvalidBackupException e) {
            throw problem(HttpStatus.BAD_REQUEST, e.getMessage());
        }
        return present();
    }

    private Configuration present() {
        BackupConfiguration now = backups.configuration();
        Optional<ScheduledJob> schedule = backups.schedule();
        return new Configuration(now.folder(), now.drive(), now.driveFolder(), now.contents(), now.retentionDays(),
                schedule.map(ScheduledJob::enabled).orElse(false), schedule.map(job -> job.schedule().text()).orElse(null),
                keys.show().map(RecoveryKey::text).orElse(null));
    }

    @PostMapping("/schedule")
    @Body(WantedSchedule.class)
    Configuration schedule(@RequestBody WantedSchedule wanted) {
        try {
            Schedule schedule = wanted.schedule() == null ? backups.schedule().map(ScheduledJob::schedule)
                    .orElse(Backups.USUAL_SCHEDULE) : Schedule.parse(wanted.schedule());
            backups.schedule(schedule, wanted.automatic() == null || wanted.automatic());
        } catch (IllegalArgumentException e) {
            throw problem(HttpStatus.BAD_REQUEST, e.getMessage());
        }
        return present();
    }

    /** Of the folder given, or else of the one that is set. */
    @PostMapping("/test")
    @Body(WantedFolder.class)
    Backups.TestResult test(@RequestBody WantedFolder wanted) {
        try {
            return wanted.folder() == null ? backups.test() : backups.test(wanted.folder());
        } catch (InvalidBackupException e) {
            throw problem(HttpStatus.BAD_REQUEST, e.getMessage());
        }
    }

    @PostMapping("/backup-now")
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobRun backupNow() {
        return backups.backupNow();
    }

    @GetMapping("/status")
    Backups.Status status() {
        return backups.status();
    }

    @GetMapping("/list-backups")
    List<Listed> list() {
        Backups.Listing listing = backups.list();
        if (listing.backups().isEmpty() && !listing.troubles().isEmpty()) {
            throw problem(HttpStatus.SERVICE_UNAVAILABLE, String.join(" ", listing.troubles()));
        }
        return listing.backups().stream().map(Listed::of).toList();
    }

    @GetMapping("/download/{id}")
    ResponseEntity<Resource> download(@PathVariable String id) {
        try {
            Fetched backup = backups.download(id);
            return ResponseEntity.ok().contentType(MediaType.parseMediaType("application/zip"))
                    .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(id).build().toString())
                    .body(new FetchedResource(backup));
        } catch (IOException e) {
            throw problem(HttpStatus.NOT_FOUND, e.getMessage());
        }
    }

    /** Answers before the appliance stops; after the restore it starts by itself, and the users are those of the backup. */
    @PostMapping("/restore")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Body(WantedRestore.class)
    Restores.Preview restore(@RequestBody WantedRestore wanted) {
        if (!restores.arePossible()) {
            throw problem(HttpStatus.CONFLICT, "This program cannot start itself anew.");
        }
        try {
            return restore(backups.fetch(String.valueOf(wanted.id())), wanted);
        } catch (UnusableBackupException e) {
            throw problem(HttpStatus.UNPROCESSABLE_CONTENT, e.getMessage());
        } catch (IOException e) {
            throw problem(HttpStatus.NOT_FOUND, e.getMessage());
        }
    }

    /** A copy is needed until the program has stopped for the restore; the start after it removes it. */
    private Restores.Preview restore(Fetched backup, WantedRestore wanted) throws UnusableBackupException {
        boolean begun = false;
        try {
            Restores.Preview preview = restores.preview(backup.file(), wanted.recoveryKey());
            restores.restore(backup.file(), wanted.recoveryKey(), wanted.onlyDatabase() != null && wanted.onlyDatabase(),
                    wanted.images() == null || wanted.images());
            begun = true;
            return preview;
        } finally {
            if (!begun) {
                backup.close();
            }
        }
    }

    private static ErrorResponseException problem(HttpStatus status, String sentence) {
        ErrorResponseException problem = new ErrorResponseException(status);
        problem.setDetail(sentence);
        return problem;
    }
}
