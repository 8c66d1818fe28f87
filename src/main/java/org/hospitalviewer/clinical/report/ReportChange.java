package org.hospitalviewer.clinical.report;

/**
 * A new version that somebody asks for.
 *
 * @param version       the one they had before them
 * @param content       what it is to say; null for signing what was saved last
 * @param revision      number of the working copy that is saved by this, null for whichever there is
 * @param reason        why it is amended, else null
 * @param signatureLine name and function of whoever signs; null for the full name
 */
public record ReportChange(Integer version, ReportContent content, Integer revision, String reason,
                           String signatureLine) {

    private static final int LONGEST_REASON = 1_000;
    private static final int LONGEST_LINE = 300;

    public ReportChange {
        reason = PlainText.line(reason);
        signatureLine = PlainText.line(signatureLine);
    }

    /** @throws InvalidReportException with a sentence that says what is wrong */
    void check(ReportStep step) {
        if (version == null) {
            throw new InvalidReportException("Say which version is changed.");
        }
        if (content != null || step != ReportStep.SIGN) {
            InvalidReportException.checked(content);
        }
        if (step == ReportStep.AMEND && reason.isEmpty()) {
            throw new InvalidReportException("An amendment needs a reason.");
        }
        if (reason.length() > LONGEST_REASON || signatureLine.length() > LONGEST_LINE) {
            throw new InvalidReportException("A reason has " + LONGEST_REASON + " characters at most, and a signature line "
                    + LONGEST_LINE + ".");
        }
    }
}
