package org.hospitalviewer.archive.remote;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Stores of one object follow each other: a server that gets two at once answers success to both and keeps one. */
final class Turns {

    private final Map<String, Turn> turns = new ConcurrentHashMap<>();

    private static final class Turn extends ReentrantLock {
        private static final long serialVersionUID = 1L;
        private int takers;
    }

    /** Gives the turn on. */
    interface Taken extends AutoCloseable {
        @Override
        void close();
    }

    /** Waits until nobody else has the turn of this object. */
    Taken take(String sopUid) {
        Turn turn = turns.compute(sopUid, (_, known) -> {
            Turn one = known == null ? new Turn() : known;
            one.takers++;
            return one;
        });
        turn.lock();
        return () -> {
            turn.unlock();
            turns.compute(sopUid, (_, same) -> --turn.takers == 0 ? null : same);
        };
    }
}
