package org.hospitalviewer.dicom.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hospitalviewer.dicom.AnnotatedBytes.hex;
import static org.hospitalviewer.dicom.net.ScriptedPeer.dataPdu;
import static org.hospitalviewer.dicom.net.ScriptedPeer.pdv;
import static org.hospitalviewer.dicom.net.ServerUnderTest.PATIENT;
import static org.hospitalviewer.dicom.net.ServerUnderTest.settings;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.dicom.net.pdu.AAbort;
import org.hospitalviewer.dicom.net.pdu.AAssociateRQ;
import org.hospitalviewer.dicom.net.pdu.AReleaseRP;
import org.hospitalviewer.dicom.net.pdu.AReleaseRQ;
import org.hospitalviewer.dicom.net.pdu.AbortReason;
import org.hospitalviewer.dicom.net.pdu.PduEncoder;
import org.hospitalviewer.dicom.net.pdu.RejectReason;
import org.hospitalviewer.dicom.net.pdu.UserInformation;
import org.hospitalviewer.dicom.net.pdu.UserItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Peers that are broken, slow, hostile or no DICOM at all; each time others must still be served. */
class HostilePeerTest {
    private static final Timeouts HASTY = new Timeouts(Duration.ofSeconds(5), Duration.ofMillis(800),
            Duration.ofMillis(800), Duration.ofMillis(800), Duration.ofMillis(800));

    private ServerUnderTest archive;

    @BeforeEach
    void start() throws Exception {
        archive = ServerUnderTest.start(settings());
    }

    @AfterEach
    void theServerStillServesOthers() throws Exception {
        try (Association other = Association.open(archive.target(), "OTHER", ProposedContexts.verification(),
                PATIENT)) {
            assertThat(other.echo().status()).isEqualTo(Status.SUCCESS);
        }
        archive.close();
    }

