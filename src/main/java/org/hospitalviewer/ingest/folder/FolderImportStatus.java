package org.hospitalviewer.ingest.folder;

/**
 * Everything that goes on with folders.
 *
 * @param running    the import that is under way or was the last one; null before the first
 * @param scan       the last one since the program started; null before
 * @param monitoring how it stands
 */
public record FolderImportStatus(Running running, ScanResult scan, MonitoringStatus monitoring) {

    /**
     * An import with what its job does just now.
     *
     * @param waiting          why it cannot go on now, and tries again; empty when it goes on
     * @param current          file it took last
     * @param bytes            size of the files it has passed
     * @param filesPerSecond   lately; of one that is over, on the whole
     * @param elapsedSeconds   since somebody started it
     * @param remainingSeconds at that rate; -1 when unknown
     */
    public record Running(ImportJob job, boolean active, String waiting, String current, long bytes,
                          double filesPerSecond, long elapsedSeconds, long remainingSeconds) {
    }
}
