package org.hospitalviewer.clinical.template;

import static org.hospitalviewer.clinical.template.BuiltInTemplates.JSON;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The templates that the administrator made or changed. */
@Component
class TemplateTable {

    private final JdbcClient jdbc;

    TemplateTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order in which they were made. */
    List<ReportTemplate> all() {
        return jdbc.sql("SELECT template_key, template_data FROM report_templates ORDER BY id")
                .query((row, _) -> JSON.readValue(row.getString("template_data"), ReportTemplate.class)
                        .keyed(row.getString("template_key")))
                .list();
    }

    int count() {
        return jdbc.sql("SELECT COUNT(*) FROM report_templates").query(Integer.class).single();
    }

    void put(ReportTemplate template, long userId) {
        jdbc.sql("INSERT INTO report_templates (template_key, template_data, modified_by) VALUES (?, ?, ?) "
                        + "ON DUPLICATE KEY UPDATE template_data = VALUES(template_data), modified_by = VALUES(modified_by)")
                .params(template.key(), JSON.writeValueAsString(template), userId).update();
    }

    /** Says whether there was one. */
    boolean delete(String key) {
        return jdbc.sql("DELETE FROM report_templates WHERE template_key = ?").param(key).update() > 0;
    }
}
