package org.hospitalviewer.archive.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.hospitalviewer.appliance.job.JobProgress;

/** Listens to a job without a job service. */
public final class RecordedProgress implements JobProgress {

    public final List<String> findings = new ArrayList<>();
    long total;
    long done;
    private LongConsumer atThing = _ -> { };
    private String saved;

    /** Does something, or throws, before each thing; given how many are done. */
    public RecordedProgress atEachThing(LongConsumer action) {
        atThing = action;
        return this;
    }

    /** What another start of the program finds. */
    RecordedProgress afterRestart() {
        RecordedProgress next = new RecordedProgress();
        next.saved = saved;
        return next;
    }

    @Override
    public void total(long things) {
        total = things;
    }

    @Override
    public void resumeAt(long things, long bytes) {
        done = things;
    }

    @Override
    public void advance(String thing, long bytes) {
        done++;
    }

    @Override
    public void note(String sentence) {
        // for people
    }

    @Override
    public void finding(String subject, String what) {
        findings.add(subject + ": " + what);
    }

    @Override
    public long findings() {
        return findings.size();
    }

    @Override
    public Optional<String> savedState() {
        return Optional.ofNullable(saved);
    }

    @Override
    public void save(String json) {
        saved = json;
    }

    @Override
    public void checkpoint() {
        atThing.accept(done);
    }
}
