package org.hospitalviewer.archive.remote;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Answers to searches, used again for a short time only and never after a change. */
final class QueryCache {

    private static final int MAX_ENTITIES = 30_000;

    private final Supplier<Duration> longest;
    private final Epoch epoch;
    private final Map<String, Kept> answers = new LinkedHashMap<>();
    private int entities;

    private record Kept(Found found, long epoch, long since) {
        int weight() {
            return 1 + found.entities().size();
        }
    }

    /** @param longest how long an answer is used again */
    QueryCache(Supplier<Duration> longest, Epoch epoch) {
        this.longest = longest;
        this.epoch = epoch;
    }

    synchronized Optional<Found> get(String question) {
        Kept kept = answers.get(question);
        boolean fresh = kept != null && kept.epoch() == epoch.now()
                && System.nanoTime() - kept.since() < longest.get().toNanos();
        return fresh ? Optional.of(kept.found()) : Optional.empty();
    }

    /**
     * Keeps an answer.
     *
     * @param askedIn epoch before the question was asked: it may have been answered just before a change
     * @param askedAt {@link System#nanoTime()} of that moment
     */
    synchronized void put(String question, Found found, long askedIn, long askedAt) {
        remove(answers.remove(question));
        Kept kept = new Kept(found, askedIn, askedAt);
        if (longest.get().isZero() || kept.weight() > MAX_ENTITIES) {
            return;
        }
        answers.put(question, kept);
        entities += kept.weight();
        Iterator<Kept> oldest = answers.values().iterator();
        while (entities > MAX_ENTITIES) {
            remove(oldest.next());
            oldest.remove();
        }
    }

    private void remove(Kept kept) {
        if (kept != null) {
            entities -= kept.weight();
        }
    }
}
