package org.hospitalviewer.ui.worklist;

import java.time.LocalDate;

/** Quick picks of study dates. */
enum DatePeriod {
    ANY, TODAY, YESTERDAY, LAST_7_DAYS, LAST_30_DAYS;

    /** First day, null for open. */
    LocalDate from(LocalDate today) {
        return switch (this) {
            case ANY -> null;
            case TODAY -> today;
            case YESTERDAY -> today.minusDays(1);
            case LAST_7_DAYS -> today.minusDays(6);
            case LAST_30_DAYS -> today.minusDays(29);
        };
    }

    /** Last day, null for open. */
    LocalDate to(LocalDate today) {
        return switch (this) {
            case ANY -> null;
            case TODAY, LAST_7_DAYS, LAST_30_DAYS -> today;
            case YESTERDAY -> today.minusDays(1);
        };
    }
}
