package org.hospitalviewer.appliance.job;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** One run for the person at the terminal, who sees how far it is and what it finds. The screens show it later, too. */
@Component
public class JobOnTerminal implements DisposableBean {

    /** All is well. */
    public static final int GOOD = 0;
    /** It could not be done. */
    public static final int FAILED = 1;
    /** It is done and found something wrong. */
    public static final int FINDINGS = 2;

    private static final String STARTED_BY = "command line";
    private static final long TELL_EVERY_NANOS = Duration.ofSeconds(2).toNanos();
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(8);
    private static final int BYTES_PER_MEGABYTE = 1_000_000;

    private final JobRunner runner;
    private final JobTable table;

    JobOnTerminal(JobRunner runner, JobTable table) {
        this.runner = runner;
        this.table = table;
    }

    /**
     * Runs to the end; goes on with a run of this kind that was cut off.
     *
     * @param out takes the lines to print
     * @return {@link #GOOD}, {@link #FAILED} or {@link #FINDINGS}, for the exit code
     */
    public int run(JobKind kind, Consumer<String> out) throws InterruptedException {
        LinkedBlockingQueue<JobRun> news = new LinkedBlockingQueue<>();
        runner.follow(news::add);
        long id = begin(kind);
        long toldAt = System.nanoTime();
        JobRun run = news.take();
        while (run.id() != id || !run.state().isOver()) {
            if (System.nanoTime() - toldAt >= TELL_EVERY_NANOS) {
                toldAt = System.nanoTime();
                out.accept(progress(run));
            }
            run = news.take();
        }
        return end(run, out);
    }

    private long begin(JobKind kind) {
        for (JobRun cutOff : table.unfinished()) {
            if (cutOff.kind().equals(kind.name())) {
                runner.resume(kind, cutOff);
                return cutOff.id();
            }
        }
        return runner.submit(kind, STARTED_BY).run().id();
    }

    private static String progress(JobRun run) {
        String done = run.total() == 0 ? Long.toString(run.done())
                : "%d of %d (%d %%)".formatted(run.done(), run.total(), (int) (run.fraction() * 100));
        return "%s: %s, %d MB".formatted(run.note(), done, run.bytes() / BYTES_PER_MEGABYTE);
    }

    private int end(JobRun run, Consumer<String> out) {
        List<JobFinding> findings = table.findings(run.id());
        findings.forEach(finding -> out.accept(finding.subject() + ": " + finding.finding()));
        out.accept(run.message());
        if (run.state() != JobState.SUCCEEDED) {
            return FAILED;
        }
        return findings.isEmpty() ? GOOD : FINDINGS;
    }

    /** Ctrl-C: the run goes on the next time. */
    @Override
    public void destroy() {
        runner.stop(STOP_PATIENCE);
    }
}
