package org.hospitalviewer.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hospitalviewer.backup.target.StoredBackup;

/** Which backups have been kept long enough. */
final class Retention {

    private Retention() {
    }

    /**
     * Those older than the days given. The newest good one stays whatever its age; without a good one all stay; and those
     * of somebody else stay.
     *
     * @param there what lies at the target
     * @param ours  names of the files that this appliance made
     * @param good  names of those that were tried out
     */
    static List<StoredBackup> over(List<StoredBackup> there, Set<String> ours, Set<String> good, Instant now, int days) {
        Optional<StoredBackup> newestGood = there.stream().filter(backup -> good.contains(backup.name()))
                .max(java.util.Comparator.comparing(StoredBackup::createdAt));
        if (newestGood.isEmpty()) {
            return List.of();
        }
        Instant oldest = now.minus(Duration.ofDays(days));
        return there.stream().filter(backup -> backup.createdAt().isBefore(oldest) && ours.contains(backup.name())
                && !backup.equals(newestGood.get())).toList();
    }
}
