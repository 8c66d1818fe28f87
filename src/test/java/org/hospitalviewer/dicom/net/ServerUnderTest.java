package org.hospitalviewer.dicom.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.dicom.net.pdu.AAssociateRQ;
import org.hospitalviewer.dicom.net.pdu.RejectReason;

/** A server on a free port that keeps what is stored in memory and notes what its listener hears. */
final class ServerUnderTest implements AutoCloseable {
    static final String STORAGE = "1.2.840.10008.5.1.4.1.1.";
    static final Timeouts PATIENT = new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(20),
            Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(20));
    /** Longer than any test waits: what ends by it fails. */
    static final Timeouts ENDLESS = new Timeouts(Duration.ofSeconds(10), Duration.ofHours(1),
            Duration.ofHours(1), Duration.ofHours(1), Duration.ofSeconds(20));

    final Map<String, byte[]> stored = new ConcurrentHashMap<>();
    final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    final DicomServer server;

    private ServerUnderTest(ServerSettings settings, AdmissionPolicy admission, CStoreHandler handler)
            throws IOException {
        ContextPolicy contexts = ContextPolicy.none()
                .accept(UID.Verification, TransferSyntaxChoice.firstProposed(_ -> true))
                .accept(uid -> uid.startsWith(STORAGE), TransferSyntaxChoice.firstProposed(_ -> true));
        CStoreHandler keeping = handler != null ? handler : this::keep;
        this.server = DicomServer.start(settings,
                new ServerPolicy(admission, contexts, new DimseServices().store(keeping), new Notes()));
    }

    static ServerSettings settings() {
        return ServerSettings.on(InetAddress.getLoopbackAddress(), 0).withTimeouts(PATIENT)
                .withCloseGrace(Duration.ofMillis(300));
    }

    static ServerUnderTest start() throws IOException {
        return start(settings());
    }

    static ServerUnderTest start(ServerSettings settings) throws IOException {
        return new ServerUnderTest(settings, AdmissionPolicy.EVERYBODY, null);
    }

    static ServerUnderTest start(AdmissionPolicy admission) throws IOException {
        return new ServerUnderTest(settings(), admission, null);
    }

    static ServerUnderTest storingBy(CStoreHandler handler) throws IOException {
        return new ServerUnderTest(settings(), AdmissionPolicy.EVERYBODY, handler);
    }

    static ServerUnderTest storingBy(CStoreHandler handler, ServerSettings settings) throws IOException {
        return new ServerUnderTest(settings, AdmissionPolicy.EVERYBODY, handler);
    }

    private Status keep(Association association, StoreRequest request, PdvInputStream dataSet) throws IOException {
        stored.put(request.affectedSopInstanceUid(), dataSet.readAllBytes());
        return Status.SUCCESS;
    }

    Target target() {
        return new Target("127.0.0.1", server.port(), "ARCHIVE");
    }

    /** The next thing the listener hears. */
    String nextHeard() throws InterruptedException {
        String next = heard.poll(20, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("The listener heard nothing");
        }
        return next;
    }

    @Override
    public void close() {
        server.close();
    }

    private final class Notes implements AssociationListener {
        @Override
        public void accepted(Association association) {
            heard.add("accepted " + association.callingAet());
        }

        @Override
        public void rejected(AAssociateRQ request, InetSocketAddress from, RejectReason reason) {
            heard.add("rejected " + request.callingAet() + ": " + reason);
        }

        @Override
        public void notEstablished(InetSocketAddress from, String why) {
            heard.add("not established: " + why);
        }

        @Override
        public void released(Association association) {
            heard.add("released");
        }

        @Override
        public void aborted(Association association, String why) {
            heard.add("aborted: " + why);
        }

        @Override
        public void failed(Association association, Exception failure) {
            heard.add("failed: " + failure.getMessage());
        }
    }
}
