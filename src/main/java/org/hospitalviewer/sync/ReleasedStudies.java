package org.hospitalviewer.sync;

import java.util.function.Predicate;
import org.hospitalviewer.clinical.report.ReportChanged;
import org.hospitalviewer.study.PublishMarkChanged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** A study whose report was signed, or whose mark was set or taken back, is to be looked at now. */
@Component
class ReleasedStudies {

    private static final Logger LOG = LoggerFactory.getLogger(ReleasedStudies.class);

    private final SyncTargets targets;
    private final WaitingStudies waiting;

    ReleasedStudies(SyncTargets targets, WaitingStudies waiting) {
        this.targets = targets;
        this.waiting = waiting;
    }

    @EventListener
    void note(ReportChanged changed) {
        note(changed.studyInstanceUid(), SyncRules::onlyReported);
    }

    @EventListener
    void note(PublishMarkChanged changed) {
        note(changed.studyInstanceUid(), SyncRules::onlyPublished);
    }

    /** Neither ever fails because of the sync; what is not noted here is found by the daily comparison. */
    private void note(String study, Predicate<SyncRules> matters) {
        try {
            if (matters.test(targets.rules())) {
                targets.all().forEach(target -> waiting.add(target.id(), study, false));
            }
        } catch (DataAccessException e) {
            LOG.warn("The sync hears later of the study {}: {}", study, e.getMessage());
        }
    }
}
