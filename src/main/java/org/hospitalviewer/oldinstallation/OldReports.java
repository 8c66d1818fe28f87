package org.hospitalviewer.oldinstallation;

import java.util.ArrayList;
import java.util.List;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.Doorkeeper;
import org.hospitalviewer.clinical.report.AdoptedReport;
import org.hospitalviewer.clinical.report.AdoptedReports;
import org.hospitalviewer.clinical.report.InvalidReportException;
import org.hospitalviewer.oldinstallation.Finding.Outcome;
import org.springframework.stereotype.Service;

/** Medical reports of the old installation. */
@Service
public class OldReports {

    private final AdoptedReports reports;
    private final Doorkeeper doorkeeper;

    OldReports(AdoptedReports reports, Doorkeeper doorkeeper) {
        this.reports = reports;
        this.doorkeeper = doorkeeper;
    }

    /**
     * Takes them over from JSON.
     *
     * @param trial whether to change nothing
     * @throws UnreadableFileException when it is no JSON of reports
     */
    public Takeover takeOver(byte[] file, boolean trial) {
        doorkeeper.require(Action.TAKE_OVER_OLD_INSTALLATION, "reports");
        List<Finding> findings = new ArrayList<>();
        for (OldReport report : ReportsJson.read(OldText.of(file))) {
            findings.add(finding(report, trial));
        }
        return new Takeover(trial, findings);
    }

    private Finding finding(OldReport old, boolean trial) {
        if (old.problem() != null) {
            return new Finding(old.number(), old.subject(), Outcome.REFUSED, old.problem());
        }
        try {
            AdoptedReports.Adoption adoption = trial ? reports.tried(old.report()) : reports.adopt(old.report());
            return switch (adoption) {
                case ADOPTED -> new Finding(old.number(), old.subject(), Outcome.ADDED, old.remark());
                case KNOWN -> new Finding(old.number(), old.subject(), Outcome.KNOWN, "");
                case NO_STUDY -> new Finding(old.number(), old.subject(), Outcome.REFUSED,
                        "The archive has no such study yet: bring the images first, then this file once more.");
            };
        } catch (InvalidReportException e) {
            return new Finding(old.number(), old.subject(), Outcome.REFUSED, e.getMessage());
        }
    }

    /**
     * One entry of the file.
     *
     * @param report  null when there is a problem
     * @param problem why it cannot be taken over; null when it can
     * @param remark  what was done with parts that have no place of their own; empty for nothing
     */
    record OldReport(int number, String subject, AdoptedReport report, String problem, String remark) {
    }
}
