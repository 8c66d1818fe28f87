package org.hospitalviewer.sync;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rules as the database keeps them. */
@Component
class RulesTable {

    private final JdbcClient jdbc;

    RulesTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    SyncRules get() {
        return jdbc.sql("SELECT modalities, since, only_reported, only_published FROM sync_rules WHERE id = 1").query((row, _) -> {
            String modalities = row.getString(1);
            return new SyncRules(modalities.isEmpty() ? List.of() : List.of(modalities.split(",")),
                    row.getObject(2, LocalDate.class), row.getBoolean(3), row.getBoolean(4));
        }).single();
    }

    void put(SyncRules rules) {
        jdbc.sql("UPDATE sync_rules SET modalities = ?, since = ?, only_reported = ?, only_published = ? WHERE id = 1")
                .params(Arrays.asList(String.join(",", rules.modalities()), rules.since(), rules.onlyReported(),
                        rules.onlyPublished())).update();
    }
}
