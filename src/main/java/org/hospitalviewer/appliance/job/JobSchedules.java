package org.hospitalviewer.appliance.job;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hospitalviewer.access.AuditLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Starts jobs when they are due. The next time of each is kept, so that one that was missed while the program did not
 * run is caught up once.
 */
@Component
public class JobSchedules {

    private static final Logger LOG = LoggerFactory.getLogger(JobSchedules.class);

    private final JobService jobs;
    private final ScheduleTable table;
    private final AuditLog audit;
    private final Clock clock;
    private boolean initialAdded;

    @Autowired
    JobSchedules(JobService jobs, ScheduleTable table, AuditLog audit) {
        this(jobs, table, audit, Clock.systemDefaultZone());
    }

    /** @param clock time, and the appliance's time zone */
    JobSchedules(JobService jobs, ScheduleTable table, AuditLog audit, Clock clock) {
        this.jobs = jobs;
        this.table = table;
        this.audit = audit;
        this.clock = clock;
    }

    /** When a kind runs by itself; empty when it has no schedule at all. */
    public Optional<ScheduledJob> of(String kind) {
        return table.find(kind);
    }

    /**
     * Gives a kind another schedule, from now on.
     *
     * @param enabled false: it runs only when somebody starts it
     * @throws UnknownJobKindException when there is no such kind
     */
    public void change(String kind, Schedule schedule, boolean enabled) {
        if (jobs.kind(kind).isEmpty()) {
            throw new UnknownJobKindException(kind);
        }
        table.put(new ScheduledJob(kind, enabled, schedule, next(schedule)));
        audit.record("CHANGE_SCHEDULE", "JOB", kind + " " + (enabled ? schedule.text() : "off"),
                AuditLog.Result.SUCCESS);
    }

    /** Looks a few times a minute: a computer that slept or whose clock was set finds its way back by itself. */
    @Scheduled(fixedDelay = 5_000)
    void runDue() {
        try {
            if (!initialAdded) {
                jobs.kinds().forEach(this::addInitial);
                initialAdded = true;
            }
            List<ScheduledJob> all = table.all();
            Instant now = clock.instant();
            all.stream().filter(job -> job.enabled() && !job.nextRun().isAfter(now)).forEach(this::run);
            all.stream().filter(job -> job.nextRun().isAfter(next(job.schedule()))).forEach(this::waitNoLonger);
        } catch (DataAccessException e) {
            LOG.warn("The schedules cannot be read now: {}", e.getMessage());
        }
    }

    private void addInitial(String kind) {
        jobs.kind(kind).flatMap(JobKind::initialSchedule).filter(_ -> table.find(kind).isEmpty())
                .ifPresent(schedule -> table.put(new ScheduledJob(kind, true, schedule, next(schedule))));
    }

    private void run(ScheduledJob job) {
        table.put(new ScheduledJob(job.kind(), true, job.schedule(), next(job.schedule())));
        jobs.kind(job.kind()).ifPresent(jobs::startScheduled);
    }

    /** The clock was set back. */
    private void waitNoLonger(ScheduledJob job) {
        table.put(new ScheduledJob(job.kind(), job.enabled(), job.schedule(), next(job.schedule())));
    }

    private Instant next(Schedule schedule) {
        return schedule.next(clock.instant().atZone(clock.getZone())).toInstant();
    }
}
