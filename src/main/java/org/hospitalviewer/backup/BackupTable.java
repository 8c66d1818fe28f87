package org.hospitalviewer.backup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hospitalviewer.backup.drive.DriveTarget;
import org.hospitalviewer.backup.file.Manifest.Content;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Configuration and history as the database keeps them. */
@Component
class BackupTable {

    private static final int MAX_ERROR = 1_000;
    private static final int MAX_TARGET = 600;
    private static final int KEPT_RUNS = 2_000;

    private final JdbcClient jdbc;

    BackupTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    BackupConfiguration configuration() {
        return jdbc.sql("SELECT * FROM backup_configuration WHERE id = 1").query((row, _) -> new BackupConfiguration(
                row.getString("folder"), row.getBoolean("is_drive_used"), row.getString("drive_folder"),
                contents(row.getString("contents")), row.getInt("retention_days"))).single();
    }

    void put(BackupConfiguration configuration) {
        jdbc.sql("UPDATE backup_configuration SET folder = :folder, is_drive_used = :drive, drive_folder = :driveFolder, "
                        + "contents = :contents, retention_days = :days, configured_at = COALESCE(configured_at, :now), "
                        + "folder_since = IF(:folder = '', NULL, COALESCE(folder_since, :now)), "
                        + "drive_since = IF(:drive, COALESCE(drive_since, :now), NULL) WHERE id = 1")
                .param("folder", configuration.folder()).param("drive", configuration.drive())
                .param("driveFolder", configuration.driveFolder()).param("contents", text(configuration.contents()))
                .param("days", configuration.retentionDays()).param("now", utc(Instant.now())).update();
    }

    /**
     * What else is known.
     *
     * @param folderSince since when backups are expected in the folder; null while they are not
     * @param driveSince  the same of Google Drive
     * @param testedAt     null before the first test
     * @param keyNotedAt   null while nobody said to have the key on paper
     */
    record Marks(Instant folderSince, Instant driveSince, Instant testedAt, String testResult, boolean testGood,
                 Instant keyNotedAt) {
    }

    Marks marks() {
        return jdbc.sql("SELECT * FROM backup_configuration WHERE id = 1").query((row, _) -> new Marks(
                instant(row, "folder_since"), instant(row, "drive_since"), instant(row, "last_tested"),
                row.getString("test_result"), row.getBoolean("is_test_good"), instant(row, "key_noted_at"))).single();
    }

    void tested(String result, boolean good) {
        jdbc.sql("UPDATE backup_configuration SET last_tested = ?, test_result = ?, is_test_good = ? WHERE id = 1")
                .params(utc(Instant.now()), cut(result, MAX_ERROR), good).update();
    }

    /** @param at null: not yet */
    void keyNoted(Instant at) {
        jdbc.sql("UPDATE backup_configuration SET key_noted_at = ? WHERE id = 1").param(utc(at)).update();
    }

    /** Keeps a run; its id is of no meaning. */
    void add(BackupRun run) {
        jdbc.sql("INSERT INTO backup_history (started_at, completed_at, target, filename, bytes, status, error, verified_at, "
                        + "can_restore, contents, key_id, `tables`, `rows`) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(utc(run.startedAt()), utc(run.completedAt()), cut(run.target(), MAX_TARGET),
                        run.filename(), run.bytes(), run.status().name(), cut(run.error(), MAX_ERROR),
                        utc(run.verifiedAt()), run.canRestore(), text(run.contents()), run.keyId(), run.tables(),
                        run.rows())).update();
        jdbc.sql("DELETE FROM backup_history WHERE id <= (SELECT id FROM (SELECT id FROM backup_history ORDER BY id DESC "
                + "LIMIT 1 OFFSET ?) AS oldest)").param(KEPT_RUNS).update();
    }

    List<BackupRun> newest(int limit) {
        return jdbc.sql("SELECT * FROM backup_history ORDER BY id DESC LIMIT ?").param(limit).query(BackupTable::run).list();
    }

    /** @param drive in Google Drive, or else in the folder */
    Optional<BackupRun> last(boolean drive) {
        return jdbc.sql("SELECT * FROM backup_history WHERE target LIKE ? = ? ORDER BY id DESC LIMIT 1")
                .params(DriveTarget.place("%"), drive).query(BackupTable::run).optional();
    }

    /** @param drive in Google Drive, or else in the folder */
    Optional<BackupRun> lastGood(boolean drive) {
        return jdbc.sql("SELECT * FROM backup_history WHERE target LIKE ? = ? AND status = ? ORDER BY id DESC LIMIT 1")
                .params(DriveTarget.place("%"), drive, BackupRun.Status.VERIFIED.name()).query(BackupTable::run).optional();
    }

    long countGoodSince(Instant time) {
        return jdbc.sql("SELECT COUNT(*) FROM backup_history WHERE status = ? AND started_at >= ?")
                .params(BackupRun.Status.VERIFIED.name(), utc(time)).query(Long.class).single();
    }

    private static BackupRun run(ResultSet row, int number) throws SQLException {
        return new BackupRun(row.getLong("id"), instant(row, "started_at"), instant(row, "completed_at"),
                row.getString("target"), row.getString("filename"), row.getLong("bytes"),
                BackupRun.Status.valueOf(row.getString("status")), row.getString("error"), instant(row, "verified_at"),
                row.getBoolean("can_restore"), contents(row.getString("contents")), row.getString("key_id"),
                row.getInt("tables"), row.getLong("rows"));
    }

    private static List<Content> contents(String text) {
        return text.isEmpty() ? List.of() : Arrays.stream(text.split(",")).map(Content::valueOf).toList();
    }

    private static String text(List<Content> contents) {
        return contents.stream().distinct().sorted().map(Content::name).collect(Collectors.joining(","));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime utc(Instant time) {
        return time == null ? null : LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text
                : text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }
}
