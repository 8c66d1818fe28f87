package org.hospitalviewer.archive.remote;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.StudyChange;
import org.hospitalviewer.archive.StudyChanges;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes of studies as far as they were noticed, and a generation for each study: what was learnt of a study counts as
 * long as its generation does.
 */
final class ChangeLog {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeLog.class);
    private static final int KEPT = 10_000;

    private final SequenceNumbers numbers;
    private final Epoch epoch;
    private final List<Consumer<StudyChange>> listeners = new CopyOnWriteArrayList<>();
    private final Deque<StudyChange> changes = new ArrayDeque<>();
    private final Map<String, Long> generations = new LinkedHashMap<>();
    /** Generation of every study of which nothing else is known. */
    private long base;
    private long forgottenUpTo;
    private long last;

    ChangeLog(SequenceNumbers numbers, Epoch epoch) {
        this.numbers = numbers;
        this.epoch = epoch;
        this.base = numbers.next();
        this.forgottenUpTo = base;
        this.last = base;
    }

    Archive.Subscription subscribe(Consumer<StudyChange> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Notes a change and tells everybody. */
    void add(StudyChange.Kind kind, String studyInstanceUid) {
        publish(note(kind, studyInstanceUid));
    }

    private synchronized StudyChange note(StudyChange.Kind kind, String studyInstanceUid) {
        last = numbers.next();
        StudyChange change = new StudyChange(last, kind, studyInstanceUid);
        changes.addLast(change);
        if (changes.size() > KEPT) {
            forgottenUpTo = changes.removeFirst().sequence();
        }
        setGeneration(studyInstanceUid);
        return change;
    }

    /** What was learnt of a study does not count any more; nobody is told. */
    synchronized void renew(String studyInstanceUid) {
        last = numbers.next();
        setGeneration(studyInstanceUid);
    }

    private void setGeneration(String studyInstanceUid) {
        epoch.next();
        generations.remove(studyInstanceUid);
        generations.put(studyInstanceUid, last);
        if (generations.size() > KEPT) {
            Iterator<Long> oldest = generations.values().iterator();
            base = Math.max(base, oldest.next());
            oldest.remove();
        }
    }

    /** Anything may have changed: nothing learnt counts any more, and whoever follows has to look at everything. */
    void forget() {
        publish(forgetAll());
    }

    private synchronized StudyChange forgetAll() {
        changes.clear();
        renewAll();
        forgottenUpTo = last;
        return new StudyChange(last, StudyChange.Kind.CHANGED, "");
    }

    /** Nothing learnt counts any more; nobody is told. */
    synchronized void renewAll() {
        epoch.next();
        generations.clear();
        base = numbers.next();
        last = base;
    }

    synchronized long generation(String studyInstanceUid) {
        return generations.getOrDefault(studyInstanceUid, base);
    }

    synchronized long last() {
        return last;
    }

    synchronized StudyChanges since(long sequence, int limit) {
        if (sequence > last || sequence < forgottenUpTo) {
            return new StudyChanges(last, false, List.of());
        }
        List<StudyChange> newer = changes.stream().filter(change -> change.sequence() > sequence).limit(limit).toList();
        return new StudyChanges(newer.isEmpty() ? sequence : newer.getLast().sequence(), true, newer);
    }

    private void publish(StudyChange change) {
        for (Consumer<StudyChange> listener : listeners) {
            try {
                listener.accept(change);
            } catch (RuntimeException e) {
                LOG.warn("A follower of the archive failed at {}", change, e);
            }
        }
    }
}
