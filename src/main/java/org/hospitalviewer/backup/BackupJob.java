package org.hospitalviewer.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hospitalviewer.appliance.Home;
import org.hospitalviewer.appliance.job.JobKind;
import org.hospitalviewer.appliance.job.JobProgress;
import org.hospitalviewer.appliance.job.JobStoppedException;
import org.hospitalviewer.backup.BackupRun.Status;
import org.hospitalviewer.backup.file.Manifest;
import org.hospitalviewer.backup.file.Manifest.Content;
import org.hospitalviewer.backup.file.RecoveryKey;
import org.hospitalviewer.backup.file.UnusableBackupException;
import org.hospitalviewer.backup.images.ImagePacks;
import org.hospitalviewer.backup.images.ImagesSummary;
import org.hospitalviewer.backup.target.BackupTarget;
import org.hospitalviewer.backup.target.Fetched;
import org.hospitalviewer.backup.target.Scratch;
import org.hospitalviewer.backup.target.StoredBackup;
import org.springframework.stereotype.Component;

/** Makes a backup at each place, tries it out, and deletes those that were kept long enough there. */
@Component
final class BackupJob implements JobKind {

    static final String NAME = "backup";
    private static final int REMEMBERED = 2_000;
    private static final int BYTES_PER_MEGABYTE = 1_000_000;

    private final BackupTable table;
    private final BackupContents contents;
    private final Verification verification;
    private final RecoveryKeys keys;
    private final ImagePacks images;
    private final BackupTargets targets;
    private final Home home;
    private final Clock clock = Clock.systemUTC();

