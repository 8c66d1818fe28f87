package org.hospitalviewer.archive.embedded;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hospitalviewer.archive.ArchiveQuery;
import org.hospitalviewer.archive.Match;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.archive.SortKey;
import org.hospitalviewer.dicom.data.Dictionary;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;

/** An archive query as SQL with its parameters; values never become part of the statement. */
final class SearchSql {

    private static final Map<Integer, String> STUDY_COLUMNS = Map.ofEntries(
            Map.entry(Tag.StudyInstanceUID, "st.study_uid"),
            Map.entry(Tag.PatientID, "st.patient_id"),
            Map.entry(Tag.PatientName, "st.patient_name"),
            Map.entry(Tag.PatientBirthDate, "st.patient_birth_date"),
            Map.entry(Tag.PatientSex, "st.patient_sex"),
            Map.entry(Tag.StudyDate, "st.study_date"),
            Map.entry(Tag.StudyTime, "st.study_time"),
            Map.entry(Tag.AccessionNumber, "st.accession_number"),
            Map.entry(Tag.StudyID, "st.study_identifier"),
            Map.entry(Tag.StudyDescription, "st.description"),
            Map.entry(Tag.ReferringPhysicianName, "st.referring_physician"));
    private static final Map<Integer, String> SERIES_COLUMNS = Map.of(
            Tag.SeriesInstanceUID, "se.series_uid",
            Tag.Modality, "se.modality",
            Tag.SeriesNumber, "se.series_number",
            Tag.SeriesDescription, "se.description",
            Tag.BodyPartExamined, "se.body_part",
            Tag.PerformedProcedureStepStartDate, "se.step_date",
            Tag.PerformedProcedureStepStartTime, "se.step_time");
    private static final Map<Integer, String> INSTANCE_COLUMNS = Map.of(
            Tag.SOPInstanceUID, "i.sop_uid",
            Tag.SOPClassUID, "i.sop_class_uid",
            Tag.InstanceNumber, "i.instance_number");

    private final ArchiveQuery query;
    private final StringBuilder where = new StringBuilder(" WHERE TRUE");
    private final List<Object> parameters = new ArrayList<>();

    SearchSql(ArchiveQuery query) {
        this.query = query;
        query.matches().forEach(this::add);
    }

    /** Tags that a search at this level can match. */
    static Set<Integer> matchable(QueryLevel level) {
        return Stream.of(STUDY_COLUMNS, SERIES_COLUMNS, INSTANCE_COLUMNS).limit(level.ordinal() + 1L)
                .flatMap(columns -> columns.keySet().stream())
                .collect(Collectors.collectingAndThen(Collectors.toSet(), tags -> {
                    tags.add(Tag.ModalitiesInStudy);
                    return Collections.unmodifiableSet(tags);
                }));
    }

    /** Studies are first found by their keys: those passed over, and their modalities, are never read. */
    String select() {
        String page = from() + where + orderBy() + " LIMIT ? OFFSET ?";
        return query.level() == QueryLevel.STUDY
                ? "SELECT " + columns() + " FROM (SELECT st.id" + page + ") page JOIN study st ON st.id = page.id" + orderBy()
                : "SELECT " + columns() + page;
    }

    List<Object> selectParameters() {
        List<Object> all = new ArrayList<>(parameters);
        all.add(query.limit());
        all.add(query.offset());
        return all;
    }

    String count() {
        return "SELECT COUNT(*)" + from() + where;
    }

    List<Object> countParameters() {
        return parameters;
    }

    private String columns() {
        String study = "st.id AS study_id, st.attributes AS study_attributes, st.series_count, st.instance_count, "
                + "(SELECT GROUP_CONCAT(m.modality ORDER BY m.modality SEPARATOR '\\\\') FROM study_modality m "
                + "WHERE m.study_id = st.id) AS modalities";
        return switch (query.level()) {
            case STUDY -> study;
            case SERIES -> study + ", se.attributes AS series_attributes, se.instance_count AS series_instance_count";
            case IMAGE -> study + ", se.attributes AS series_attributes, se.instance_count AS series_instance_count, "
                    + "i.attributes AS instance_attributes, i.path, i.transfer_syntax_uid";
        };
    }

    private String from() {
        return switch (query.level()) {
            case STUDY -> " FROM study st";
            case SERIES -> " FROM series se JOIN study st ON st.id = se.study_id";
            case IMAGE -> " FROM instance i JOIN series se ON se.id = i.series_id JOIN study st ON st.id = se.study_id";
        };
    }

