package org.hospitalviewer.clinical.paper;

import java.util.List;
import org.hospitalviewer.clinical.report.ReportVersion;
import org.hospitalviewer.dicom.data.Attributes;

/**
 * All that a printed report needs.
 *
 * @param version       what is printed
 * @param physician     full name of who answers for it, empty for whoever signs
 * @param history       the versions up to this one
 * @param newestVersion of the report; a newer one replaced what is printed
 * @param study         what the archive knows of the study; without values when it is not there any more
 * @param words         in the language of the clinic
 */
record PrintedReport(ReportVersion version, String physician, List<ReportVersion.Entry> history, int newestVersion,
                     String studyInstanceUid, Attributes study, Letterhead letterhead, PaperWords words,
                     List<Illustration> pictures) {

    boolean isReplaced() {
        return version.version() < newestVersion;
    }
}
