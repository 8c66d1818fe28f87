package org.hospitalviewer.peers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A line to a server of 127.0.0.1 that breaks: the same ports at 127.0.0.2. After so many bytes on their way to the server all
 * its connections are reset, as often as asked for.
 */
public final class CuttingProxy implements AutoCloseable {

    public static final String HOST = "127.0.0.2";
    private static final int PIECE = 8_192;

    private final List<ServerSocket> doors;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final long cutAfterBytes;
    private final AtomicLong sinceCut = new AtomicLong();
    private final AtomicInteger cutsLeft;
    private final AtomicLong all = new AtomicLong();

    private CuttingProxy(List<ServerSocket> doors, long cutAfterBytes, int cuts) {
        this.doors = doors;
        this.cutAfterBytes = cutAfterBytes;
        this.cutsLeft = new AtomicInteger(cuts);
    }

    public static CuttingProxy before(FtpServer server, long cutAfterBytes, int cuts) throws IOException {
        List<ServerSocket> doors = new java.util.ArrayList<>();
        doors.add(new ServerSocket(server.port(), 50, InetAddress.getByName(HOST)));
        for (int port : server.dataPorts()) {
            doors.add(new ServerSocket(port, 50, InetAddress.getByName(HOST)));
        }
        CuttingProxy proxy = new CuttingProxy(doors, cutAfterBytes, cuts);
        doors.forEach(door -> Thread.ofVirtual().start(() -> proxy.accept(door)));
        return proxy;
    }

    /** Cuts that are still to come. */
    public int cutsLeft() {
        return cutsLeft.get();
    }

    /** Bytes on their way to the server so far. */
    public long bytes() {
        return all.get();
    }

    private void accept(ServerSocket door) {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Socket server = new Socket(InetAddress.getByName("127.0.0.1"), door.getLocalPort());
                open.add(client);
                open.add(server);
                Thread.ofVirtual().start(() -> pass(client, server, true));
                Thread.ofVirtual().start(() -> pass(server, client, false));
            } catch (IOException e) {
                // closed, or the server takes nobody now
            }
        }
    }

    private void pass(Socket from, Socket to, boolean counted) {
        byte[] piece = new byte[PIECE];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                out.write(piece, 0, read);
                if (counted) {
                    count(read);
                }
            }
            to.shutdownOutput();
        } catch (IOException e) {
            reset(from);
            reset(to);
        }
    }

    private void count(int bytes) {
        all.addAndGet(bytes);
        if (sinceCut.addAndGet(bytes) >= cutAfterBytes && cutsLeft.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            sinceCut.set(0);
            open.forEach(this::reset);
        }
    }

    private void reset(Socket socket) {
        open.remove(socket);
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // it is closed
        }
    }

    @Override
    public void close() throws IOException {
        for (ServerSocket door : doors) {
            door.close();
        }
        open.forEach(this::reset);
    }
}
