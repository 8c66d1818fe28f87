package org.hospitalviewer.clinical.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a report is; the later ones count more for a study that has several. */
public enum ReportStatus {
    DRAFT,
    /** Signed. */
    FINAL,
    /** Signed, and signed again after a change. */
    AMENDED;

    /** Name for programs and in the database, such as {@code draft}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isSigned() {
        return this != DRAFT;
    }

    public static Optional<ReportStatus> of(String code) {
        return Arrays.stream(values()).filter(status -> status.code().equals(code)).findFirst();
    }
}
