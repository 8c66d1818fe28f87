package org.hospitalviewer.clinical.report;

import java.time.Duration;
import java.util.List;

/**
 * How long reports took, from the date of the study to the first signature.
 *
 * @param days    number of days looked back
 * @param signed  reports first signed in these days
 * @param median  half of them took no longer; zero when nothing is known
 * @param slowest nine of ten took no longer; zero when nothing is known
 * @param drafts  reports that are not signed, of any age
 */
public record Turnaround(int days, int signed, Duration median, Duration slowest, int drafts) {

    private static final int TENTHS = 9;

    /** @param sorted the shortest first */
    static Turnaround of(int days, int signed, List<Duration> sorted, int drafts) {
        return new Turnaround(days, signed, at(sorted, 5), at(sorted, TENTHS), drafts);
    }

    /** The smallest one that so many tenths of all do not exceed. */
    private static Duration at(List<Duration> sorted, int tenths) {
        return sorted.isEmpty() ? Duration.ZERO : sorted.get(Math.ceilDiv(sorted.size() * tenths, 10) - 1);
    }
}
