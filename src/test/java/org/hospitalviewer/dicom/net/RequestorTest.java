package org.hospitalviewer.dicom.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hospitalviewer.dicom.net.ServerUnderTest.PATIENT;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.dicom.data.VR;
import org.hospitalviewer.dicom.net.pdu.AAbort;
import org.hospitalviewer.dicom.net.pdu.AAssociateAC;
import org.hospitalviewer.dicom.net.pdu.AAssociateRQ;
import org.hospitalviewer.dicom.net.pdu.AReleaseRP;
import org.hospitalviewer.dicom.net.pdu.AReleaseRQ;
import org.hospitalviewer.dicom.net.pdu.AbortReason;
import org.hospitalviewer.dicom.net.pdu.PresentationContextAC;
import org.hospitalviewer.dicom.net.pdu.RejectReason;
import org.hospitalviewer.dicom.net.pdu.UserInformation;
import org.hospitalviewer.dicom.net.pdu.UserItem;
import org.hospitalviewer.dicom.net.upperlayer.AssociationLostException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The requestor against an acceptor that does what a test wants (PS3.8 7, 9.2). */
class RequestorTest {
    private static final Timeouts HASTY = new Timeouts(Duration.ofSeconds(5), Duration.ofMillis(800),
            Duration.ofMillis(800), Duration.ofMillis(800), Duration.ofMillis(800));

    private ServerSocket listening;
    private ExecutorService requestor;

    @BeforeEach
    void listen() throws IOException {
        listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        requestor = Executors.newVirtualThreadPerTaskExecutor();
    }

    @AfterEach
    void stop() throws IOException {
        listening.close();
        requestor.close();
    }

    private Association open(Timeouts timeouts) throws IOException {
        return Association.open(new Target("127.0.0.1", listening.getLocalPort(), "ARCHIVE"), "CT1",
                ProposedContexts.verification(), timeouts);
    }

    private Future<Association> opening(Timeouts timeouts) {
        return requestor.submit(() -> open(timeouts));
    }

    /** Accepts the connection and the association. */
    private ScriptedPeer acceptor() throws IOException {
        ScriptedPeer peer = ScriptedPeer.accept(listening);
        AAssociateRQ request = (AAssociateRQ) peer.read();
        return peer.send(new AAssociateAC(request, List.of(new PresentationContextAC(1, 0, "1.2.840.10008.1.2")),
                new UserInformation(List.of(new UserItem.MaximumLength(0)))));
    }

    @Test
    void nobodyListeningIsAnErrorThatSaysSo() throws IOException {
        listening.close();
        assertThatThrownBy(() -> open(HASTY)).isInstanceOf(ConnectException.class);
    }

    @Test
    void aRejectionSaysWhy() throws Exception {
        Future<Association> opening = opening(PATIENT);
        try (ScriptedPeer peer = ScriptedPeer.accept(listening)) {
            peer.read();
            peer.send(RejectReason.CALLED_AE_TITLE_NOT_RECOGNIZED.pdu());
            assertThatThrownBy(opening::get).hasCauseInstanceOf(AssociationRejectedException.class)
                    .hasMessageContaining("CALLED_AE_TITLE_NOT_RECOGNIZED");
            peer.expectClose();
        }
    }

    @Test
    void anAbortInsteadOfAnAnswerSaysWhoAborted() throws Exception {
        Future<Association> opening = opening(PATIENT);
        try (ScriptedPeer peer = ScriptedPeer.accept(listening)) {
            peer.read();
            peer.send(AAbort.byProvider(AbortReason.UNRECOGNIZED_PDU));
            assertThatThrownBy(opening::get).hasCauseInstanceOf(AssociationLostException.class)
                    .hasMessageContaining("UNRECOGNIZED_PDU");
        }
    }

    @Test
    void anAcceptorThatNeverAnswersIsAborted() throws Exception {
        Future<Association> opening = opening(HASTY);
        try (ScriptedPeer peer = ScriptedPeer.accept(listening)) {
            peer.read();
            assertThatThrownBy(opening::get).hasMessageContaining("silent");
            peer.expect(AAbort.byUser());
        }
    }

