package org.hospitalviewer.archive.embedded;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hospitalviewer.archive.StudyChange;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes of what is in the index already. Only to be used while the indexer is paused, as there is one writer at a
 * time.
 */
final class IndexRevision {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    IndexRevision(JdbcTemplate template, TransactionTemplate transactions) {
        this.jdbc = JdbcClient.create(template);
        this.transactions = transactions;
    }

    /** The next start compares the files of this day with the index. */
    void noteDay(LocalDate day) {
        jdbc.sql("INSERT INTO day_to_check (day) VALUES (?) ON DUPLICATE KEY UPDATE day = day").param(day).update();
    }

    /** Relative paths of the indexed files of a study, in the order of their arrival. */
    List<String> pathsOf(String studyUid) {
        return rows(studyUid).stream().map(Row::path).toList();
    }

    /**
     * Removes objects of a study, and the study with its last one.
     *
     * @param gone tells by the relative path
     * @return what happened to the study
     */
    Map<String, StudyChange.Kind> remove(String studyUid, Predicate<String> gone) {
        return transactions.execute(_ -> {
            Map<Boolean, List<Row>> rows = rows(studyUid).stream()
                    .collect(Collectors.partitioningBy(row -> gone.test(row.path())));
            Map<String, StudyChange.Kind> changes = new LinkedHashMap<>();
            if (rows.get(true).isEmpty()) {
                return changes;
            }
            if (rows.get(false).isEmpty()) {
                jdbc.sql("DELETE FROM study WHERE study_uid = ?").param(studyUid).update();
                changes.put(studyUid, StudyChange.Kind.DELETED);
            } else {
                removeSome(rows.get(true));
                changes.put(studyUid, StudyChange.Kind.CHANGED);
            }
            return changes;
        });
    }

    /**
     * Other files, with other contents, for objects that are in the index under the same study and series. What is known
     * of a series and a study comes from the first of its objects.
     *
     * @return what happened to their studies
     */
    Map<String, StudyChange.Kind> replace(List<IndexedInstance> objects) {
        return transactions.execute(_ -> {
            Map<String, StudyChange.Kind> changes = new LinkedHashMap<>();
            for (IndexedInstance object : objects) {
                replace(object);
                changes.put(object.studyUid(), StudyChange.Kind.CHANGED);
            }
            return changes;
        });
    }

    private void replace(IndexedInstance object) {
        jdbc.sql("UPDATE instance SET sop_class_uid = ?, transfer_syntax_uid = ?, instance_number = ?, path = ?, "
                        + "received_on = ?, data_set_bytes = ?, data_set_sha256 = ?, attributes = ? WHERE sop_uid = ?")
                .params(Arrays.asList(object.sopClassUid(), object.transferSyntaxUid(),
                        IndexWriter.number(object.instance(), Tag.InstanceNumber), object.path(), object.receivedOn(),
                        object.dataSetBytes(), object.dataSetSha256(), LevelAttributes.encode(object.instance()),
                        object.sopUid()))
                .update();
        Row row = jdbc.sql("SELECT i.id, i.series_id, se.study_id, i.path FROM instance i "
                + "JOIN series se ON se.id = i.series_id WHERE i.sop_uid = ?").param(object.sopUid())
                .query(Row.class).single();
        if (isFirst("i.series_id = ?", row.seriesId(), row.id())) {
            replaceSeries(row.seriesId(), object.series());
        }
        if (isFirst("se.study_id = ?", row.studyId(), row.id())) {
            replaceStudy(row.studyId(), object.study());
        }
    }

    private boolean isFirst(String among, long parent, long id) {
        return jdbc.sql("SELECT MIN(i.id) FROM instance i JOIN series se ON se.id = i.series_id WHERE " + among)
                .param(parent).query(Long.class).single() == id;
    }

