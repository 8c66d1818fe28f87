package org.hospitalviewer.clinical.report;

/** The ways to a new version of a report. */
enum ReportStep {
    SAVE("SAVE_REPORT", ReportStatus.DRAFT), SIGN("SIGN_REPORT", ReportStatus.FINAL),
    AMEND("AMEND_REPORT", ReportStatus.AMENDED);

    private final String audited;
    private final ReportStatus leadsTo;

    ReportStep(String audited, ReportStatus leadsTo) {
        this.audited = audited;
        this.leadsTo = leadsTo;
    }

    /** Name in the audit log. */
    String audited() {
        return audited;
    }

    ReportStatus leadsTo() {
        return leadsTo;
    }

    /** Only what is signed is amended, and what is signed is only amended. */
    boolean startsFrom(ReportStatus status) {
        return status.isSigned() == (this == AMEND);
    }
}
