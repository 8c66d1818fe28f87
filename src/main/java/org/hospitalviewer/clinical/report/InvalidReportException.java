package org.hospitalviewer.clinical.report;

/** A report that cannot be kept or signed as it is; the message is a sentence for people. */
public final class InvalidReportException extends RuntimeException {

    InvalidReportException(String sentence) {
        super(sentence);
    }

    /** The content, checked. */
    static ReportContent checked(ReportContent content) {
        if (content == null) {
            throw new InvalidReportException("The report has no content.");
        }
        content.problem().ifPresent(sentence -> {
            throw new InvalidReportException(sentence);
        });
        return content;
    }
}
