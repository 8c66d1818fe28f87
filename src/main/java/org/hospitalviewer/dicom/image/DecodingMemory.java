package org.hospitalviewer.dicom.image;

import java.io.InterruptedIOException;
import java.util.concurrent.Semaphore;

/** Room for decoding: many small pictures at once, or few large ones, so that a small heap survives. */
public final class DecodingMemory {
    /** Samples, what the codec works with, and the result, as bytes for each sample. */
    private static final int BYTES_PER_SAMPLE = 8;
    private static final long UNIT_BYTES = 1 << 20;

    private final int units;
    private final Semaphore free;

    /**
     * Room of some size.
     *
     * @param bytes of memory that may be used for decoding at a time
     */
    public DecodingMemory(long bytes) {
        units = (int) Math.clamp(bytes / UNIT_BYTES, 1, Integer.MAX_VALUE);
        free = new Semaphore(units, true);
    }

    /** Waits until there is room for a frame. */
    public Room forFrame(ImagePixels pixels) throws InterruptedIOException {
        int needed = (int) Math.min(units, 1 + pixels.samplesPerFrame() * BYTES_PER_SAMPLE / UNIT_BYTES);
        try {
            free.acquire(needed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while waiting for memory to decode a picture");
        }
        return () -> free.release(needed);
    }

    /** Memory that is given back when closed. */
    @FunctionalInterface
    public interface Room extends AutoCloseable {
        @Override
        void close();
    }
}
