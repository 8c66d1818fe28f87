package org.hospitalviewer.appliance.device;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;

/** The devices as the database keeps them. */
@Component
class DeviceTable {

    /** Strangers could call themselves anything. */
    private static final int MAX_UNKNOWN = 200;
    private static final String COLUMNS = "ae_title = ?, name = ?, host = ?, port = ?, may_store = ?, may_query = ?, "
            + "may_retrieve = ?, may_worklist = ?, is_known = TRUE";

    private final JdbcClient jdbc;

    DeviceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that wait for a name first, then by name. */
    List<Device> all() {
        return jdbc.sql("SELECT * FROM devices ORDER BY is_known, name, ae_title").query(DeviceTable::device).list();
    }

    Optional<Device> find(long id) {
        return jdbc.sql("SELECT * FROM devices WHERE id = ?").param(id).query(DeviceTable::device).optional();
    }

    Optional<Device> find(String aeTitle) {
        return jdbc.sql("SELECT * FROM devices WHERE ae_title = ?").param(aeTitle).query(DeviceTable::device).optional();
    }

    long insert(DeviceEntry entry) {
        KeyHolder id = new GeneratedKeyHolder();
        jdbc.sql("INSERT INTO devices SET " + COLUMNS).params(values(entry)).update(id, "id");
        return id.getKey().longValue();
    }

    void update(long id, DeviceEntry entry) {
        List<Object> values = new ArrayList<>(values(entry));
        values.add(id);
        jdbc.sql("UPDATE devices SET " + COLUMNS + " WHERE id = ?").params(values).update();
    }

    boolean delete(long id) {
        return jdbc.sql("DELETE FROM devices WHERE id = ?").param(id).update() > 0;
    }

    /** Notes a call; whoever is not in the list yet comes into it, and the stranger longest not heard makes room. */
    void seen(String aeTitle, String address, Instant time) {
        LocalDateTime when = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
        int known = jdbc.sql("UPDATE devices SET last_seen = ?, last_address = ? WHERE ae_title = ?")
                .params(when, address, aeTitle).update();
        if (known == 0) {
            jdbc.sql("DELETE FROM devices WHERE id IN (SELECT id FROM (SELECT id FROM devices WHERE NOT is_known "
                            + "ORDER BY last_seen DESC LIMIT 1000 OFFSET ?) AS oldest)")
                    .param(MAX_UNKNOWN - 1).update();
            jdbc.sql("INSERT IGNORE INTO devices (ae_title, is_known, last_seen, last_address) VALUES (?, FALSE, ?, ?)")
                    .params(aeTitle, when, address).update();
        }
    }

    private static List<Object> values(DeviceEntry entry) {
        return Arrays.asList(entry.aeTitle(), entry.name(), entry.host(), entry.port(), entry.mayStore(),
                entry.mayQuery(), entry.mayRetrieve(), entry.mayWorklist());
    }

    private static Device device(ResultSet row, int number) throws SQLException {
        LocalDateTime seen = row.getObject("last_seen", LocalDateTime.class);
        return new Device(row.getLong("id"), row.getString("ae_title"), row.getBoolean("is_known"),
                row.getString("name"), row.getString("host"), row.getObject("port", Integer.class),
                row.getBoolean("may_store"), row.getBoolean("may_query"), row.getBoolean("may_retrieve"),
                row.getBoolean("may_worklist"), seen == null ? null : seen.toInstant(ZoneOffset.UTC),
                row.getString("last_address"));
    }
}
