package org.hospitalviewer.archive;

import java.time.YearMonth;
import java.util.List;

/**
 * What came into an archive.
 *
 * @param months      by month of receipt and modality, the newest month first
 * @param stations    by the device that made the images, the most images first
 * @param last30Days  bytes received in the last 30 days
 */
public record ArchiveStatistics(List<Month> months, List<Station> stations, long last30Days) {

    public ArchiveStatistics {
        months = List.copyOf(months);
        stations = List.copyOf(stations);
    }

    /** @param modality (0008,0060), empty when the objects name none */
    public record Month(YearMonth month, String modality, long studies, long images, long bytes) {
    }

    /** @param name Station Name, or else maker and model; empty when the objects name neither */
    public record Station(String name, long series, long images) {
    }
}
