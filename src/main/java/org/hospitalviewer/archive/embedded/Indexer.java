package org.hospitalviewer.archive.embedded;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.hospitalviewer.archive.StudyChange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;

/**
 * Writes stored files into the index in batches, behind the acknowledgement. Whoever queries first waits until
 * everything acknowledged before is in the index.
 */
final class Indexer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Indexer.class);
    private static final int MAX_WAITING = 5_000;
    private static final int MAX_BATCH = 500;
    /** Files of this time make one batch while nobody asks: each transaction costs the disk a forced write. */
    private static final Duration GATHERING = Duration.ofMillis(100);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    /** Nobody waits longer than this for an index that makes no progress. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(30);

    private final IndexWriter writer;
    private final KnownObjects known;
    private final SeriesCache seen;
    private final Consumer<StudyChange> changes;
    private final BlockingQueue<IndexedInstance> queue = new ArrayBlockingQueue<>(MAX_WAITING);
    private final Map<String, IndexedInstance> pending = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition progress = lock.newCondition();
    private final Condition asked = lock.newCondition();
    /** Held by whoever changes the index. */
    private final ReentrantLock writing = new ReentrantLock();
    private final Thread thread;
    private long submitted;
    private long indexed;
    private int waiting;
    private volatile boolean inTrouble;
    private volatile boolean closing;

    Indexer(IndexWriter writer, KnownObjects known, SeriesCache seen, Consumer<StudyChange> changes) {
        this.writer = writer;
        this.known = known;
        this.seen = seen;
        this.changes = changes;
        this.thread = Thread.ofPlatform().name("indexer").start(this::run);
        Thread.ofVirtual().name("known-objects").start(known::read);
    }

    /** The instance as known to the index or on its way there. */
    Optional<IndexedInstance> find(String sopUid) {
        // While the index takes nothing it is asked nevertheless, so that senders are told instead of left waiting.
        if (!inTrouble && known.isNew(sopUid)) {
            return Optional.empty();
        }
        IndexedInstance waiting = pending.get(sopUid);
        return waiting != null ? Optional.of(waiting) : writer.find(sopUid);
    }

    /** Queues a durable file; waits when the index is far behind, which slows the sender down. */
    void submit(IndexedInstance instance) {
        pending.put(instance.sopUid(), instance);
        known.add(instance.sopUid());
        // Counted before it is queued: whoever is acknowledged now must not be hidden by one who is counted later.
        count(1, 0);
        try {
            queue.put(instance);
        } catch (InterruptedException e) {
            pending.remove(instance.sopUid(), instance);
            count(-1, 0);
            Thread.currentThread().interrupt();
            throw new IndexUnavailableException("Interrupted while waiting for the index; the file is kept and will be "
                    + "indexed at the next start");
        }
    }

    /**
     * Returns when everything submitted so far can be found.
     *
     * @throws IndexUnavailableException when the index does not catch up
     */
    void awaitAcknowledged() {
        lock.lock();
        waiting++;
        try {
            long wanted = submitted;
            asked.signal();
            while (indexed < wanted) {
                awaitProgress();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IndexUnavailableException("Interrupted while waiting for the index");
        } finally {
            waiting--;
            lock.unlock();
        }
    }

    private void awaitProgress() throws InterruptedException {
        long before = indexed;
        long nanos = PATIENCE.toNanos();
        while (indexed == before) {
            if (nanos <= 0) {
                throw new IndexUnavailableException("The index is behind; the database may be down");
            }
            nanos = progress.awaitNanos(nanos);
        }
    }

    private void run() {
        List<IndexedInstance> batch = new ArrayList<>(MAX_BATCH);
        while (!closing || !queue.isEmpty()) {
            try {
                IndexedInstance first = queue.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    gather();
                    queue.drainTo(batch, MAX_BATCH - 1);
                    write(batch);
                    batch.clear();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void gather() throws InterruptedException {
        lock.lock();
        try {
            long nanos = GATHERING.toNanos();
            while (waiting == 0 && !closing && nanos > 0) {
                nanos = asked.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Tries until the database takes it; content that the index cannot hold must not keep the others waiting. */
    private void write(List<IndexedInstance> batch) throws InterruptedException {
        while (true) {
            try {
                List<StudyChange> written = writeUnlessPaused(batch);
                inTrouble = false;
                finish(batch);
                written.forEach(changes);
                return;
            } catch (RuntimeException | Error e) {
                if (e instanceof RuntimeException failure && !isDatabaseTrouble(failure)) {
                    writeApart(batch, failure);
                    return;
                }
                inTrouble = true;
                LOG.error("The index cannot be written; trying again in {}: {}", RETRY_AFTER, e.toString());
                if (closing) {
                    throw new InterruptedException("Stopping; the files stay and are indexed at the next start");
                }
                Thread.sleep(RETRY_AFTER);
            }
        }
    }

    private List<StudyChange> writeUnlessPaused(List<IndexedInstance> batch) {
        writing.lock();
        try {
            List<StudyChange> written = writer.write(batch);
            written.forEach(change -> seen.drop(change.studyInstanceUid()));
            return written;
        } finally {
            writing.unlock();
        }
    }

    /**
     * Does something to the index while no batch is written, and tells everybody what it changed. Objects are taken in
     * meanwhile; who searches for them waits.
     */
    void whilePaused(Supplier<Map<String, StudyChange.Kind>> work) {
        known.distrust();
        revise(work);
        known.read();
    }

    /** The same for work that brings no objects which the index did not know. */
    void revise(Supplier<Map<String, StudyChange.Kind>> work) {
        List<StudyChange> changed;
        writing.lock();
        try {
            changed = writer.note(work.get());
        } finally {
            seen.dropAll();
            writing.unlock();
        }
        changed.forEach(changes);
    }

    /** Whether it may work later; what the index cannot hold will never do. */
    private static boolean isDatabaseTrouble(RuntimeException failure) {
        return failure instanceof TransactionException
                || failure instanceof DataAccessException && !(failure instanceof DataIntegrityViolationException);
    }

    private void writeApart(List<IndexedInstance> batch, RuntimeException failure) throws InterruptedException {
        if (batch.size() > 1) {
            for (IndexedInstance instance : batch) {
                write(List.of(instance));
            }
        } else {
            LOG.error("The stored file {} cannot be indexed and will not be found", batch.getFirst().path(), failure);
            finish(batch);
        }
    }

    private void finish(List<IndexedInstance> batch) {
        batch.forEach(instance -> pending.remove(instance.sopUid(), instance));
        count(0, batch.size());
    }

    private void count(int moreSubmitted, int moreIndexed) {
        lock.lock();
        try {
            submitted += moreSubmitted;
            indexed += moreIndexed;
            progress.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Writes what is queued and ends. */
    @Override
    public void close() {
        closing = true;
        try {
            thread.join(CLOSE_PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