    @Test
    void anotherProtocolOnThePortIsRecognised() throws Exception {
        Future<Association> opening = opening(PATIENT);
        try (ScriptedPeer peer = ScriptedPeer.accept(listening)) {
            peer.read();
            peer.send("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes());
            assertThatThrownBy(opening::get).hasMessageContaining("PDU type 48H does not exist");
            peer.expect(AAbort.byProvider(AbortReason.UNRECOGNIZED_PDU));
        }
    }

    @Test
    void aReleaseIsAskedForAndTheConnectionClosed() throws Exception {
        Future<Association> opening = opening(PATIENT);
        try (ScriptedPeer peer = acceptor()) {
            Association association = opening.get();
            Future<?> closing = requestor.submit(association::close);
            peer.expect(new AReleaseRQ());
            peer.send(new AReleaseRP());
            peer.expectClose();
            closing.get();
            assertThat(association.isEstablished()).isFalse();
        }
    }

    @Test
    void aReleaseCollisionIsResolvedOnTheRequestorsSide() throws Exception {
        Future<Association> opening = opening(PATIENT);
        try (ScriptedPeer peer = acceptor()) {
            Association association = opening.get();
            peer.send(new AReleaseRQ());
            Future<?> closing = requestor.submit(() -> {
                association.release();
                return null;
            });
            peer.expect(new AReleaseRQ());
            peer.expect(new AReleaseRP()); // Sta9 to Sta11
            peer.send(new AReleaseRP());
            peer.expectClose();
            closing.get();
        }
    }

    @Test
    void aReleaseCollisionIsResolvedOnTheAcceptorsSide() throws Exception {
        CStoreHandler releasing = (association, _, dataSet) -> {
            dataSet.readAllBytes();
            association.release();
            return Status.SUCCESS;
        };
        try (ServerUnderTest archive = ServerUnderTest.storingBy(releasing);
                ScriptedPeer peer = ScriptedPeer.connect(archive.server).associate(UID.CTImageStorage)) {
            peer.sendCommand(1, CommandSet.storeRequest(1, UID.CTImageStorage, "1.2.3", Priority.MEDIUM,
                    MoveOriginator.NONE)).sendFragment(1, false, true, new byte[2]);
            peer.expect(new AReleaseRQ());
            peer.send(new AReleaseRQ()).send(new AReleaseRP()); // Sta10 to Sta12
            peer.expect(new AReleaseRP());
        }
    }

    @Test
    void aReleaseThatIsNeverAnsweredEndsByAbort() throws Exception {
        Future<Association> opening = opening(HASTY);
        try (ScriptedPeer peer = acceptor()) {
            Future<?> closing = requestor.submit(opening.get()::close);
            peer.expect(new AReleaseRQ());
            peer.expect(AAbort.byUser());
            peer.expectClose();
            closing.get();
        }
    }

    @Test
    void dataThatComeWhileReleasingAreIgnored() throws Exception {
        Future<Association> opening = opening(PATIENT);
        try (ScriptedPeer peer = acceptor()) {
            Future<?> closing = requestor.submit(opening.get()::close);
            peer.expect(new AReleaseRQ());
            peer.sendFragment(1, true, false, new byte[10]).send(new AReleaseRP());
            peer.expectClose();
            closing.get();
        }
    }

    @Test
    void aResponseToAnotherMessageAborts() throws Exception {
        Future<Association> opening = opening(PATIENT);
        try (ScriptedPeer peer = acceptor()) {
            Association association = opening.get();
            Future<DimseResponse> echo = requestor.submit(association::echo);
            CommandSet request = peer.readCommand();
            assertThat(request.messageId()).isEqualTo(1);
            peer.sendCommand(1, CommandSet.echoRequest(99, UID.Verification).response(Status.SUCCESS, ""));
            assertThatThrownBy(echo::get).hasCauseInstanceOf(ProtocolViolationException.class);
            peer.expect(AAbort.byUser());
        }
    }

    @Test
    void anUnknownStatusKeepsItsCodeAndFallsIntoItsRange() throws Exception {
        Future<Association> opening = opening(PATIENT);
        try (ScriptedPeer peer = acceptor()) {
            Future<DimseResponse> echo = requestor.submit(opening.get()::echo);
            CommandSet response = peer.readCommand().response(Status.SUCCESS, "odd");
            response.attributes().setInt(Tag.Status, VR.US, 0xC123);
            peer.sendCommand(1, response);

            assertThat(echo.get()).isEqualTo(new DimseResponse(Status.CANNOT_UNDERSTAND, 0xC123, "odd"));
            assertThat(echo.get()).hasToString("CANNOT_UNDERSTAND (C123H): odd");
        }
    }

    @Test
    void aPeerThatStopsReadingDoesNotHoldTheSenderForEver() throws Exception {
        Future<Association> opening = opening(HASTY);
        try (ScriptedPeer peer = acceptor()) {
            Association association = opening.get();
            byte[] pdu = ScriptedPeer.dataPdu(ScriptedPeer.pdv(1, false, false, new byte[100_000]));

            assertThatThrownBy(() -> {
                while (true) {
                    association.layer().sendData(pdu, pdu.length);
                }
            }).isInstanceOf(IOException.class);
            assertThat(association.isEstablished()).isFalse();
            assertThat(peer.readHeader().length()).isEqualTo(pdu.length - 6);
        }
    }
}
