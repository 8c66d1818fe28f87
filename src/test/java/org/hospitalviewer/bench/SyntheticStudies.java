package org.hospitalviewer.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows in the appliance's index without files behind them: each stored study again under other UIDs and dates. */
final class SyntheticStudies {

    private static final String COLUMNS = "patient_id, patient_name, patient_birth_date, patient_sex, study_time, "
            + "accession_number, study_identifier, description, referring_physician, series_count, instance_count, "
            + "attributes, received_at";

    private SyntheticStudies() {
    }

    /** @param times so many more of each */
    static void multiply(Path home, int times) throws IOException, SQLException {
        Path database = home.resolve("data/db");
        String url = "jdbc:mariadb://127.0.0.1:" + Files.readString(database.resolve("mariadb.port")).strip()
                + "/viewer_index";
        String numbers = IntStream.rangeClosed(1, times).mapToObj(number -> "SELECT " + number + " AS n")
                .collect(Collectors.joining(" UNION ALL "));
        try (Connection connection = DriverManager.getConnection(url, "viewer",
                Files.readString(database.resolve("mariadb.password")).strip());
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO study (study_uid, study_date, " + COLUMNS + ") SELECT CONCAT(study_uid, '.', n), "
                    + "DATE_FORMAT(STR_TO_DATE(study_date, '%Y%m%d') - INTERVAL n YEAR, '%Y%m%d'), " + COLUMNS
                    + " FROM study CROSS JOIN (" + numbers + ") copies");
            statement.execute("INSERT IGNORE INTO study_modality (study_id, modality) SELECT c.id, m.modality FROM study c "
                    + "JOIN study s ON s.study_uid = SUBSTRING_INDEX(c.study_uid, '.', LENGTH(c.study_uid) "
                    + "- LENGTH(REPLACE(c.study_uid, '.', ''))) JOIN study_modality m ON m.study_id = s.id");
            statement.execute("ANALYZE TABLE study, study_modality");
        }
    }
}
