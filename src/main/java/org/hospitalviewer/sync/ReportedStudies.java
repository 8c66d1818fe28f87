package org.hospitalviewer.sync;

import org.hospitalviewer.clinical.report.ReportChanged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** A study whose report was signed may go out now. */
@Component
class ReportedStudies {

    private static final Logger LOG = LoggerFactory.getLogger(ReportedStudies.class);

    private final SyncTargets targets;
    private final WaitingStudies waiting;

    ReportedStudies(SyncTargets targets, WaitingStudies waiting) {
        this.targets = targets;
        this.waiting = waiting;
    }

    /** A signature never fails because of the sync; what is not noted here is found by the daily comparison. */
    @EventListener
    void note(ReportChanged changed) {
        try {
            if (targets.rules().onlyReported()) {
                targets.all().forEach(target -> waiting.add(target.id(), changed.studyInstanceUid(), false));
            }
        } catch (DataAccessException e) {
            LOG.warn("The sync hears later of the report of {}: {}", changed.studyInstanceUid(), e.getMessage());
        }
    }
}
