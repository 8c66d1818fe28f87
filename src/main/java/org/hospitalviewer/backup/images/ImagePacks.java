package org.hospitalviewer.backup.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hospitalviewer.appliance.Home;
import org.hospitalviewer.appliance.job.JobProgress;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.Holdings;
import org.hospitalviewer.archive.Upkeep;
import org.hospitalviewer.backup.file.BackupFile;
import org.hospitalviewer.backup.file.BackupWriter;
import org.hospitalviewer.backup.file.RecoveryKey;
import org.hospitalviewer.backup.target.BackupTarget;
import org.hospitalviewer.backup.target.ImagePack;
import org.hospitalviewer.backup.target.Scratch;
import org.hospitalviewer.backup.target.StoredBackup;
import org.springframework.stereotype.Component;

/** The images of backups: sent, listed in each backup, and deleted with the last backup that needs them. */
@Component
public class ImagePacks {

    private static final long LIST_BYTES_PER_IMAGE = 400;

    private final Archive archive;
    private final PackTable table;
    private final PackKeys keys;
    private final Home home;

    ImagePacks(Archive archive, PackTable table, PackKeys keys, Home home) {
        this.archive = archive;
        this.table = table;
        this.keys = keys;
        this.home = home;
    }

    /** Only images that are our own files can be backed up. */
    public boolean arePossible() {
        return archive.holdings().isPresent();
    }

    /** Length of all images of the archive, in bytes. */
    public long bytes() {
        return archive.upkeep().map(Upkeep::size).map(Upkeep.Size::bytes).orElse(0L);
    }

    /** About how long the list of all images will be in a backup, in bytes. */
    public long listBytes() {
        return archive.health().instances() * LIST_BYTES_PER_IMAGE;
    }

    /**
     * Brings a target up to date: what it has is looked at, some of it is read again, and what it has not is sent.
     *
     * @param spareBytes room that must stay for the backup itself
     */
    public void send(BackupTarget target, long spareBytes, JobProgress progress) throws IOException {
        PackShelf shelf = new PackShelf(target, table, keys.present(), Scratch.of(home), Clock.systemUTC(), progress);
        PackCheck check = new PackCheck(shelf);
        check.synchronize();
        check.readAgain();
        new PackSending(holdings(), shelf, PackSending.PACK_BYTES, spareBytes).run();
    }

    private Holdings holdings() {
        return archive.holdings().orElseThrow(() -> new IllegalStateException("The images are kept by another archive."));
    }

    /** A backup is about to be made; it needs no packs before it lists images. */
    public void begin(String place, String filename) {
        table.refer(place, filename, new ImagesSummary(0, 0, 0, List.of()));
    }

    /**
     * Lists in a backup which images it stands for: those of the archive that lie in a pack at the target.
     *
     * @param filename that the backup will have
     */
    public void write(BackupWriter backup, String place, String filename, BackupFile.Step step) throws IOException {
        Path list = Files.createTempFile(home.cache(), "images-", ".tsv");
        try {
            ImagesSummary summary = new ImageListing(holdings(), table, place).write(list, step);
            table.refer(place, filename, summary);
            ImageIndex.add(backup, list, summary, keys.present(), step);
        } finally {
            Files.delete(list);
        }
    }

    /**
     * What a backup stands for, when all of it is at the target; empty when it stands for no images.
     *
     * @throws IOException when a pack is missing or of another length, in a sentence
     */
    public Optional<ImagesSummary> verify(BackupTarget target, Path backupFile, RecoveryKey key)
            throws IOException {
        try (BackupFile backup = BackupFile.open(backupFile, key)) {
            Optional<ImagesSummary> summary = ImagesSummary.of(backup);
            if (summary.isPresent()) {
                Set<ImagePack> there = Set.copyOf(target.packs());
                long lost = summary.get().packs().stream().filter(pack -> !there.contains(pack)).count();
                if (lost > 0) {
                    throw new IOException(lost + " of the packs with images are not in " + target.place()
                            + " as they were put there. They are sent again with the next backup.");
                }
            }
            return summary;
        }
    }

    /** Deletes the packs that no backup of a target needs; none when there is a backup of which nothing is known. */
    public void tidy(BackupTarget target, JobProgress progress) throws IOException {
        Set<String> backups = target.list().stream().map(StoredBackup::name).collect(Collectors.toSet());
        String place = target.place();
        table.keepOnly(place, backups);
        if (!table.understood(place).containsAll(backups)) {
            return;
        }
        Set<String> needed = table.neededBy(place, backups);
        for (KnownPack pack : table.of(place)) {
            if (pack.state() != KnownPack.State.FOREIGN && !needed.contains(pack.name())) {
                progress.checkpoint();
                target.delete(pack.name());
                table.forget(pack);
                progress.note("Deleted " + pack.name() + ", whose images no backup needs any more");
            }
        }
    }
}
