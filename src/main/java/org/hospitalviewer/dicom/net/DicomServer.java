package org.hospitalviewer.dicom.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens for associations and serves each on a thread of its own. These are platform threads: their number is bounded
 * by the connections that are allowed, a blocking read costs them half the processor time it costs a virtual thread,
 * and writing to disk, as every ingest does, would hold the few carriers of virtual threads.
 */
public final class DicomServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DicomServer.class);
    private static final int BACKLOG = 128;
    private static final long PAUSE_AFTER_FAILURE_NANOS = 100_000_000; // too many open files do not go away at once

    private final ServerSettings settings;
    private final ServerPolicy policy;
    private final ServerSocket listening;
    private final Semaphore associationSlots;
    private final Set<AssociationAcceptor> connections = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition connectionEnded = lock.newCondition();
    private final ThreadFactory threads = Thread.ofPlatform().daemon().name("dicom-", 0).factory();

    private DicomServer(ServerSettings settings, ServerPolicy policy) throws IOException {
        this.settings = settings;
        this.policy = policy;
        this.associationSlots = new Semaphore(settings.maxAssociations());
        this.listening = new ServerSocket();
        listening.setReuseAddress(true);
        listening.bind(settings.address(), BACKLOG);
    }

    /**
     * Starts to listen.
     *
     * @throws java.net.BindException when the port is taken
     */
    public static DicomServer start(ServerSettings settings, ServerPolicy policy) throws IOException {
        DicomServer server = new DicomServer(settings, policy);
        Thread.ofPlatform().daemon().name("dicom-accept").start(server::acceptAll);
        return server;
    }

    /** Where it listens, with the real port. */
    public InetSocketAddress address() {
        return (InetSocketAddress) listening.getLocalSocketAddress();
    }

    public int port() {
        return listening.getLocalPort();
    }

    private void acceptAll() {
        while (!listening.isClosed()) {
            try {
                take(listening.accept());
            } catch (IOException | RuntimeException failure) {
                if (!listening.isClosed()) {
                    LOG.warn("A connection could not be accepted: {}", failure.toString());
                    LockSupport.parkNanos(PAUSE_AFTER_FAILURE_NANOS);
                }
            }
        }
    }

    private void take(Socket socket) throws IOException {
        try {
            if (connections.size() < settings.maxConnections()) {
                start(new AssociationAcceptor(socket, settings, policy, associationSlots));
            } else {
                socket.close();
                policy.listener().notEstablished((InetSocketAddress) socket.getRemoteSocketAddress(),
                        "More than " + settings.maxConnections() + " connections");
            }
        } catch (IOException | RuntimeException failure) {
            socket.close();
            throw failure;
        }
    }

    private void start(AssociationAcceptor acceptor) {
        connections.add(acceptor);
        threads.newThread(() -> serve(acceptor)).start();
    }

    private void serve(AssociationAcceptor acceptor) {
        try {
            acceptor.run();
        } catch (RuntimeException failure) {
            LOG.error("An association ended by a defect", failure);
        } finally {
            connections.remove(acceptor);
            signalEnd();
        }
    }

    private void signalEnd() {
        lock.lock();
        try {
            connectionEnded.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Stops listening, aborts idle associations, lets operations under way end within the grace period and aborts the
     * rest. Returns when no thread of the server is left.
     */
    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException failure) {
            LOG.warn("The DICOM port did not close: {}", failure.getMessage());
        }
        connections.forEach(AssociationAcceptor::closeSoon);
        awaitEnd(settings.closeGrace().toNanos());
        connections.forEach(AssociationAcceptor::closeNow);
        awaitEnd(settings.closeGrace().toNanos());
    }

    private void awaitEnd(long nanos) {
        lock.lock();
        try {
            long left = nanos;
            while (!connections.isEmpty() && left > 0) {
                left = connectionEnded.awaitNanos(left);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
