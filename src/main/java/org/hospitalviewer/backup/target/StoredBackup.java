package org.hospitalviewer.backup.target;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A backup as a target lists it.
 *
 * @param name      of the file; it tells when the backup was made
 * @param createdAt as the name tells it
 */
public record StoredBackup(String name, Instant createdAt, long bytes) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd_HHmmss");
    private static final Pattern NAME = Pattern.compile("DICOM_Viewer_Backup_(\\d{4}-\\d{2}-\\d{2}_\\d{6})Z\\.zip");

    /** The name of a backup made at this time; in UTC, so that the order of names is that of the times. */
    public static String name(Instant createdAt) {
        return "DICOM_Viewer_Backup_" + TIME.format(LocalDateTime.ofInstant(createdAt, ZoneOffset.UTC)) + "Z.zip";
    }

    /** Empty when the name is not one of a backup. */
    public static Optional<StoredBackup> of(String name, long bytes) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new StoredBackup(name,
                    LocalDateTime.parse(matcher.group(1), TIME).toInstant(ZoneOffset.UTC), bytes));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
