package org.hospitalviewer.backup.images;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hospitalviewer.appliance.Home;
import org.hospitalviewer.appliance.job.JobProgress;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.Holdings;
import org.hospitalviewer.backup.target.BackupTarget;
import org.hospitalviewer.backup.target.FolderTarget;
import org.hospitalviewer.backup.target.Scratch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Brings back the images of the last restored backup. */
@Component
public class ImageRestores {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Archive archive;
    private final PackKeys keys;
    private final JdbcClient jdbc;
    private final Home home;

    ImageRestores(Archive archive, PackKeys keys, JdbcClient jdbc, Home home) {
        this.archive = archive;
        this.keys = keys;
        this.jdbc = jdbc;
        this.home = home;
    }

    /** Whether images are still to be brought back. Removes the lists of restores that came to nothing. */
    public boolean arePending() throws IOException {
        Optional<PendingImages> pending = PendingImages.of(jdbc, home);
        PendingImages.removeLists(home, pending);
        return pending.isPresent();
    }

    /**
     * Goes on until all are back or cannot be had.
     *
     * @param targets where the packs may lie, if not beside the backup
     * @return what came of it, in a sentence
     */
    public String run(List<BackupTarget> targets, JobProgress progress) throws IOException {
        Optional<PendingImages> pending = PendingImages.of(jdbc, home);
        Optional<Holdings> holdings = archive.holdings();
        if (pending.isEmpty() || holdings.isEmpty()) {
            PendingImages.forget(jdbc, home);
            return pending.isEmpty() ? "There are no images to bring back."
                    : "The images are kept by another archive; none were brought back.";
        }
        PackPlaces places = new PackPlaces(places(pending.get().folder(), targets), Scratch.of(home), PAUSE, progress);
        String sentence = new ImageRestore(archive, holdings.get(), places, keys.present(), progress).run(pending.get().list());
        PendingImages.forget(jdbc, home);
        return sentence;
    }

    /** Beside the backup's file, if that was not fetched only for the restore. */
    private List<BackupTarget> places(Path folder, List<BackupTarget> targets) {
        List<BackupTarget> places = new ArrayList<>(targets);
        if (!folder.startsWith(Scratch.of(home))) {
            places.addFirst(FolderTarget.itself(folder));
        }
        return places;
    }
}