    private void replaceSeries(long id, Attributes series) {
        jdbc.sql("UPDATE series SET modality = ?, series_number = ?, description = ?, body_part = ?, step_date = ?, "
                        + "step_time = ?, attributes = ? WHERE id = ?")
                .params(Arrays.asList(IndexWriter.text(series, Tag.Modality, IndexWriter.MAX_SHORT),
                        IndexWriter.number(series, Tag.SeriesNumber),
                        IndexWriter.text(series, Tag.SeriesDescription, IndexWriter.MAX_DESCRIPTION),
                        IndexWriter.text(series, Tag.BodyPartExamined, IndexWriter.MAX_SHORT),
                        IndexWriter.digits(series, Tag.PerformedProcedureStepStartDate, IndexWriter.MAX_DATE),
                        IndexWriter.digits(series, Tag.PerformedProcedureStepStartTime, IndexWriter.MAX_SHORT),
                        LevelAttributes.encode(series), id))
                .update();
    }

    private void replaceStudy(long id, Attributes study) {
        jdbc.sql("UPDATE study SET patient_id = ?, patient_name = ?, patient_birth_date = ?, patient_sex = ?, "
                        + "study_date = ?, study_time = ?, accession_number = ?, study_identifier = ?, description = ?, "
                        + "referring_physician = ?, attributes = ? WHERE id = ?")
                .params(IndexWriter.text(study, Tag.PatientID, IndexWriter.MAX_TEXT),
                        IndexWriter.text(study, Tag.PatientName, IndexWriter.MAX_NAME),
                        IndexWriter.digits(study, Tag.PatientBirthDate, IndexWriter.MAX_DATE),
                        IndexWriter.text(study, Tag.PatientSex, IndexWriter.MAX_SHORT),
                        IndexWriter.digits(study, Tag.StudyDate, IndexWriter.MAX_DATE),
                        IndexWriter.digits(study, Tag.StudyTime, IndexWriter.MAX_SHORT),
                        IndexWriter.text(study, Tag.AccessionNumber, IndexWriter.MAX_TEXT),
                        IndexWriter.text(study, Tag.StudyID, IndexWriter.MAX_TEXT),
                        IndexWriter.text(study, Tag.StudyDescription, IndexWriter.MAX_DESCRIPTION),
                        IndexWriter.text(study, Tag.ReferringPhysicianName, IndexWriter.MAX_NAME),
                        LevelAttributes.encode(study), id)
                .update();
    }

    private List<Row> rows(String studyUid) {
        return jdbc.sql("SELECT i.id, se.id AS series_id, st.id AS study_id, i.path FROM instance i "
                        + "JOIN series se ON se.id = i.series_id JOIN study st ON st.id = se.study_id "
                        + "WHERE st.study_uid = ? ORDER BY i.id")
                .param(studyUid).query(Row.class).list();
    }

    private void removeSome(List<Row> rows) {
        Set<Long> series = new LinkedHashSet<>();
        for (Row row : rows) {
            jdbc.sql("DELETE FROM instance WHERE id = ?").param(row.id()).update();
            series.add(row.seriesId());
        }
        series.forEach(this::countInstances);
        countSeries(rows.getFirst().studyId());
    }

    private void countInstances(long seriesId) {
        jdbc.sql("UPDATE series SET instance_count = (SELECT COUNT(*) FROM instance WHERE series_id = ?) WHERE id = ?")
                .params(seriesId, seriesId).update();
        jdbc.sql("DELETE FROM series WHERE id = ? AND instance_count = 0").param(seriesId).update();
    }

    private void countSeries(long studyId) {
        jdbc.sql("DELETE FROM study_modality WHERE study_id = ? AND modality NOT IN "
                + "(SELECT modality FROM series WHERE study_id = ?)").params(studyId, studyId).update();
        jdbc.sql("UPDATE study SET series_count = (SELECT COUNT(*) FROM series WHERE study_id = ?), "
                        + "instance_count = (SELECT COALESCE(SUM(instance_count), 0) FROM series WHERE study_id = ?) "
                        + "WHERE id = ?")
                .params(studyId, studyId, studyId).update();
    }

    private record Row(long id, long seriesId, long studyId, String path) {
    }
}
