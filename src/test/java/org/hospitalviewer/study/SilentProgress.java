package org.hospitalviewer.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hospitalviewer.appliance.job.JobProgress;

/** A job that nobody watches; its findings can be asked for. */
final class SilentProgress implements JobProgress {

    final List<String> findings = new ArrayList<>();
    private String saved;

    @Override
    public void total(long things) {
        // nobody watches
    }

    @Override
    public void resumeAt(long things, long bytes) {
        // nobody watches
    }

    @Override
    public void advance(String thing, long bytes) {
        // nobody watches
    }

    @Override
    public void note(String sentence) {
        // nobody watches
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
        // nobody stops it
    }
}
