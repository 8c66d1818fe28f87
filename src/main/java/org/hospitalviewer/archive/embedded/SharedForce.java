package org.hospitalviewer.archive.embedded;

import java.io.IOException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A forced write to the disk that several senders share. Each needs one that begins after he asked; those who ask while
 * one is under way are served together by the next.
 */
final class SharedForce {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private long asked;
    private long served;
    private boolean underWay;

    /** Makes something durable. */
    @FunctionalInterface
    interface Force {
        void run() throws IOException;
    }

    /** Returns when a force that began after this call has ended well; when one fails, each who waits tries himself. */
    void await(Force force) throws IOException {
        lock.lock();
        try {
            long mine = ++asked;
            while (served < mine) {
                if (underWay) {
                    ended.awaitUninterruptibly();
                } else {
                    lead(force);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private void lead(Force force) throws IOException {
        underWay = true;
        long serves = asked;
        lock.unlock();
        boolean done = false;
        try {
            force.run();
            done = true;
        } finally {
            lock.lock();
            underWay = false;
            served = done ? Math.max(served, serves) : served;
            ended.signalAll();
        }
    }
}
