package org.hospitalviewer.clinical;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The preferences as the database keeps them. */
@Component
class PreferenceTable {

    private final JdbcClient jdbc;

    PreferenceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> find(long userId, String key) {
        return jdbc.sql("SELECT preference_value FROM user_preferences WHERE user_id = ? AND preference_key = ?")
                .params(userId, key).query(String.class).optional();
    }

    void put(long userId, String key, String json) {
        jdbc.sql("INSERT INTO user_preferences (user_id, preference_key, preference_value) VALUES (?, ?, ?) "
                        + "ON DUPLICATE KEY UPDATE preference_value = VALUES(preference_value), "
                        + "updated_at = CURRENT_TIMESTAMP(3)")
                .params(userId, key, json).update();
    }

    boolean delete(long userId, String key) {
        return jdbc.sql("DELETE FROM user_preferences WHERE user_id = ? AND preference_key = ?")
                .params(userId, key).update() > 0;
    }

    /** Forgets what was not changed for the longest time. */
    void keepNewest(long userId, int count) {
        jdbc.sql("DELETE FROM user_preferences WHERE id IN (SELECT id FROM (SELECT id FROM user_preferences "
                        + "WHERE user_id = ? ORDER BY updated_at DESC, id DESC LIMIT 1000 OFFSET ?) AS oldest)")
                .params(userId, count).update();
    }
}