    BackupJob(BackupTable table, BackupContents contents, Verification verification, RecoveryKeys keys,
              ImagePacks images, BackupTargets targets, Home home) {
        this.table = table;
        this.contents = contents;
        this.verification = verification;
        this.keys = keys;
        this.images = images;
        this.targets = targets;
        this.home = home;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String run(JobProgress progress) throws Exception {
        BackupConfiguration configuration = table.configuration();
        if (!configuration.isSetUp()) {
            return "Backups are not set up.";
        }
        List<String> made = new ArrayList<>();
        List<Exception> failures = new ArrayList<>();
        Instant begin = clock.instant();
        for (BackupTarget target : targets.of(configuration, progress)) {
            try {
                made.add(backUp(target, configuration, begin, progress));
            } catch (JobStoppedException e) {
                throw e;
            } catch (IOException | RuntimeException e) {
                failures.add(e);
            }
            begin = after(begin);
        }
        return outcome(made, failures);
    }

    /** Their names tell the second: no two backups have one name. */
    private Instant after(Instant begin) {
        Instant next = begin.plusSeconds(1);
        return next.isAfter(clock.instant()) ? next : clock.instant();
    }

    private static String outcome(List<String> made, List<Exception> failures) throws Exception {
        if (failures.size() == 1 && made.isEmpty()) {
            throw failures.getFirst();
        }
        if (failures.isEmpty()) {
            return String.join(" ", made);
        }
        IOException all = new IOException(Stream.concat(failures.stream().map(BackupJob::sentence).distinct(), made.stream())
                .collect(Collectors.joining(" ")));
        failures.forEach(all::addSuppressed);
        throw all;
    }

    private String backUp(BackupTarget target, BackupConfiguration configuration, Instant begin, JobProgress progress)
            throws IOException {
        Attempt attempt = new Attempt(target, configuration, begin);
        try {
            attempt.run(progress);
        } catch (JobStoppedException e) {
            attempt.tidyUp(e);
            throw e;
        } catch (IOException | RuntimeException e) {
            attempt.tidyUp(e);
            attempt.keep(Status.FAILED, sentence(e), null);
            throw e;
        }
        tidyTarget(target, configuration, progress);
        attempt.tellOfImages();
        return "%s in %s, %d MB, was read back, restored on trial and compared.%s".formatted(attempt.name, target.place(),
                (attempt.bytes + BYTES_PER_MEGABYTE - 1) / BYTES_PER_MEGABYTE, attempt.imagesSentence);
    }

    private static String sentence(Exception failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }

    private final class Attempt {

        private final BackupTarget target;
        private final List<Content> wanted;
        private final Instant begin;
        private final String name;
        private String keyId = "";
        private long bytes;
        private IOException imageTrouble;
        private String imagesSentence = "";
        private String remark = "";

        private Attempt(BackupTarget target, BackupConfiguration configuration, Instant begin) {
            this.target = target;
            this.wanted = configuration.contents().stream().filter(contents.possible()::contains).sorted().toList();
            this.begin = begin;
            this.name = StoredBackup.name(begin);
        }

        private void run(JobProgress progress) throws IOException {
            if (wanted.isEmpty()) {
                throw new IOException("Nothing of what is to be backed up can be had here.");
            }
            RecoveryKey key = keys.present();
            keyId = key.id();
            sendImages(progress);
            progress.note("Writing the backup to " + target.place());
            bytes = target.put(name, contents.expectedBytes(wanted),
                    out -> contents.write(out, key, wanted, target.place(), begin, progress));
            try (Fetched backup = target.get(name, Scratch.of(home))) {
                Manifest manifest = verification.verify(backup.file(), key, progress);
                verifyImages(backup.file(), key);
                keep(Status.VERIFIED, remark, manifest);
            }
        }

        /** Whatever is wrong with the images must not cost the backup of all else. It is told when that is safe. */
        private void sendImages(JobProgress progress) {
            if (wanted.contains(Content.IMAGES)) {
                try {
                    images.send(target, contents.expectedBytes(wanted), progress);
                } catch (IOException e) {
                    imageTrouble = e;
                }
            }
        }

        private void verifyImages(Path file, RecoveryKey key) throws IOException {
            try {
                Optional<ImagesSummary> summary = images.verify(target, file, key);
                imagesSentence = summary.map(found -> " " + found.sentence()).orElse("");
                remark = summary.map(ImagesSummary::remark).orElse("");
            } catch (UnusableBackupException e) {
                throw e;
            } catch (IOException e) {
                imageTrouble = e;
            }
        }

        /** Beside the good backup a run that failed is kept: the administrator is told until the images are whole too. */
        private void tellOfImages() throws IOException {
            if (imageTrouble != null) {
                bytes = 0;
                keep(Status.FAILED, "The images are not backed up completely. " + sentence(imageTrouble), null);
                throw imageTrouble;
            }
        }

        private void keep(Status status, String error, Manifest manifest) {
            boolean good = status == Status.VERIFIED;
            Instant now = clock.instant();
            table.add(new BackupRun(0, begin, now, target.place(), bytes > 0 ? name : "", bytes, status, error,
                    good ? now : null, good && manifest.has(Content.DATABASE), wanted, keyId,
                    good ? manifest.tables().size() : 0,
                    good ? manifest.tables().stream().mapToLong(Manifest.Table::rows).sum() : 0));
        }

        /** A file that was not found good must not be taken for a backup. */
        private void tidyUp(Exception failure) {
            try {
                if (bytes > 0) {
                    target.delete(name);
                }
            } catch (IOException e) {
                failure.addSuppressed(e);
            }
        }
    }

    private void tidyTarget(BackupTarget target, BackupConfiguration configuration, JobProgress progress) throws IOException {
        List<BackupRun> runs = table.newest(REMEMBERED).stream().filter(run -> BackupTargets.isAt(run, target.place()))
                .toList();
        Set<String> ours = runs.stream().map(BackupRun::filename).collect(Collectors.toSet());
        Set<String> good = runs.stream().filter(BackupRun::isGood).map(BackupRun::filename).collect(Collectors.toSet());
        for (StoredBackup old : Retention.over(target.list(), ours, good, clock.instant(), configuration.retentionDays())) {
            target.delete(old.name());
            progress.note("Deleted " + old.name() + ", which was kept for " + configuration.retentionDays() + " days");
        }
        images.tidy(target, progress);
    }
}
