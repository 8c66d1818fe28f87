package org.hospitalviewer.appliance;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.time.Duration;
import java.util.OptionalLong;
import org.hospitalviewer.appliance.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Room on the disk of the home folder, and when somebody should be told that it comes to an end. */
@Component
public class FreeSpace {

    private static final Logger LOG = LoggerFactory.getLogger(FreeSpace.class);
    private static final long BYTES_PER_MEGABYTE = 1L << 20;
    private static final int PERCENT = 100;
    private static final int MONTH_DAYS = 30;

    private final Home home;
    private final Settings settings;
    private final int warnPercent;

    /** @param warnPercent of the disk: with less than that free, administrators are told */
    FreeSpace(Home home, Settings settings, @Value("${viewer.warn-free-percent:10}") int warnPercent) {
        this.home = home;
        this.settings = settings;
        this.warnPercent = warnPercent;
    }

    /** How it stands. */
    public enum Level {
        ENOUGH,
        /** Somebody should make room. */
        LOW,
        /** New images are refused. */
        FULL
    }

    public Level level() {
        try {
            FileStore disk = Files.getFileStore(home.archive());
            return level(disk.getUsableSpace(), disk.getTotalSpace());
        } catch (IOException e) {
            LOG.warn("The disk does not answer: {}", e.getMessage());
            return Level.FULL;
        }
    }

    Level level(long freeBytes, long totalBytes) {
        long reserve = reserveBytes();
        if (freeBytes < reserve) {
            return Level.FULL;
        }
        return freeBytes < 2 * reserve || freeBytes < totalBytes / PERCENT * warnPercent ? Level.LOW : Level.ENOUGH;
    }

    private long reserveBytes() {
        return settings.current().reserveMegabytes() * BYTES_PER_MEGABYTE;
    }

    /**
     * Days until images are refused if they go on coming as they did.
     *
     * @param freeBytes      room on the archive's disk
     * @param bytesOf30Days  received in the last 30 days
     * @return empty when nothing came, or when it lasts longer than a hundred years
     */
    public OptionalLong daysLeft(long freeBytes, long bytesOf30Days) {
        if (bytesOf30Days <= 0) {
            return OptionalLong.empty();
        }
        double days = (double) Math.max(0, freeBytes - reserveBytes()) * MONTH_DAYS / bytesOf30Days;
        return days > Duration.ofDays(36_500).toDays() ? OptionalLong.empty() : OptionalLong.of((long) days);
    }
}
