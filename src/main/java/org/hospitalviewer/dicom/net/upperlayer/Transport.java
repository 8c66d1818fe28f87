package org.hospitalviewer.dicom.net.upperlayer;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.time.Duration;
import java.util.Arrays;

/**
 * TCP connection made for PDUs: large reads through one buffer, each write one system call, no small-packet delays. One
 * thread reads; writes are serialised by the caller.
 */
final class Transport implements AutoCloseable {
    private static final int BUFFER_LENGTH = 128 * 1024;
    private static final int FIRST_PIECE = 4096;

    private final Socket socket;
    private final QuickAck quickAck;
    private final WriteWatch writeWatch;
    private InputStream in;
    private OutputStream out;
    private byte[] buffer = new byte[FIRST_PIECE];
    private int position;
    private int limit;

    Transport(Socket socket, Duration writeLimit) throws IOException {
        this.socket = socket;
        socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
        socket.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        this.quickAck = new QuickAck(socket);
        this.writeWatch = new WriteWatch(writeLimit, this::close);
        if (socket.isConnected()) {
            openStreams();
        }
    }

    void connect(InetSocketAddress address, Duration patience) throws IOException {
        socket.connect(address, Deadline.in(patience).remainingMillis());
        openStreams();
    }

    private void openStreams() throws IOException {
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    /** Makes sure that some bytes, at most a header, lie at {@link #position()} of {@link #buffer()}. */
    void require(int count, Deadline deadline) throws IOException {
        while (limit - position < count) {
            fill(deadline);
        }
    }

    byte[] buffer() {
        return buffer;
    }

    int position() {
        return position;
    }

    void consume(int count) {
        position += count;
    }

    /** Reads at least one byte. */
    int read(byte[] target, int offset, int length, Deadline deadline) throws IOException {
        require(1, deadline);
        int count = Math.min(length, limit - position);
        System.arraycopy(buffer, position, target, offset, count);
        position += count;
        return count;
    }

    /** Reads exactly so many bytes. Memory grows with what arrives, not with what is announced. */
    byte[] readFully(int length, Deadline deadline) throws IOException {
        byte[] bytes = new byte[Math.min(length, FIRST_PIECE)];
        int count = 0;
        while (count < length) {
            if (count == bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.min(length, 2 * count));
            }
            count += read(bytes, count, bytes.length - count, deadline);
        }
        return bytes;
    }

    void skipFully(long length, Deadline deadline) throws IOException {
        for (long left = length; left > 0; ) {
            require(1, deadline);
            int count = (int) Math.min(left, limit - position);
            position += count;
            left -= count;
        }
    }

    /** Throws away whatever comes; ends by the exception of the peer's close or of the deadline. */
    void drain(Deadline deadline) throws IOException {
        while (true) {
            position = limit;
            fill(deadline);
        }
    }

    private void fill(Deadline deadline) throws IOException {
        makeRoom();
        if (deadline.hasPassed()) {
            throw new SocketTimeoutException("Nothing came in time");
        }
        socket.setSoTimeout(deadline.remainingMillis());
        limit += readSome();
        quickAck.renew();
    }

    private int readSome() throws IOException {
        int count = in.read(buffer, limit, buffer.length - limit);
        if (count < 0) {
            throw new EOFException("Connection closed by the peer");
        }
        return count;
    }

    /** The buffer of a connection stays small until data come that fill it. */
    private void makeRoom() {
        if (position == limit) {
            boolean full = limit == buffer.length;
            position = 0;
            limit = 0;
            if (full && buffer.length < BUFFER_LENGTH) {
                buffer = new byte[BUFFER_LENGTH];
            }
        } else if (position > 0) {
            System.arraycopy(buffer, position, buffer, 0, limit - position);
            limit -= position;
            position = 0;
        }
    }

    void write(byte[] bytes, int offset, int length) throws IOException {
        writeWatch.started();
        try {
            out.write(bytes, offset, length);
        } finally {
            writeWatch.ended();
        }
    }

    /** Lets a thread that waits for bytes see the end of the stream. */
    void endReading() {
        try {
            socket.shutdownInput();
        } catch (IOException _) {
            close();
        }
    }

    @Override
    public void close() {
        writeWatch.close();
        try {
            socket.close();
        } catch (IOException _) {
            // a connection that cannot be closed is gone
        }
    }
}
