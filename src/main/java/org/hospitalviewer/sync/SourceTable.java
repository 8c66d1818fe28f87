package org.hospitalviewer.sync;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The source as the database keeps it. */
@Component
class SourceTable {

    private final JdbcClient jdbc;

    SourceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    SyncSource get() {
        return jdbc.sql("SELECT kind, folder FROM sync_source WHERE id = 1")
                .query((row, _) -> new SyncSource(SyncSource.Kind.valueOf(row.getString(1)), row.getString(2))).single();
    }

    void put(SyncSource source) {
        jdbc.sql("UPDATE sync_source SET kind = ?, folder = ? WHERE id = 1").params(source.kind().name(), source.folder())
                .update();
    }

    /** Number of the newest change that was found in the folder of the Orthanc. */
    long lastChange() {
        return jdbc.sql("SELECT changes FROM sync_source WHERE id = 1").query(Long.class).single();
    }

    /** A number for changes that are being found; only one look at a time asks for one. */
    long nextChange() {
        jdbc.sql("UPDATE sync_source SET changes = changes + 1 WHERE id = 1").update();
        return lastChange();
    }
}
