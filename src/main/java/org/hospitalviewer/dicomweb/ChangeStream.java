package org.hospitalviewer.dicomweb;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.StudyChange;
import org.hospitalviewer.archive.StudyChanges;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One follower of the archive's changes (server-sent events). It has a thread of its own and asks the archive whenever
 * something changed, so that a slow one holds up nobody and costs no memory.
 */
final class ChangeStream {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeStream.class);
    private static final int MAX_CHANGES = 500;
    /** A dead connection is noticed by writing to it. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    /** The client comes back by itself, and its right to follow is looked at again. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Archive archive;
    private final HttpSession session;
    private final OutputStream out;
    private final Semaphore changed = new Semaphore(1);
    private long last;

    private ChangeStream(Archive archive, long since, HttpSession session, OutputStream out) {
        this.archive = archive;
        this.last = since;
        this.session = session;
        this.out = out;
    }

    /**
     * Begins to answer a request; returns at once.
     *
     * @param ended called once when the stream is over
     */
    static void start(Archive archive, long since, HttpServletRequest request, HttpServletResponse response,
                      Runnable ended) {
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no"); // nginx would gather events
        HttpSession session = request.getSession(false);
        AsyncContext connection = request.startAsync();
        connection.setTimeout(0);
        Thread.ofVirtual().name("changes").start(() -> {
            try {
                new ChangeStream(archive, since, session, connection.getResponse().getOutputStream()).run();
            } catch (IOException e) {
                LOG.debug("A follower of the changes left: {}", e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                LOG.warn("A stream of changes ended: {}", e.toString());
            } finally {
                ended.run();
                connection.complete();
            }
        });
    }

    private void run() throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        try (Archive.Subscription _ = archive.subscribe(_ -> changed.release())) {
            while (System.nanoTime() < end && isLoggedIn()) {
                if (changed.tryAcquire(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS)) {
                    changed.drainPermits();
                    sendChanges();
                } else {
                    send(": still here\n\n");
                }
            }
        }
    }

    private void sendChanges() throws IOException {
        StudyChanges changes = archive.changesSince(last, MAX_CHANGES);
        if (!changes.complete()) {
            send(event("reload", changes.last(), "{\"last\":" + changes.last() + "}"));
        }
        for (StudyChange change : changes.changes()) {
            send(event("change", change.sequence(), "{\"sequence\":" + change.sequence() + ",\"kind\":\""
                    + change.kind() + "\",\"studyInstanceUID\":\"" + change.studyInstanceUid() + "\"}"));
        }
        if (changes.changes().isEmpty() && last == changes.last()) {
            send(": up to date\n\n"); // tells a new follower that it is heard
        }
        last = changes.last();
        if (changes.changes().size() == MAX_CHANGES) {
            changed.release();
        }
    }

    private static String event(String name, long id, String data) {
        return "event: " + name + "\nid: " + id + "\ndata: " + data + "\n\n";
    }

    private void send(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Logging out ends the stream; a program without session proved itself when it came. */
    private boolean isLoggedIn() {
        if (session == null) {
            return true;
        }
        try {
            session.getCreationTime();
            return true;
        } catch (IllegalStateException _) {
            return false;
        }
    }
}
