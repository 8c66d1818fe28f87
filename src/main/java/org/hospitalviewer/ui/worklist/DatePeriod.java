package org.hospitalviewer.ui.worklist;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;

/** Quick picks of study dates; {@code CHOSEN} stands for days that were picked one by one. */
enum DatePeriod {
    ANY, TODAY, YESTERDAY, LAST_7_DAYS, LAST_30_DAYS, CHOSEN;

    /**
     * The quick pick that means these days.
     *
     * @param from first day, null for open
     * @param to   last day, null for open
     */
    static DatePeriod of(LocalDate from, LocalDate to, LocalDate today) {
        return Arrays.stream(values())
                .filter(period -> Objects.equals(period.from(today), from) && Objects.equals(period.to(today), to))
                .findFirst().orElse(CHOSEN);
    }

    /** First day, null for open. */
    LocalDate from(LocalDate today) {
        return switch (this) {
            case ANY, CHOSEN -> null;
            case TODAY -> today;
            case YESTERDAY -> today.minusDays(1);
            case LAST_7_DAYS -> today.minusDays(6);
            case LAST_30_DAYS -> today.minusDays(29);
        };
    }

    /** Last day, null for open. */
    LocalDate to(LocalDate today) {
        return switch (this) {
            case ANY, CHOSEN -> null;
            case TODAY, LAST_7_DAYS, LAST_30_DAYS -> today;
            case YESTERDAY -> today.minusDays(1);
        };
    }
}
