package org.hospitalviewer.dicom.io;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A stream with a window of bytes ahead, a position, and a byte order. Never allocates by what a file declares, only
 * by what has arrived.
 */
final class ByteSource {
    private static final int FIRST_BUFFER_BYTES = 4 << 10;
    private static final int BUFFER_BYTES = 64 << 10;
    static final int MAX_PEEK_BYTES = FIRST_BUFFER_BYTES;

    private final InputStream in;
    /** Bytes the stream is known to have, or Long.MAX_VALUE. */
    private final long end;
    private byte[] buffer = new byte[FIRST_BUFFER_BYTES];
    private int at;
    private int limit;
    /** Position in the stream of the first byte in the buffer. */
    private long bufferStart;
    private boolean bigEndian;

    /** A source of unknown length, whose bytes are all read, never skipped, so that a copy may be taken on the way. */
    ByteSource(InputStream in) {
        this(in, Long.MAX_VALUE);
    }

    /** A source of known length, such as a file, where skipping is cheap. */
    ByteSource(InputStream in, long end) {
        this.in = in;
        this.end = end;
    }

    /** Bytes in memory that stand at a position of a larger source. */
    static ByteSource of(byte[] bytes, long position) {
        ByteSource source = new ByteSource(new ByteArrayInputStream(bytes), position + bytes.length);
        source.bufferStart = position;
        return source;
    }

    long position() {
        return bufferStart + at;
    }

    /** Bytes the stream is known to have, or Long.MAX_VALUE when that is not known. */
    long end() {
        return end;
    }

    boolean isBigEndian() {
        return bigEndian;
    }

    void setBigEndian(boolean bigEndian) {
        this.bigEndian = bigEndian;
    }

    /** Tries to have some bytes ahead, at most {@link #MAX_PEEK_BYTES}; false when the stream ends before. */
    boolean hasAhead(int bytes) throws IOException {
        while (limit - at < bytes) {
            if (!fill()) {
                return false;
            }
        }
        return true;
    }

    /** The byte at a distance ahead that {@link #hasAhead} has confirmed, 0..255. */
    int peek(int distance) {
        return buffer[at + distance] & 0xFF;
    }

    int peekUnsignedShort(int distance) {
        int first = peek(distance);
        int second = peek(distance + 1);
        return bigEndian ? first << 8 | second : second << 8 | first;
    }

    int peekInt(int distance) {
        int first = peekUnsignedShort(distance);
        int second = peekUnsignedShort(distance + 2);
        return bigEndian ? first << 16 | second : second << 16 | first;
    }

    /** Goes on over bytes that {@link #hasAhead} has confirmed. */
    void advance(int bytes) {
        at += bytes;
    }

    private boolean fill() throws IOException {
        if (at == limit) {
            bufferStart += at;
            at = 0;
            limit = 0;
            if (bufferStart > 0 && buffer.length < BUFFER_BYTES) {
                buffer = new byte[BUFFER_BYTES];
            }
        } else if (limit == buffer.length) {
            System.arraycopy(buffer, at, buffer, 0, limit - at);
            bufferStart += at;
            limit -= at;
            at = 0;
        }
        int count = in.read(buffer, limit, buffer.length - limit);
        if (count > 0) {
            limit += count;
        }
        return count > 0;
    }

    /** Takes bytes out of the stream; fewer only where the stream ends. */
    byte[] read(int bytes) throws IOException {
        byte[] taken = new byte[Math.min(bytes, BUFFER_BYTES)];
        int count = 0;
        while (count < bytes) {
            if (at == limit && !fill()) {
                return Arrays.copyOf(taken, count);
            }
            if (count == taken.length) {
                taken = Arrays.copyOf(taken, (int) Math.min(bytes, taken.length * 2L));
            }
            int part = Math.min(taken.length - count, limit - at);
            System.arraycopy(buffer, at, taken, count, part);
            at += part;
            count += part;
        }
        return taken;
    }

    /** Passes over bytes; says how many there were, fewer only where the stream ends. */
    long skip(long bytes) throws IOException {
        long target = position() + bytes;
        while (position() < target) {
            if (at == limit && !skipInStream(target) && !fill()) {
                return bytes - (target - position());
            }
            at += (int) Math.min(target - position(), limit - at);
        }
        return bytes;
    }

    /**
     * Skips in the stream itself where that is cheap; the last bytes before the target are read, so that an end shows.
     */
    private boolean skipInStream(long target) throws IOException {
        long bytes = Math.min(target, end) - BUFFER_BYTES - position();
        if (end == Long.MAX_VALUE || bytes <= 0) {
            return false;
        }
        long skipped = in.skip(bytes);
        bufferStart += at + skipped;
        at = 0;
        limit = 0;
        return skipped > 0;
    }

    /** Reads into an array as a stream does: at least one byte, or -1 at the end. */
    int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (at == limit && !fill()) {
            return -1;
        }
        int count = Math.min(length, limit - at);
        System.arraycopy(buffer, at, target, offset, count);
        at += count;
        return count;
    }

    /** What has not been read yet, as a stream. */
    InputStream remainder() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                return hasAhead(1) ? buffer[at++] & 0xFF : -1;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return ByteSource.this.read(target, offset, length);
            }

            @Override
            public void close() throws IOException {
                in.close();
            }
        };
    }
}
