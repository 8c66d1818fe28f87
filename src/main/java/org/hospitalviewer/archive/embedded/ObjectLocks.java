package org.hospitalviewer.archive.embedded;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;

/** Who may give files their places: one at a time for each SOP Instance UID, or one for all of them. */
final class ObjectLocks {

    private static final int LOCKS = 256;

    private final ReadWriteLock everything = new ReentrantReadWriteLock();
    private final Lock[] locks = IntStream.range(0, LOCKS).mapToObj(_ -> new ReentrantLock()).toArray(Lock[]::new);

    /** Waits for whoever works on this object, or on everything. */
    Hold one(String sopInstanceUid) {
        Lock lock = locks[Math.floorMod(sopInstanceUid.hashCode(), LOCKS)];
        everything.readLock().lock();
        lock.lock();
        return () -> {
            lock.unlock();
            everything.readLock().unlock();
        };
    }

    /** Waits until nobody works on any object; to be held for moments only, as senders wait. */
    Hold all() {
        everything.writeLock().lock();
        return everything.writeLock()::unlock;
    }

    /** Ends with {@link #close()}, on the same thread. */
    interface Hold extends AutoCloseable {
        @Override
        void close();
    }
}
