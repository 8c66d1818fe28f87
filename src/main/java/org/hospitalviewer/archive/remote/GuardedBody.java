package org.hospitalviewer.archive.remote;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * The body of an answer while it arrives. A server that stops sending in the middle, or never stops, holds nobody up
 * for ever: somebody else looks at it from time to time and ends it.
 */
final class GuardedBody extends InputStream {

    /** The longest silence within an answer. */
    static final Duration STALL_LIMIT = Duration.ofSeconds(20);

    private final InputStream body;
    private final Runnable closed;
    private final long deadlineNanos;
    private final long stallNanos;
    private volatile long waitingSince;
    private volatile boolean waiting;
    private volatile String abortedBecause;
    private boolean isClosed;

    /**
     * Guards a body.
     *
     * @param whole  how long all of it may take; null for any time as long as it goes on
     * @param closed called once when nobody reads any more
     */
    GuardedBody(InputStream body, Duration whole, Duration stall, Runnable closed) {
        this.body = body;
        this.closed = closed;
        this.stallNanos = stall.toNanos();
        this.deadlineNanos = whole == null ? Long.MAX_VALUE : System.nanoTime() + whole.toNanos();
    }

    /** Ends the body when it takes too long. */
    void check() {
        long now = System.nanoTime();
        if (deadlineNanos != Long.MAX_VALUE && now - deadlineNanos > 0) {
            abort("The archive took too long to answer");
        } else if (waiting && now - waitingSince > stallNanos) {
            abort("The archive stopped in the middle of an answer");
        }
    }

    private void abort(String because) {
        if (abortedBecause == null) {
            abortedBecause = because;
            try {
                body.close();
            } catch (IOException _) {
                // Nobody reads it any more.
            }
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        waitingSince = System.nanoTime();
        waiting = true;
        try {
            int read = body.read(buffer, offset, length);
            throwIfAborted(null);
            return read;
        } catch (IOException e) {
            throwIfAborted(e);
            throw e;
        } finally {
            waiting = false;
        }
    }

    private void throwIfAborted(IOException cause) throws IOException {
        if (abortedBecause != null) {
            throw new IOException(abortedBecause, cause);
        }
    }

    @Override
    public void close() throws IOException {
        if (!isClosed) {
            isClosed = true;
            try {
                body.close();
            } finally {
                closed.run();
            }
        }
    }
}
