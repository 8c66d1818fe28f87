package org.hospitalviewer.clinical.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Rows of the database as reports, their people and their times. */
final class ReportRow {

    /** Versions written by a newer program are read as far as they are understood. */
    static final JsonMapper JSON = JsonMapper.builder().disable(
            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    private static final TypeReference<List<ReportField>> FIELDS = new TypeReference<>() {
    };
    private static final TypeReference<List<KeyImage>> KEY_IMAGES = new TypeReference<>() {
    };

    private ReportRow() {
    }

    static Report report(ResultSet row, int number) throws SQLException {
        return new Report(row.getLong("id"), row.getString("study_instance_uid"),
                ReportStatus.of(row.getString("status")).orElseThrow(), row.getInt("version"), content(row),
                person(row, "created_by", "author"), time(row, "created_at"),
                person(row, "modified_by", "changer"), time(row, "modified_at"), row.getString("reason"),
                person(row, "reporting_physician_id", "physician"), signature(row));
    }

    private static ReportContent content(ResultSet row) throws SQLException {
        return new ReportContent(row.getString("report_type"), row.getString("title"), row.getString("indication"),
                row.getString("technique"), row.getString("findings"), row.getString("impression"),
                JSON.readValue(row.getString("structured_fields"), FIELDS),
                JSON.readValue(row.getString("key_images"), KEY_IMAGES), number(row, "reporting_physician_id"));
    }

    static Signature signature(ResultSet row) throws SQLException {
        Person signedBy = person(row, "signed_by", "signer");
        return signedBy == null ? null : new Signature(signedBy, time(row, "signed_at"),
                row.getString("signature_line"));
    }

    /** The user of a column, joined under a prefix; null for none, without a name when the user is gone. */
    static Person person(ResultSet row, String column, String prefix) throws SQLException {
        Long id = number(row, column);
        return id == null ? null : new Person(id, text(row, prefix), text(row, prefix + "_name"));
    }

    static Long number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    /** Null for null. */
    static Instant time(ResultSet row, String column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    /** Null for null. */
    static LocalDateTime utc(Instant time) {
        return time == null ? null : LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}
