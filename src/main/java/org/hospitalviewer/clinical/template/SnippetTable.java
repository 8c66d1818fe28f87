package org.hospitalviewer.clinical.template;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;

/** The text blocks as the database keeps them. */
@Component
class SnippetTable {

    /** Owner of those that belong to nobody alone. */
    static final long EVERYBODY = 0;

    private final JdbcClient jdbc;

    SnippetTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Snippet> of(long userId) {
        return jdbc.sql("SELECT * FROM report_snippets WHERE owner_id IN (?, ?) ORDER BY shortcut, owner_id DESC")
                .params(userId, EVERYBODY)
                .query((row, _) -> new Snippet(row.getLong("id"), row.getString("shortcut"), row.getString("text"),
                        row.getLong("owner_id") == EVERYBODY))
                .list();
    }

    int count(long ownerId) {
        return jdbc.sql("SELECT COUNT(*) FROM report_snippets WHERE owner_id = ?").param(ownerId).query(Integer.class)
                .single();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the owner has this shortcut already */
    long insert(long ownerId, Snippet snippet) {
        KeyHolder id = new GeneratedKeyHolder();
        jdbc.sql("INSERT INTO report_snippets (owner_id, shortcut, text) VALUES (?, ?, ?)")
                .params(ownerId, snippet.shortcut(), snippet.text()).update(id, "id");
        return id.getKey().longValue();
    }

    int update(long id, Snippet snippet) {
        return jdbc.sql("UPDATE report_snippets SET shortcut = ?, text = ?, updated_at = CURRENT_TIMESTAMP(3) WHERE id = ?")
                .params(snippet.shortcut(), snippet.text(), id).update();
    }

    boolean delete(long id) {
        return jdbc.sql("DELETE FROM report_snippets WHERE id = ?").param(id).update() > 0;
    }
}
