package org.hospitalviewer.archive.remote;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import org.hospitalviewer.archive.RefusedException;
import org.hospitalviewer.archive.RefusedException.Reason;

/**
 * A store request with one object whose bytes are passed on as they come, a few blocks ahead at most. Unless it is
 * finished the other server gets a broken request, never a whole one with half an object.
 */
final class StowBody implements AutoCloseable {

    private static final int BLOCKS_AHEAD = 16;
    private static final Duration STALL_LIMIT = Duration.ofSeconds(30);
    private static final String LINE = "\r\n";

    private final String boundary = UUID.randomUUID().toString();
    private final SubmissionPublisher<ByteBuffer> blocks;
    private final CountDownLatch wanted = new CountDownLatch(1);
    private CompletableFuture<?> answer;
    private boolean finished;

    StowBody(ExecutorService threads) {
        this.blocks = new SubmissionPublisher<>(threads, BLOCKS_AHEAD);
    }

    String contentType() {
        return "multipart/related; type=\"application/dicom\"; boundary=" + boundary;
    }

    /** The body for the request; nothing is sent before somebody wants it. */
    BodyPublisher publisher() {
        return BodyPublishers.fromPublisher((Flow.Publisher<ByteBuffer>) subscriber -> {
            blocks.subscribe(subscriber);
            wanted.countDown();
        });
    }

    /**
     * Begins the only part.
     *
     * @param sent the request under way; when it is over before the body is, that tells why
     */
    void begin(CompletableFuture<?> sent, byte[] part10Header) throws RefusedException {
        this.answer = sent;
        try {
            long end = System.nanoTime() + STALL_LIMIT.toNanos();
            while (!wanted.await(20, TimeUnit.MILLISECONDS)) {
                if (sent.isDone() || System.nanoTime() - end > 0) {
                    throw stopped();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stopped();
        }
        send(("--" + boundary + LINE + "Content-Type: application/dicom" + LINE + LINE)
                .getBytes(StandardCharsets.US_ASCII));
        send(part10Header);
    }

    void send(byte[] block) throws RefusedException {
        int lag = answer.isDone() ? -1
                : blocks.offer(ByteBuffer.wrap(block), STALL_LIMIT.toMillis(), TimeUnit.MILLISECONDS, null);
        if (lag < 0) {
            throw stopped();
        }
    }

    /** Ends the part and the request. */
    void finish() throws RefusedException {
        send((LINE + "--" + boundary + "--" + LINE).getBytes(StandardCharsets.US_ASCII));
        finished = true;
        blocks.close();
    }

    private static RefusedException stopped() {
        return new RefusedException(Reason.OUT_OF_RESOURCES, "The remote archive stopped taking the object");
    }

    @Override
    public void close() {
        if (!finished) {
            blocks.closeExceptionally(new IOException("The object is not whole"));
        }
    }
}
