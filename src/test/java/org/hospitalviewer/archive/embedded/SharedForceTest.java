package org.hospitalviewer.archive.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.hospitalviewer.peers.Await;
import org.junit.jupiter.api.Test;

class SharedForceTest {

    private final SharedForce shared = new SharedForce();
    private final AtomicInteger forces = new AtomicInteger();

    @Test
    void whoeverAsksWhileOneIsUnderWayIsServedByTheNextAndAllTogether() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (ExecutorService senders = Executors.newFixedThreadPool(5)) {
            Future<?> first = senders.submit(() -> {
                shared.await(() -> {
                    forces.incrementAndGet();
                    begun.countDown();
                    await(goOn);
                });
                return null;
            });
            begun.await();
            List<Thread> waiting = new ArrayList<>();
            List<Future<Integer>> others = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                others.add(senders.submit(() -> {
                    synchronized (waiting) {
                        waiting.add(Thread.currentThread());
                    }
                    shared.await(forces::incrementAndGet);
                    return forces.get();
                }));
            }
            Await.until("all four wait", java.time.Duration.ofSeconds(20), () -> {
                synchronized (waiting) {
                    return waiting.size() == 4
                            && waiting.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING);
                }
            });
            assertThat(others).noneMatch(Future::isDone);
            goOn.countDown();
            first.get();
            for (Future<Integer> other : others) {
                assertThat(other.get()).as("a force that began after it asked has ended").isEqualTo(2);
            }
        }
        assertThat(forces).hasValue(2);
    }

    @Test
    void aFailureIsToldToWhoRanItAndTheNextTriesAgain() throws Exception {
        assertThatThrownBy(() -> shared.await(() -> {
            throw new IOException("No such folder");
        })).isInstanceOf(IOException.class).hasMessage("No such folder");
        shared.await(forces::incrementAndGet);
        assertThat(forces).hasValue(1);
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