    private String orderBy() {
        List<String> keys = new ArrayList<>();
        for (SortKey key : query.order()) {
            String direction = key.descending() ? " DESC" : " ASC";
            keys.add(column(key.tag()) + direction);
            if (key.tag() == Tag.StudyDate) {
                keys.add("st.study_time" + direction);
            }
        }
        keys.add(switch (query.level()) {
            case STUDY -> query.order().isEmpty() ? "st.study_date DESC, st.study_time DESC, st.id DESC" : "st.id DESC";
            case SERIES -> "st.study_date DESC, st.study_time DESC, st.id DESC, se.series_number, se.id";
            case IMAGE -> "st.study_date DESC, st.study_time DESC, st.id DESC, se.series_number, se.id, "
                    + "i.instance_number, i.id";
        });
        return " ORDER BY " + String.join(", ", keys);
    }

    private void add(Match match) {
        if (match.tag() == Tag.ModalitiesInStudy) {
            addModalities(match);
            return;
        }
        String column = column(match.tag());
        switch (match) {
            case Match.Equal equal -> addEqual(match.tag(), column, equal.value());
            case Match.OneOf oneOf -> addOneOf(column, oneOf.values());
            case Match.WildCard wildCard -> addWildCard(match.tag(), column, likePattern(wildCard.pattern()));
            case Match.Range range -> addRange(column, range);
        }
    }

    /** A person name also matches by its alphabetic group alone, which "=" parts from the others (PS3.5 6.2.1). */
    private void addEqual(int tag, String column, String value) {
        if (isPersonName(tag)) {
            where.append(" AND (").append(column).append(" = ? OR ").append(column).append(" LIKE ?)");
            parameters.add(value);
            parameters.add(literal(value) + "=%");
        } else {
            addCondition(column + " = ?", value);
        }
    }

    private void addWildCard(int tag, String column, String pattern) {
        if (isPersonName(tag) && !pattern.endsWith("%")) {
            where.append(" AND (").append(column).append(" LIKE ? OR ").append(column).append(" LIKE ?)");
            parameters.add(pattern);
            parameters.add(pattern + "=%");
        } else {
            addCondition(column + " LIKE ?", pattern);
        }
    }

    private static boolean isPersonName(int tag) {
        return Dictionary.vr(tag) == VR.PN;
    }

    private void addModalities(Match match) {
        List<String> values = switch (match) {
            case Match.Equal equal -> List.of(equal.value());
            case Match.OneOf oneOf -> oneOf.values();
            case Match.WildCard wildCard -> List.of(wildCard.pattern());
            case Match.Range _ -> throw new IllegalArgumentException("Modalities have no ranges");
        };
        where.append(" AND st.id IN (SELECT m.study_id FROM study_modality m WHERE FALSE");
        for (String value : values) {
            boolean wild = value.contains("*") || value.contains("?");
            where.append(wild ? " OR m.modality LIKE ?" : " OR m.modality = ?");
            parameters.add(wild ? likePattern(value) : value);
        }
        where.append(")");
    }

    private void addOneOf(String column, List<String> values) {
        if (values.isEmpty()) {
            where.append(" AND FALSE");
            return;
        }
        where.append(" AND ").append(column).append(" IN (")
                .append(values.stream().map(_ -> "?").collect(Collectors.joining(", "))).append(')');
        parameters.addAll(values);
    }

    /** A time with fractions and one without compare by their digits; an end without fractions takes them all in. */
    private void addRange(String column, Match.Range range) {
        if (!range.from().isEmpty()) {
            addCondition(column + " >= ?", range.from().replaceFirst("\\.0+$", ""));
        }
        if (!range.to().isEmpty()) {
            addCondition(column + " <= ? AND " + column + " <> ''", range.to() + "~");
        }
    }

    private void addCondition(String condition, Object parameter) {
        where.append(" AND ").append(condition);
        parameters.add(parameter);
    }

    private String column(int tag) {
        String column = STUDY_COLUMNS.get(tag);
        if (column == null && query.level() != QueryLevel.STUDY) {
            column = SERIES_COLUMNS.get(tag);
        }
        if (column == null && query.level() == QueryLevel.IMAGE) {
            column = INSTANCE_COLUMNS.get(tag);
        }
        if (column == null) {
            throw new IllegalArgumentException("The archive cannot search by " + Tag.toString(tag) + " at this level");
        }
        return column;
    }

    /** DICOM wild cards as LIKE, with LIKE's own characters taken literally. */
    private static String likePattern(String wildCard) {
        return literal(wildCard).replace('*', '%').replace('?', '_');
    }

    private static String literal(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
