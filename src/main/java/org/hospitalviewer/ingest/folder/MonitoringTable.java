package org.hospitalviewer.ingest.folder;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What is monitored, as the database keeps it: one row. */
@Component
class MonitoringTable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    MonitoringTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Monitoring read() {
        return jdbc.sql("SELECT * FROM import_monitoring WHERE id = 1").query((row, _) -> new Monitoring(
                row.getString("path"), JSON.readValue(row.getString("options"), ImportOptions.class),
                row.getBoolean("is_enabled"), row.getInt("seconds"), row.getBoolean("note_existing")))
                .optional().orElse(Monitoring.NONE);
    }

    void write(Monitoring monitoring) {
        jdbc.sql("REPLACE INTO import_monitoring (id, path, options, is_enabled, seconds, note_existing) "
                        + "VALUES (1, ?, ?, ?, ?, ?)")
                .params(monitoring.path(), JSON.writeValueAsString(monitoring.options()), monitoring.enabled(),
                        monitoring.seconds(), monitoring.noteExisting()).update();
    }

    /** @param path where that was done; another may have been chosen meanwhile */
    void existingIsNoted(String path) {
        jdbc.sql("UPDATE import_monitoring SET note_existing = FALSE WHERE id = 1 AND path = ?").param(path).update();
    }
}
