package org.hospitalviewer.backup.images;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.hospitalviewer.appliance.job.JobProgress;
import org.hospitalviewer.backup.file.RecoveryKey;
import org.hospitalviewer.backup.target.BackupTarget;
import org.hospitalviewer.backup.target.Fetched;

/**
 * The packs of one target in one run.
 *
 * @param key     of the packs
 * @param scratch folder for a pack that has to be fetched
 */
record PackShelf(BackupTarget target, PackTable table, RecoveryKey key, Path scratch, Clock clock, JobProgress progress) {

    String place() {
        return target.place();
    }

    List<KnownPack> known() {
        return table.of(place());
    }

    /**
     * Hashes of the images in a pack, all of which were read and compared.
     *
     * @throws DamagedPackException       when one is not as it should be
     * @throws PackFile.OtherKeyException when it is another appliance's
     */
    List<String> read(String name) throws IOException {
        try (Fetched fetched = target.get(name, scratch); PackFile pack = PackFile.open(fetched.file(), key)) {
            pack.verify(bytes -> {
                progress.checkpoint();
                progress.advance(name, bytes);
            });
            return pack.hashes();
        }
    }
}
