package org.hospitalviewer.archive.embedded;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hospitalviewer.archive.StudyChange;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The only writer of the index. A batch is one transaction; a file that is in the index already changes nothing. */
final class IndexWriter {

    private static final String INSERT_INSTANCE = "INSERT INTO instance (series_id, sop_uid, sop_class_uid, "
            + "transfer_syntax_uid, instance_number, path, received_on, data_set_bytes, data_set_sha256, attributes) "
            + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE id = id";
    static final int MAX_NAME = 330;
    static final int MAX_DESCRIPTION = 250;
    static final int MAX_SHORT = 16;
    static final int MAX_DATE = 8;
    static final int MAX_TEXT = 64;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final TransactionTemplate transactions;
    private final ChangeLog changeLog;

    IndexWriter(JdbcTemplate template, TransactionTemplate transactions) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
        this.transactions = transactions;
        this.changeLog = new ChangeLog(jdbc);
    }

    Optional<IndexedInstance> find(String sopUid) {
        return jdbc.sql("""
                        SELECT st.study_uid, se.series_uid, i.*, st.attributes AS study_attributes,
                               se.attributes AS series_attributes
                        FROM instance i JOIN series se ON se.id = i.series_id JOIN study st ON st.id = se.study_id
                        WHERE i.sop_uid = ?""")
                .param(sopUid)
                .query((row, _) -> new IndexedInstance(row.getString("study_uid"), row.getString("series_uid"),
                        row.getString("sop_uid"), row.getString("sop_class_uid"), row.getString("transfer_syntax_uid"),
                        row.getString("path"), row.getObject("received_on", LocalDate.class),
                        row.getLong("data_set_bytes"), row.getBytes("data_set_sha256"),
                        LevelAttributes.decode(row.getBytes("study_attributes")),
                        LevelAttributes.decode(row.getBytes("series_attributes")),
                        LevelAttributes.decode(row.getBytes("attributes"))))
                .optional();
    }

    /** Writes the batch; returns what happened to each study it touched. */
    List<StudyChange> write(List<IndexedInstance> batch) {
        return transactions.execute(_ -> new Batch().write(batch));
    }

    /** Keeps what was done to studies otherwise than by a batch. */
    List<StudyChange> note(Map<String, StudyChange.Kind> changes) {
        return transactions.execute(_ -> log(changes));
    }

    private List<StudyChange> log(Map<String, StudyChange.Kind> changes) {
        return changes.entrySet().stream().map(change -> changeLog.add(change.getKey(), change.getValue())).toList();
    }

    /** State of one transaction. */
    private final class Batch {

        private final Map<String, StudyChange.Kind> changes = new LinkedHashMap<>();
        private final Map<String, Long> studies = new HashMap<>();
        private final Map<String, Long> series = new HashMap<>();
        private final Set<String> modalities = new HashSet<>();

        List<StudyChange> write(List<IndexedInstance> batch) {
            template.batchUpdate(INSERT_INSTANCE, batch, batch.size(), this::bind);
            series.values().forEach(this::countInstances);
            studies.values().forEach(this::countSeries);
            return log(changes);
        }

        private void bind(PreparedStatement insert, IndexedInstance instance) throws SQLException {
            insert.setLong(1, seriesId(instance));
            insert.setString(2, instance.sopUid());
            insert.setString(3, instance.sopClassUid());
            insert.setString(4, instance.transferSyntaxUid());
            setNumber(insert, 5, instance.instance(), Tag.InstanceNumber);
            insert.setString(6, instance.path());
            insert.setObject(7, instance.receivedOn());
            insert.setLong(8, instance.dataSetBytes());
            insert.setBytes(9, instance.dataSetSha256());
            insert.setBytes(10, LevelAttributes.encode(instance.instance()));
        }

        private long seriesId(IndexedInstance instance) {
            long studyId = studies.computeIfAbsent(instance.studyUid(), _ -> findOrInsertStudy(instance));
            return series.computeIfAbsent(studyId + "/" + instance.seriesUid(),
                    _ -> findOrInsertSeries(studyId, instance));
        }

        private long findOrInsertStudy(IndexedInstance instance) {
            Optional<Long> present = jdbc.sql("SELECT id FROM study WHERE study_uid = ?").param(instance.studyUid())
                    .query(Long.class).optional();
            changes.put(instance.studyUid(), present.isPresent() ? StudyChange.Kind.CHANGED : StudyChange.Kind.NEW);
            return present.orElseGet(() -> insertStudy(instance));
        }

        private long insertStudy(IndexedInstance instance) {
            Attributes study = instance.study();
            jdbc.sql("INSERT INTO study (study_uid, patient_id, patient_name, patient_birth_date, patient_sex, "
                            + "study_date, study_time, accession_number, study_identifier, description, "
                            + "referring_physician, attributes, received_at) "
                            + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(instance.studyUid(), text(study, Tag.PatientID, MAX_TEXT),
                            text(study, Tag.PatientName, MAX_NAME), digits(study, Tag.PatientBirthDate, MAX_DATE),
                            text(study, Tag.PatientSex, MAX_SHORT), digits(study, Tag.StudyDate, MAX_DATE),
                            digits(study, Tag.StudyTime, MAX_SHORT), text(study, Tag.AccessionNumber, MAX_TEXT),
                            text(study, Tag.StudyID, MAX_TEXT), text(study, Tag.StudyDescription, MAX_DESCRIPTION),
                            text(study, Tag.ReferringPhysicianName, MAX_NAME), LevelAttributes.encode(study),
                            LocalDateTime.now(ZoneOffset.UTC))
                    .update();
            return lastId();
        }

        private long findOrInsertSeries(long studyId, IndexedInstance instance) {
            return jdbc.sql("SELECT id FROM series WHERE study_id = ? AND series_uid = ?")
                    .params(studyId, instance.seriesUid()).query(Long.class).optional()
                    .orElseGet(() -> insertSeries(studyId, instance));
        }

        private long insertSeries(long studyId, IndexedInstance instance) {
            Attributes of = instance.series();
            String modality = text(of, Tag.Modality, MAX_SHORT);
            jdbc.sql("INSERT INTO series (study_id, series_uid, modality, series_number, description, body_part, "
                            + "step_date, step_time, attributes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(Arrays.asList(studyId, instance.seriesUid(), modality, number(of, Tag.SeriesNumber),
                            text(of, Tag.SeriesDescription, MAX_DESCRIPTION),
                            text(of, Tag.BodyPartExamined, MAX_SHORT),
                            digits(of, Tag.PerformedProcedureStepStartDate, MAX_DATE),
                            digits(of, Tag.PerformedProcedureStepStartTime, MAX_SHORT), LevelAttributes.encode(of)))
                    .update();
            long id = lastId();
            if (!modality.isEmpty() && modalities.add(studyId + "/" + modality)) {
                jdbc.sql("INSERT INTO study_modality (study_id, modality) VALUES (?, ?) "
                                + "ON DUPLICATE KEY UPDATE modality = modality")
                        .params(studyId, modality).update();
            }
            return id;
        }

        private void countInstances(long seriesId) {
            jdbc.sql("UPDATE series SET instance_count = (SELECT COUNT(*) FROM instance WHERE series_id = ?) "
                    + "WHERE id = ?").params(seriesId, seriesId).update();
        }

        private void countSeries(long studyId) {
            jdbc.sql("UPDATE study SET series_count = (SELECT COUNT(*) FROM series WHERE study_id = ?), "
                            + "instance_count = (SELECT COALESCE(SUM(instance_count), 0) FROM series "
                            + "WHERE study_id = ?) WHERE id = ?")
                    .params(studyId, studyId, studyId).update();
        }

        private long lastId() {
            return jdbc.sql("SELECT LAST_INSERT_ID()").query(Long.class).single();
        }
    }

    private static void setNumber(PreparedStatement insert, int position, Attributes attributes, int tag)
            throws SQLException {
        insert.setObject(position, number(attributes, tag), Types.INTEGER);
    }

    static Integer number(Attributes attributes, int tag) {
        double value = attributes.getDouble(tag, Double.NaN);
        return value == Math.rint(value) && Math.abs(value) <= Integer.MAX_VALUE ? (Integer) (int) value : null;
    }

    /** A date or time; those of ACR-NEMA have separators (YYYY.MM.DD, HH:MM:SS; PS3.5 6.2). */
    static String digits(Attributes attributes, int tag, int maxLength) {
        String value = attributes.getString(tag, "");
        String plain = value.matches("\\d{4}\\.\\d\\d\\.\\d\\d") ? value.replace(".", "") : value.replace(":", "");
        return plain.length() <= maxLength ? plain : plain.substring(0, maxLength);
    }

    /** Values longer than the standard allows are cut in the search columns only; answers come from the attributes. */
    static String text(Attributes attributes, int tag, int maxLength) {
        String value = String.join("\\", attributes.getStrings(tag));
        return value.length() <= maxLength ? value : value.substring(0, maxLength);
    }
}
