package org.hospitalviewer.clinical.report;

import java.time.Instant;

/** A place in the list of reports, those changed last first. */
record ReportCursor(Instant modifiedAt, long id) {

    private static final String PATTERN = "\\d{1,15}-\\d{1,18}";
    static final ReportCursor START = new ReportCursor(Instant.ofEpochMilli(253_402_300_799_000L), Long.MAX_VALUE);

    /** @throws InvalidReportException when nobody got this as a place */
    static ReportCursor of(String text) {
        if (text == null || text.isEmpty()) {
            return START;
        }
        if (!text.matches(PATTERN)) {
            throw new InvalidReportException("There is no such place in the list.");
        }
        String[] parts = text.split("-");
        Instant time = Instant.ofEpochMilli(Long.parseLong(parts[0]));
        return new ReportCursor(time.isAfter(START.modifiedAt()) ? START.modifiedAt() : time, Long.parseLong(parts[1]));
    }

    String text() {
        return modifiedAt.toEpochMilli() + "-" + id;
    }
}
