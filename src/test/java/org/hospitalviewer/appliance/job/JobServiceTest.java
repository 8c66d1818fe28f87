package org.hospitalviewer.appliance.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.peers.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Job services with kinds of the tests' own, on the appliance's database. */
@ApplianceTest
class JobServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private AuditLog audit;
    @Autowired
    private JobLog log;
    private final List<JobService> services = new ArrayList<>();

    private JobService service(JobKind... kinds) {
        JobTable table = new JobTable(jdbc);
        JobService service = new JobService(List.of(kinds), new JobRunner(table), table, audit);
        service.start();
        services.add(service);
        return service;
    }

    @AfterEach
    void stop() {
        services.forEach(JobService::stop);
    }

    private static JobRun awaitEnd(JobService service, long id) {
        Await.until("run " + id + " is over", PATIENCE, () -> service.find(id).orElseThrow().state().isOver());
        return service.find(id).orElseThrow();
    }

    /** Works in small steps until it is stopped. */
    private static String endless(JobProgress progress) throws InterruptedException {
        while (true) {
            progress.checkpoint();
            Thread.sleep(1);
        }
    }

    private static void awaitRunning(JobService service, JobRun run) {
        Await.until("it runs", PATIENCE, () -> service.find(run.id()).orElseThrow().state() == JobState.RUNNING);
    }

    @Test
    void aRunTellsItsProgressAndWhatCameOfItAndLeavesALog() {
        Rehearsal kind = Rehearsal.of(progress -> {
            progress.total(2);
            progress.note("Looking");
            progress.advance("one", 10);
            progress.advance("two", 5);
            progress.finding("two", "is bent");
            progress.finding("two", "is still bent");
            return "Two things seen";
        });
        JobService service = service(kind);

        JobRun run = awaitEnd(service, service.start(kind.name()).id());

        assertThat(run.state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(run).extracting(JobRun::done, JobRun::total, JobRun::bytes, JobRun::current, JobRun::note,
                JobRun::message).containsExactly(2L, 2L, 15L, "two", "Looking", "Two things seen");
        assertThat(run.startedAt()).isBetween(run.queuedAt(), run.endedAt());
        assertThat(service.findings(run.id())).containsExactly(new JobFinding("two", "is still bent"));
        assertThat(service.newestOf(kind.name())).contains(run);
        assertThat(log.lastLines(kind.name(), 100)).anyMatch(line -> line.endsWith("WARN  two: is bent"))
                .last().asString().contains("SUCCEEDED Two things seen");
        assertThat(log.lastLines(kind.name(), 1)).hasSize(1);
        assertThat(audit.newest(0, 50)).anyMatch(entry -> entry.action().equals("START_JOB")
                && entry.resourceId().equals(kind.name()));
    }

    @Test
    void aSecondRequestAnswersTheRunThatIsUnderWay() {
        Rehearsal kind = Rehearsal.of(JobServiceTest::endless);
        JobService service = service(kind);

        JobRun first = service.start(kind.name());

        assertThat(service.start(kind.name()).id()).isEqualTo(first.id());
        service.cancel(first.id());
        awaitEnd(service, first.id());
        assertThat(service.start(kind.name()).id()).isNotEqualTo(first.id());
    }

    @Test
    void twoKindsRunSideBySide() {
        Rehearsal one = Rehearsal.of(JobServiceTest::endless);
        Rehearsal other = Rehearsal.of(_ -> "done");
        JobService service = service(one, other);
        JobRun running = service.start(one.name());
        awaitRunning(service, running);

        assertThat(awaitEnd(service, service.start(other.name()).id()).state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(service.find(running.id()).orElseThrow().state()).isEqualTo(JobState.RUNNING);
    }

    @Test
    void aCancelledRunIsOverAndStaysSo() {
        Rehearsal kind = Rehearsal.of(JobServiceTest::endless);
        JobService service = service(kind);
        JobRun run = service.start(kind.name());
        awaitRunning(service, run);

        assertThat(service.cancel(run.id())).isPresent();

        assertThat(awaitEnd(service, run.id()).state()).isEqualTo(JobState.CANCELLED);
        assertThat(service.cancel(run.id()).orElseThrow().state()).isEqualTo(JobState.CANCELLED);
        assertThat(service.cancel(-1)).isEmpty();
    }

    @Test
    void aFailureIsTriedAgainAndThenKeptWithItsReason() {
        AtomicInteger attempts = new AtomicInteger();
        Rehearsal failing = Rehearsal.of(_ -> {
            throw new IOException("The folder is unplugged, attempt " + attempts.incrementAndGet());
        }).trying(3);
        Rehearsal recovering = Rehearsal.of(progress -> {
            if (progress.savedState().isEmpty()) {
                progress.total(5);
                progress.advance("first", 1);
                progress.save("{\"at\":1}");
                throw new IOException("Not yet");
            }
            return "went on from " + progress.savedState().orElseThrow();
        }).trying(2);
        JobService service = service(failing, recovering);

        JobRun failed = awaitEnd(service, service.start(failing.name()).id());
        assertThat(failed.state()).isEqualTo(JobState.FAILED);
        assertThat(failed.message()).isEqualTo("The folder is unplugged, attempt 3");
        assertThat(failed.attempt()).isEqualTo(3);

        JobRun recovered = awaitEnd(service, service.start(recovering.name()).id());
        assertThat(recovered.state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(recovered.message()).isEqualTo("went on from {\"at\":1}");
        assertThat(recovered.done()).isOne();
    }

    @Test
    void anUnexpectedFailureIsAFailureToo() {
        Rehearsal kind = Rehearsal.of(_ -> {
            throw new NullPointerException();
        });
        JobService service = service(kind);
        JobRun run = awaitEnd(service, service.start(kind.name()).id());
        assertThat(run.state()).isEqualTo(JobState.FAILED);
        assertThat(run.message()).isEqualTo("NullPointerException");
    }

    @Test
    void aRunThatAStopCutOffGoesOnAtTheNextStartWhereItWas() {
        CountDownLatch saved = new CountDownLatch(1);
        Rehearsal kind = Rehearsal.of(progress -> {
            progress.total(10);
            progress.advance("first", 7);
            progress.save("{\"next\":1}");
            saved.countDown();
            return endless(progress);
        }).resuming();
        JobService before = service(kind);
        JobRun run = before.start(kind.name());
        Await.until("the state is saved", PATIENCE, () -> saved.getCount() == 0);
        before.stop();
        assertThat(before.find(run.id()).orElseThrow().state()).isEqualTo(JobState.QUEUED);

        JobService after = service(kind.doing(progress -> "went on from " + progress.savedState().orElseThrow()));

        JobRun end = awaitEnd(after, run.id());
        assertThat(end.message()).isEqualTo("went on from {\"next\":1}");
        assertThat(end.attempt()).isEqualTo(2);
        assertThat(end.done()).isOne();
        assertThat(end.bytes()).isEqualTo(7);
    }

    @Test
    void aRunThatCannotGoOnIsMarkedInterrupted() {
        Rehearsal kind = Rehearsal.of(JobServiceTest::endless);
        JobService before = service(kind);
        JobRun stopped = before.start(kind.name());
        awaitRunning(before, stopped);
        before.stop();
        assertThat(before.find(stopped.id()).orElseThrow().state()).isEqualTo(JobState.INTERRUPTED);

        JobRun killed = new JobTable(jdbc).insert(kind.name(), "nobody");
        jdbc.sql("UPDATE jobs SET state = 'RUNNING' WHERE id = ?").param(killed.id()).update();
        JobService after = service(kind);
        JobRun marked = after.find(killed.id()).orElseThrow();
        assertThat(marked.state()).isEqualTo(JobState.INTERRUPTED);
        assertThat(marked.endedAt()).isNotNull();
    }

    @Test
    void followersHearOfEachStep() {
        Rehearsal kind = Rehearsal.of(_ -> "done");
        JobService service = service(kind);
        List<JobState> heard = new CopyOnWriteArrayList<>();
        Runnable end = service.subscribe(run -> heard.add(run.state()));
        service.subscribe(_ -> {
            throw new IllegalStateException("a follower that fails");
        });
        awaitEnd(service, service.start(kind.name()).id());
        Await.until("both are heard", PATIENCE, () -> heard.contains(JobState.SUCCEEDED));
        assertThat(heard).containsExactly(JobState.RUNNING, JobState.SUCCEEDED);
        end.run();
        awaitEnd(service, service.start(kind.name()).id());
        assertThat(heard).hasSize(2);
    }

    @Test
    void onlyTheNewestRunsAreKept() {
        Rehearsal kind = Rehearsal.of(_ -> "done");
        JobService service = service(kind);
        JobTable table = new JobTable(jdbc);
        JobRun oldest = table.insert(kind.name(), "old");
        for (int i = 0; i < 200; i++) {
            table.insert(kind.name(), "old");
        }
        awaitEnd(service, service.start(kind.name()).id());
        Await.until("the old ones are gone", PATIENCE, () -> jdbc.sql("SELECT COUNT(*) FROM jobs WHERE kind = ?")
                .param(kind.name()).query(Integer.class).single() == 200);
        assertThat(service.find(oldest.id())).isEmpty();
        jdbc.sql("DELETE FROM jobs WHERE kind = ?").param(kind.name()).update();
    }

    @Test
    void scheduledRunsWithNothingToDoLeaveOneRow() {
        AtomicBoolean hasWork = new AtomicBoolean();
        Rehearsal kind = Rehearsal.of(progress -> {
            if (hasWork.get()) {
                progress.advance("a file", 1);
            }
            return "Everything is there.";
        });
        JobService service = service(kind);
        for (boolean work : new boolean[] {false, true, false, false}) {
            hasWork.set(work);
            long before = service.newestOf(kind.name()).map(JobRun::id).orElse(0L);
            service.startScheduled(kind);
            Await.until("the run is over", PATIENCE, () -> service.newestOf(kind.name())
                    .filter(run -> run.id() > before && run.state().isOver()).isPresent());
        }
        Await.until("only the last idle run is left", PATIENCE, () -> jdbc.sql("SELECT COUNT(*) FROM jobs WHERE kind = ?")
                .param(kind.name()).query(Integer.class).single() == 2);
    }

    @Test
    void aKindThatDoesNotExistIsNamed() {
        assertThatThrownBy(() -> service().start("no-such")).isInstanceOf(UnknownJobKindException.class)
                .hasMessageContaining("no-such");
    }

    @Test
    void aMissedRunIsCaughtUpOnceAndTheNextOneIsKnown() {
        AtomicInteger runs = new AtomicInteger();
        Rehearsal kind = Rehearsal.of(_ -> "run " + runs.incrementAndGet())
                .scheduled(Schedule.parse("DAILY 02:00"));
        JobService service = service(kind);
        ScheduleTable table = new ScheduleTable(jdbc);
        at(service, table, "2026-11-22T12:00:00Z").runDue();
        assertThat(runs).hasValue(0);
        assertThat(table.find(kind.name()).orElseThrow().nextRun()).isEqualTo("2026-11-23T01:00:00Z");

        // Off for a week; the tick comes again while the run is under way.
        JobSchedules later = at(service, table, "2026-11-30T08:00:00Z");
        later.runDue();
        later.runDue();

        Await.until("the missed run is over", PATIENCE, () -> runs.get() == 1
                && service.newestOf(kind.name()).orElseThrow().state().isOver());
        later.runDue();
        assertThat(runs).hasValue(1);
        assertThat(service.newestOf(kind.name()).orElseThrow().startedBy()).isEqualTo("schedule");
        assertThat(later.of(kind.name()).orElseThrow().nextRun()).isEqualTo("2026-12-01T01:00:00Z");
    }

    @Test
    void theAdministratorsScheduleWinsAndCanBeSwitchedOff() {
        AtomicInteger runs = new AtomicInteger();
        Rehearsal kind = Rehearsal.of(_ -> "run " + runs.incrementAndGet()).scheduled(Schedule.parse("EVERY 1"));
        JobService service = service(kind);
        ScheduleTable table = new ScheduleTable(jdbc);
        JobSchedules now = at(service, table, "2026-11-22T12:00:00Z");
        now.change(kind.name(), Schedule.parse("EVERY 60"), false);

        at(service, table, "2026-11-23T12:00:00Z").runDue();

        assertThat(runs).hasValue(0);
        assertThat(now.of(kind.name()).orElseThrow().schedule()).isEqualTo(new Schedule.EveryMinutes(60));
        assertThatThrownBy(() -> now.change("no-such", Schedule.parse("EVERY 60"), true))
                .isInstanceOf(UnknownJobKindException.class);
    }

    @Test
    void aClockThatIsSetBackLetsNoRunWaitLonger() {
        Rehearsal kind = Rehearsal.of(_ -> "done").scheduled(Schedule.parse("EVERY 2"));
        JobService service = service(kind);
        ScheduleTable table = new ScheduleTable(jdbc);
        at(service, table, "2027-11-22T12:00:00Z").runDue();

        JobSchedules right = at(service, table, "2026-11-22T12:00:00Z");
        right.runDue();

        assertThat(right.of(kind.name()).orElseThrow().nextRun()).isEqualTo("2026-11-22T12:02:00Z");
    }

    private JobSchedules at(JobService service, ScheduleTable table, String time) {
        return new JobSchedules(service, table, audit, Clock.fixed(Instant.parse(time), ZoneId.of("Europe/Berlin")));
    }
}
