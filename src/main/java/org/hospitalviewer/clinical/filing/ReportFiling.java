package org.hospitalviewer.clinical.filing;

import org.hospitalviewer.appliance.ReportSettings;
import org.hospitalviewer.appliance.job.JobService;
import org.hospitalviewer.appliance.settings.Settings;
import org.hospitalviewer.clinical.report.ReportChanged;
import org.hospitalviewer.clinical.report.ReportSigned;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Notes what has to come into the archive, and has it done. */
@Component
class ReportFiling {

    private static final Logger LOG = LoggerFactory.getLogger(ReportFiling.class);

    private final FilingTable table;
    private final JobService jobs;
    private final Settings settings;

    ReportFiling(FilingTable table, JobService jobs, Settings settings) {
        this.table = table;
        this.jobs = jobs;
        this.settings = settings;
    }

    /** Within the transaction of the signature: what is signed is never forgotten here. */
    @EventListener
    void note(ReportSigned signed) {
        ReportSettings wanted = settings.current().reports();
        if (wanted.storePdf()) {
            table.add(signed.reportId(), signed.version(), signed.studyInstanceUid(), FiledReport.Kind.PDF);
        }
        if (wanted.storeSr()) {
            table.add(signed.reportId(), signed.version(), signed.studyInstanceUid(), FiledReport.Kind.SR);
        }
    }

    /** A signature never fails because filing cannot start. */
    @EventListener
    void begin(ReportChanged changed) {
        LOG.debug("Reports of {} changed", changed.studyInstanceUid());
        lookAfter();
    }

    /** What came while a run was just ending, or while the archive was away. */
    @Scheduled(initialDelay = 60_000, fixedDelay = 60_000)
    void lookAfter() {
        try {
            if (!table.waiting().isEmpty()) {
                jobs.start(FilingJob.NAME);
            }
        } catch (DataAccessException | IllegalStateException e) {
            LOG.warn("Reports that wait for the archive cannot be looked after: {}", e.getMessage());
        }
    }
}
