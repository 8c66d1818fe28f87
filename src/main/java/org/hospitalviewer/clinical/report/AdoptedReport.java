package org.hospitalviewer.clinical.report;

import java.time.Instant;

/**
 * A report that was written in another installation.
 *
 * @param key      UUID by which it is known again
 * @param isSigned whether it was final there
 * @param author   who wrote it there: a user name, a name, or nothing
 * @param madeAt   when; null when that is not known
 */
public record AdoptedReport(String key, String studyInstanceUid, ReportContent content, boolean isSigned, String author,
                            Instant madeAt) {
}
