package org.hospitalviewer.sync;

import org.hospitalviewer.clinical.report.SignedReports;
import org.hospitalviewer.study.PublishMark;
import org.hospitalviewer.study.PublishMarks;
import org.springframework.stereotype.Component;

/** What people decided of studies, as far as rules ask for it; of any study, wherever its files are. */
@Component
class StudyDecisions {

    private final SignedReports reports;
    private final PublishMarks marks;

    StudyDecisions(SignedReports reports, PublishMarks marks) {
        this.reports = reports;
        this.marks = marks;
    }

    boolean isReported(String studyInstanceUid) {
        return reports.existFor(studyInstanceUid);
    }

    boolean isPublished(String studyInstanceUid) {
        return marks.find(studyInstanceUid).filter(PublishMark::marked).isPresent();
    }

    /** Whether it was marked to be published, and somebody took that back. */
    boolean isWithdrawn(String studyInstanceUid) {
        return marks.find(studyInstanceUid).filter(mark -> !mark.marked()).isPresent();
    }
}
