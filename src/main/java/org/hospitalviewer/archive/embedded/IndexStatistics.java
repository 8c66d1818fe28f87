package org.hospitalviewer.archive.embedded;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hospitalviewer.archive.ArchiveStatistics;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts what the index holds. Takes seconds with millions of objects. */
final class IndexStatistics {

    private static final int DAYS = 30;
    private static final int ROWS_AT_ONCE = 1_000;
    private static final int MOST_STATIONS = 50;

    private final JdbcClient jdbc;
    private final JdbcTemplate rows;

    IndexStatistics(DataSource index) {
        this.jdbc = JdbcClient.create(index);
        this.rows = new JdbcTemplate(index);
        rows.setFetchSize(ROWS_AT_ONCE);
    }

    ArchiveStatistics count() {
        return new ArchiveStatistics(months(), stations(), receivedInDays(DAYS));
    }

    private List<ArchiveStatistics.Month> months() {
        return jdbc.sql("SELECT DATE_FORMAT(i.received_on, '%Y-%m') AS month, s.modality, "
                        + "COUNT(DISTINCT s.study_id), COUNT(*), SUM(i.data_set_bytes) FROM instance i "
                        + "JOIN series s ON s.id = i.series_id GROUP BY month, s.modality ORDER BY month DESC, s.modality")
                .query((row, _) -> new ArchiveStatistics.Month(YearMonth.parse(row.getString(1)), row.getString(2),
                        row.getLong(3), row.getLong(4), row.getLong(5))).list();
    }

    private long receivedInDays(int days) {
        return jdbc.sql("SELECT COALESCE(SUM(data_set_bytes), 0) FROM instance WHERE received_on > ?")
                .param(LocalDate.now().minusDays(days)).query(Long.class).single();
    }

    private List<ArchiveStatistics.Station> stations() {
        Map<String, long[]> counts = new HashMap<>();
        rows.query("SELECT attributes, instance_count FROM series", row -> {
            long[] count = counts.computeIfAbsent(name(LevelAttributes.decode(row.getBytes(1))), _ -> new long[2]);
            count[0]++;
            count[1] += row.getLong(2);
        });
        return counts.entrySet().stream()
                .map(count -> new ArchiveStatistics.Station(count.getKey(), count.getValue()[0], count.getValue()[1]))
                .sorted(Comparator.comparingLong(ArchiveStatistics.Station::images).reversed()
                        .thenComparing(ArchiveStatistics.Station::name))
                .limit(MOST_STATIONS).toList();
    }

    private static String name(Attributes series) {
        String station = series.getString(Tag.StationName, "").strip();
        return !station.isEmpty() ? station : Stream.of(Tag.Manufacturer, Tag.ManufacturerModelName)
                .map(tag -> series.getString(tag, "").strip()).filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