    private void restart(ServerSettings settings) throws Exception {
        archive.close();
        archive = ServerUnderTest.start(settings);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP/1.1\r\nHost: archive\r\n\r\n", "\u0016\u0003\u0001\u0002\0\u0001\0\u0001",
            "\0\0\0\0\0\0\0\0", "\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff"})
    void anotherProtocolIsAborted(String hello) throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.connect(archive.server)) {
            peer.send(hello.getBytes(StandardCharsets.ISO_8859_1));

            peer.expect(AAbort.byUser()); // AA-1 in Sta2
        }
        assertThat(archive.nextHeard()).contains("not established").contains("does not exist");
    }

    @Test
    void aConnectionThatSaysNothingIsClosedByTheArtimTimer() throws Exception {
        restart(settings().withTimeouts(HASTY));
        try (ScriptedPeer peer = ScriptedPeer.connect(archive.server)) {
            peer.expectClose();
        }
        assertThat(archive.nextHeard()).contains("not established").contains("ARTIM");
    }

    @Test
    void aRequestThatComesByteByByteDoesNotOutliveTheArtimTimer() throws Exception {
        restart(settings().withTimeouts(HASTY));
        try (ScriptedPeer peer = ScriptedPeer.connect(archive.server)) {
            peer.send(hex("01 00 00 00 02")); // never complete
            peer.expectClose();
        }
        assertThat(archive.nextHeard()).contains("ARTIM");
    }

    @Test
    void aPeerThatDoesNotCloseAfterItsRejectIsClosedByTheArtimTimer() throws Exception {
        archive.close();
        archive = ServerUnderTest.start(settings().withTimeouts(HASTY).withLimits(0, 10));
        try (ScriptedPeer peer = ScriptedPeer.connect(archive.server)) {
            peer.send(ScriptedPeer.request(UID.Verification)).expect(RejectReason.LOCAL_LIMIT_EXCEEDED.pdu());
            peer.expectClose();
        }
        restart(settings());
    }

    @Test
    void aPeerThatDoesNotCloseAfterReleaseIsClosedByTheArtimTimer() throws Exception {
        restart(settings().withTimeouts(HASTY));
        try (ScriptedPeer peer = ScriptedPeer.connect(archive.server).associate(UID.Verification)) {
            peer.send(new AReleaseRQ()).expect(new AReleaseRP());
            peer.expectClose();
        }
    }

    @Test
    void anAssociationThatStaysSilentIsAborted() throws Exception {
        restart(settings().withTimeouts(HASTY));
        try (ScriptedPeer peer = ScriptedPeer.connect(archive.server).associate(UID.Verification)) {
            peer.expect(AAbort.byUser());
            peer.expectClose();
        }
        assertThat(archive.nextHeard()).isEqualTo("accepted SCRIPT");
        assertThat(archive.nextHeard()).contains("aborted").contains("silent");
    }

    @Test
    void aDataSetThatStopsInTheMiddleIsAbortedAndNotTakenForComplete() throws Exception {
        restart(settings().withTimeouts(HASTY));
        try (ScriptedPeer peer = ScriptedPeer.connect(archive.server).associate(UID.CTImageStorage)) {
            peer.sendCommand(1, CommandSet.storeRequest(1, UID.CTImageStorage, "1.2.3", Priority.MEDIUM,
                    MoveOriginator.NONE));
            peer.sendFragment(1, false, false, new byte[100]);

            peer.expect(AAbort.byUser());
        }
        assertThat(archive.stored).isEmpty();
    }

    @Test
    void aConnectionLostWithinADataSetLeavesNothing() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.connect(archive.server).associate(UID.CTImageStorage)) {
            peer.sendCommand(1, CommandSet.storeRequest(1, UID.CTImageStorage, "1.2.3", Priority.MEDIUM,
                    MoveOriginator.NONE));
            peer.sendFragment(1, false, false, new byte[100]);
        }
        assertThat(archive.nextHeard()).isEqualTo("accepted SCRIPT");
        assertThat(archive.nextHeard()).contains("aborted").contains("closed");
        assertThat(archive.stored).isEmpty();
    }

    @Test
    void anAbortWithinADataSetLeavesNothing() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.connect(archive.server).associate(UID.CTImageStorage)) {
            peer.sendCommand(1, CommandSet.storeRequest(1, UID.CTImageStorage, "1.2.3", Priority.MEDIUM,
                    MoveOriginator.NONE));
            peer.sendFragment(1, false, false, new byte[100]).send(AAbort.byUser());
            peer.expectClose();
        }
        assertThat(archive.nextHeard()).isEqualTo("accepted SCRIPT");
        assertThat(archive.nextHeard()).contains("aborted by the application of the peer");
        assertThat(archive.stored).isEmpty();
    }

    @Test
    void aReleaseWithinADataSetIsAborted() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.connect(archive.server).associate(UID.CTImageStorage)) {
            peer.sendCommand(1, CommandSet.storeRequest(1, UID.CTImageStorage, "1.2.3", Priority.MEDIUM,
                    MoveOriginator.NONE));
            peer.sendFragment(1, false, false, new byte[100]).send(new AReleaseRQ());

            peer.expect(AAbort.byUser());
        }
        assertThat(archive.stored).isEmpty();
    }

    @Test
    void aDataPduLongerThanOurMaximumIsAborted() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.connect(archive.server).associate(UID.CTImageStorage)) {
            peer.send(hex("""
                    04 00          P-DATA-TF, reserved
                    ff ff ff fe    4 GiB announced
                    ff ff ff fa 01 00
                    """));
            peer.expect(AAbort.byProvider(AbortReason.INVALID_PDU_PARAMETER_VALUE));
        }
    }

    @Test
    void anAssociateRequestOfGigabytesIsAbortedWithoutWaitingForThem() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.connect(archive.server)) {
            peer.send(hex("01 00 7f ff ff ff 00 01"));
            peer.expect(AAbort.byUser());
        }
        assertThat(archive.nextHeard()).contains("A_ASSOCIATE_RQ of 2147483647 bytes");
    }

    @Test
    void aValueThatReachesBeyondItsPduIsAborted() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.connect(archive.server).associate(UID.CTImageStorage)) {
            peer.send(hex("""
                    04 00          P-DATA-TF, reserved
                    00 00 00 08    length, bytes
                    00 00 00 64    presentation data value of 100 bytes
                    01 03 00 00    context 1, last fragment of a command
                    """));
            peer.expect(AAbort.byProvider(AbortReason.INVALID_PDU_PARAMETER_VALUE));
        }
    }

    @Test
    void strayBytesBehindTheLastValueAreAborted() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.connect(archive.server).associate(UID.CTImageStorage)) {
            byte[] command = CommandSetCodec.encode(CommandSet.storeRequest(1, UID.CTImageStorage, "1.2.3",
                    Priority.MEDIUM, MoveOriginator.NONE));
            peer.send(dataPdu(pdv(1, true, true, command), new byte[3]));
            peer.expect(AAbort.byProvider(AbortReason.INVALID_PDU_PARAMETER_VALUE));
        }
    }

    @Test
    void dataInAContextThatWasNotAcceptedAreAborted() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.connect(archive.server).associate(UID.Verification, "1.2.3.4.5")) {
            peer.sendCommand(3, CommandSet.echoRequest(1, "1.2.3.4.5"));
            peer.expect(AAbort.byUser());
        }
    }

    @Test
    void aDataSetWithoutACommandIsAborted() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.connect(archive.server).associate(UID.Verification)) {
            peer.sendFragment(1, false, true, new byte[10]).expect(AAbort.byUser());
        }
    }

    @Test
    void aFragmentOfAnotherContextWithinADataSetIsAborted() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.connect(archive.server)
                .associate(UID.CTImageStorage, UID.MRImageStorage)) {
            peer.sendCommand(1, CommandSet.storeRequest(1, UID.CTImageStorage, "1.2.3", Priority.MEDIUM,
                    MoveOriginator.NONE));
            peer.sendFragment(3, false, true, new byte[100]).expect(AAbort.byUser());
        }
        assertThat(archive.stored).isEmpty();
    }

    @Test
    void anEndlessCommandIsAborted() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.connect(archive.server).associate(UID.Verification)) {
            for (int sent = 0; sent <= 64 * 1024; sent += 8192) {
                peer.sendFragment(1, true, false, new byte[8192]);
            }
            peer.expect(AAbort.byUser());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"00 00 00", "00 00 00 01 ff ff ff ff", "10 00 10 00 02 00 00 00 41 42"})
    void aCommandSetThatIsNoneIsAborted(String command) throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.connect(archive.server).associate(UID.Verification)) {
            peer.sendFragment(1, true, true, hex(command)).expect(AAbort.byUser());
        }
    }

    @Test
    void aResponseNobodyAskedForIsAborted() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.connect(archive.server).associate(UID.Verification)) {
            peer.sendCommand(1, CommandSet.echoRequest(1, UID.Verification).response(Status.SUCCESS, ""));
            peer.expect(AAbort.byUser());
        }
    }

    @Test
    void aSecondAssociateRequestIsAnUnexpectedPdu() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.connect(archive.server).associate(UID.Verification)) {
            peer.send(ScriptedPeer.request(UID.Verification))
                    .expect(AAbort.byProvider(AbortReason.UNEXPECTED_PDU));
        }
    }

    @Test
    void dataBeforeTheRequestAreAborted() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.connect(archive.server)) {
            peer.sendFragment(1, true, true, new byte[10]).expect(AAbort.byUser());
        }
    }

    @Test
    void anotherProtocolVersionIsRejectedByTheProvider() throws Exception {
        AAssociateRQ usual = ScriptedPeer.request(UID.Verification);
        try (ScriptedPeer peer = ScriptedPeer.connect(archive.server)) {
            peer.send(new AAssociateRQ(2, usual.calledAet(), usual.callingAet(), usual.applicationContext(),
                    usual.contexts(), usual.userInformation()));
            peer.expect(RejectReason.PROTOCOL_VERSION_NOT_SUPPORTED.pdu());
        }
        assertThat(archive.nextHeard()).contains("PROTOCOL_VERSION_NOT_SUPPORTED");
    }

    @Test
    void anotherApplicationContextIsRejected() throws Exception {
        AAssociateRQ usual = ScriptedPeer.request(UID.Verification);
        try (ScriptedPeer peer = ScriptedPeer.connect(archive.server)) {
            peer.send(new AAssociateRQ(1, usual.calledAet(), usual.callingAet(), "1.2.3", usual.contexts(),
                    usual.userInformation()));
            peer.expect(RejectReason.APPLICATION_CONTEXT_NAME_NOT_SUPPORTED.pdu());
        }
        assertThat(archive.nextHeard()).isEqualTo("rejected SCRIPT: APPLICATION_CONTEXT_NAME_NOT_SUPPORTED");
    }

    @Test
    void aMaximumLengthIntoWhichNoFragmentFitsIsRejected() throws Exception {
        AAssociateRQ usual = ScriptedPeer.request(UID.Verification);
        try (ScriptedPeer peer = ScriptedPeer.connect(archive.server)) {
            peer.send(new AAssociateRQ("ARCHIVE", "SCRIPT", usual.contexts(),
                    new UserInformation(List.of(new UserItem.MaximumLength(3)))));
            peer.expect(RejectReason.NO_REASON_GIVEN.pdu());
        }
    }

    @Test
    void peersThatVanishWithinTheirRequestLeaveNoConnectionBehind() throws Exception {
        byte[] request = PduEncoder.encode(ScriptedPeer.request(UID.Verification));
        for (int length = 0; length < request.length; length++) {
            try (ScriptedPeer peer = ScriptedPeer.connect(archive.server)) {
                peer.send(Arrays.copyOf(request, length));
            }
        }
        for (int length = 0; length < request.length; length++) {
            assertThat(archive.nextHeard()).startsWith("not established");
        }
    }

    @Test
    void moreConnectionsThanAllowedAreClosedAtOnce() throws Exception {
        restart(settings().withLimits(1, 1));
        try (ScriptedPeer first = ScriptedPeer.connect(archive.server).associate(UID.Verification);
                ScriptedPeer second = ScriptedPeer.connect(archive.server)) {
            second.expectClose();
            first.sendCommand(1, CommandSet.echoRequest(1, UID.Verification));
            assertThat(first.readCommand().result().status()).isEqualTo(Status.SUCCESS);
        }
        restart(settings());
    }
}
