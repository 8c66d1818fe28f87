package org.hospitalviewer.dicom.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hospitalviewer.dicom.net.ScriptedPeer.dataPdu;
import static org.hospitalviewer.dicom.net.ScriptedPeer.pdv;
import static org.hospitalviewer.dicom.net.ServerUnderTest.ENDLESS;
import static org.hospitalviewer.dicom.net.ServerUnderTest.PATIENT;
import static org.hospitalviewer.dicom.net.ServerUnderTest.settings;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.dicom.data.VR;
import org.hospitalviewer.dicom.net.pdu.AAbort;
import org.hospitalviewer.dicom.net.pdu.PresentationContextRQ;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** C-ECHO and C-STORE between our requestor, or a scripted one, and our acceptor (PS3.7 9.1, PS3.4 Annex A and B). */
class DimseServiceTest {
    private static final byte[] DATA_SET = randomBytes(700_000);
    private static final List<PresentationContextRQ> CT = new ProposedContexts()
            .propose(UID.CTImageStorage, UID.ExplicitVRLittleEndian)
            .propose(UID.Verification, UID.ImplicitVRLittleEndian).toList();

    private static byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private static DimseResponse store(Association association, String sopInstanceUid, byte[] dataSet)
            throws IOException {
        return association.store(UID.CTImageStorage, sopInstanceUid, UID.ExplicitVRLittleEndian,
                new ByteArrayInputStream(dataSet), dataSet.length);
    }

    private static CommandSet storeRequest(int messageId) {
        return CommandSet.storeRequest(messageId, UID.CTImageStorage, "1.2.3", Priority.MEDIUM, MoveOriginator.NONE);
    }

    @Test
    void anEchoIsAnswered() throws Exception {
        try (ServerUnderTest archive = ServerUnderTest.start();
                Association association = Association.open(archive.target(), "CT1", CT, PATIENT)) {
            assertThat(association.echo().status()).isEqualTo(Status.SUCCESS);
            association.release();
            assertThat(archive.nextHeard()).isEqualTo("accepted CT1");
            assertThat(archive.nextHeard()).isEqualTo("released");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 16370, 131060, 131066, 131072, 262144, 700_000})
    void aDataSetOfAnyLengthArrivesUnchanged(int length) throws Exception {
        byte[] dataSet = Arrays.copyOf(DATA_SET, length);
        try (ServerUnderTest archive = ServerUnderTest.start();
                Association association = Association.open(archive.target(), "CT1", CT, PATIENT)) {
            assertThat(store(association, "1.2.3", dataSet).isDone()).isTrue();
            assertThat(archive.stored.get("1.2.3")).isEqualTo(dataSet);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 9, 100, 4096})
    void aPeerWithASmallMaximumLengthGetsSmallFragments(int maxPduLength) throws Exception {
        byte[] dataSet = Arrays.copyOf(DATA_SET, 5000);
        try (ServerUnderTest archive = ServerUnderTest.start(settings().withMaxPduLength(maxPduLength));
                Association association = Association.open(archive.target(), "CT1", CT, PATIENT)) {
            assertThat(store(association, "1.2.3", dataSet).isDone()).isTrue();
            assertThat(archive.stored.get("1.2.3")).isEqualTo(dataSet);
        }
    }

    @Test
    void theHandlerLearnsWhatIsSent() throws Exception {
        AtomicReference<StoreRequest> seen = new AtomicReference<>();
        CStoreHandler handler = (association, request, _) -> {
            seen.set(request);
            assertThat(association.callingAet()).isEqualTo("CT1");
            return Status.SUCCESS;
        };
        try (ServerUnderTest archive = ServerUnderTest.storingBy(handler);
                Association association = Association.open(archive.target(), "CT1", CT, PATIENT)) {
            store(association, "1.2.3", DATA_SET);
        }
        assertThat(seen.get()).isEqualTo(new StoreRequest(1, UID.CTImageStorage, "1.2.3", Priority.MEDIUM,
                MoveOriginator.NONE, 1, UID.ExplicitVRLittleEndian));
    }

    @Test
    void aHandlerThatReadsNothingRefusesWithStatusAndCommentAndTheAssociationGoesOn() throws Exception {
        CStoreHandler handler = (_, _, _) -> {
            throw new DimseException(Status.OUT_OF_RESOURCES, "Disk \\ full \u00e4 " + "x".repeat(80));
        };
        try (ServerUnderTest archive = ServerUnderTest.storingBy(handler);
                Association association = Association.open(archive.target(), "CT1", CT, PATIENT)) {
            DimseResponse response = store(association, "1.2.3", DATA_SET);

            assertThat(response.code()).isEqualTo(0xA700);
            assertThat(response.errorComment()).startsWith("Disk / full ? xxx").hasSize(64);
            assertThat(association.echo().status()).isEqualTo(Status.SUCCESS);
        }
    }

    @Test
    void aHandlerThatFailsBySurpriseAnswersProcessingFailureAndTellsNoSecrets() throws Exception {
        CStoreHandler handler = (_, _, dataSet) -> {
            dataSet.readNBytes(1000);
            throw new IllegalStateException("password of the database is wrong");
        };
        try (ServerUnderTest archive = ServerUnderTest.storingBy(handler);
                Association association = Association.open(archive.target(), "CT1", CT, PATIENT)) {
            DimseResponse response = store(association, "1.2.3", DATA_SET);

            assertThat(response.status()).isEqualTo(Status.PROCESSING_FAILURE);
            assertThat(response.errorComment()).doesNotContain("password");
            assertThat(association.echo().status()).isEqualTo(Status.SUCCESS);
            assertThat(archive.nextHeard()).isEqualTo("accepted CT1");
            assertThat(archive.nextHeard()).contains("failed").contains("password");
        }
    }

    @Test
    void manyObjectsGoOverOneAssociation() throws Exception {
        try (ServerUnderTest archive = ServerUnderTest.start();
                Association association = Association.open(archive.target(), "CT1", CT, PATIENT)) {
            for (int object = 0; object < 300; object++) {
                assertThat(store(association, "1.2." + object, new byte[object]).isDone()).isTrue();
            }
            assertThat(archive.stored).hasSize(300);
        }
    }

    @Test
    void aDataSetShorterThanAnnouncedAbortsTheAssociation() throws Exception {
        try (ServerUnderTest archive = ServerUnderTest.start();
                Association association = Association.open(archive.target(), "CT1", CT, PATIENT)) {
            assertThatThrownBy(() -> association.store(UID.CTImageStorage, "1.2.3", UID.ExplicitVRLittleEndian,
                    new ByteArrayInputStream(new byte[10]), 20)).isInstanceOf(EOFException.class);
            assertThat(association.isEstablished()).isFalse();
            assertThat(archive.nextHeard()).isEqualTo("accepted CT1");
            assertThat(archive.nextHeard()).contains("aborted");
            assertThat(archive.stored).isEmpty();
        }
    }

    @Test
    void whatWasNotNegotiatedIsNotSent() throws Exception {
        try (ServerUnderTest archive = ServerUnderTest.start();
                Association association = Association.open(archive.target(), "CT1", CT, PATIENT)) {
            assertThatThrownBy(() -> association.store(UID.MRImageStorage, "1.2.3", UID.ExplicitVRLittleEndian,
                    new ByteArrayInputStream(new byte[10]), 10)).isInstanceOf(NoPresentationContextException.class);
            assertThat(association.echo().status()).isEqualTo(Status.SUCCESS);
        }
    }

    @Test
    void commandAndDataSetMayShareOnePduAndComeInManyFragments() throws Exception {
        byte[] command = CommandSetCodec.encode(storeRequest(7));
        try (ServerUnderTest archive = ServerUnderTest.start();
                ScriptedPeer peer = ScriptedPeer.connect(archive.server).associate(UID.CTImageStorage)) {
            peer.send(dataPdu(
                    pdv(1, true, false, Arrays.copyOf(command, 10)),
                    pdv(1, true, false, new byte[0]),
                    pdv(1, true, true, Arrays.copyOfRange(command, 10, command.length)),
                    pdv(1, false, false, new byte[] {1, 2}),
                    pdv(1, false, false, new byte[] {3, 4})));
            peer.sendFragment(1, false, true, new byte[] {5, 6});

            assertThat(peer.readCommand().messageIdBeingRespondedTo()).isEqualTo(7);
            assertThat(archive.stored.get("1.2.3")).containsExactly(1, 2, 3, 4, 5, 6);
        }
    }

    @Test
    void twoRequestsSentAtOnceAreAnsweredInOrder() throws Exception {
        try (ServerUnderTest archive = ServerUnderTest.start();
                ScriptedPeer peer = ScriptedPeer.connect(archive.server).associate(UID.Verification)) {
            byte[] first = CommandSetCodec.encode(CommandSet.echoRequest(1, UID.Verification));
            byte[] second = CommandSetCodec.encode(CommandSet.echoRequest(2, UID.Verification));
            peer.send(dataPdu(pdv(1, true, true, first), pdv(1, true, true, second)));

            assertThat(peer.readCommand().messageIdBeingRespondedTo()).isEqualTo(1);
            assertThat(peer.readCommand().messageIdBeingRespondedTo()).isEqualTo(2);
        }
    }

    @Test
    void anOperationThatIsNotOfferedIsUnrecognized() throws Exception {
        Attributes find = new Attributes();
        find.setInt(Tag.CommandField, VR.US, CommandField.C_FIND_RQ.code());
        find.setInt(Tag.MessageID, VR.US, 3);
        find.setInt(Tag.CommandDataSetType, VR.US, 1);
        try (ServerUnderTest archive = ServerUnderTest.start();
                ScriptedPeer peer = ScriptedPeer.connect(archive.server).associate(UID.Verification)) {
            peer.sendCommand(1, new CommandSet(find)).sendFragment(1, false, true, new byte[100]);

            CommandSet response = peer.readCommand();
            assertThat(response.commandField()).isEqualTo(CommandField.C_FIND_RSP.code());
            assertThat(response.result().status()).isEqualTo(Status.UNRECOGNIZED_OPERATION);
        }
    }

    @Test
    void aCommandForAnotherSopClassThanItsContextIsRefused() throws Exception {
        CommandSet mr = CommandSet.storeRequest(1, UID.MRImageStorage, "1.2.3", Priority.HIGH, MoveOriginator.NONE);
        assertThat(statusOf(mr)).isEqualTo(Status.SOP_CLASS_NOT_SUPPORTED);
    }

    @Test
    void aStoreWithoutInstanceUidIsRefused() throws Exception {
        CommandSet anonymous = CommandSet.storeRequest(1, UID.CTImageStorage, "", Priority.LOW, MoveOriginator.NONE);
        assertThat(statusOf(anonymous)).isEqualTo(Status.INVALID_SOP_INSTANCE);
    }

    private static Status statusOf(CommandSet request) throws Exception {
        try (ServerUnderTest archive = ServerUnderTest.start();
                ScriptedPeer peer = ScriptedPeer.connect(archive.server).associate(UID.CTImageStorage)) {
            peer.sendCommand(1, request).sendFragment(1, false, true, new byte[100]);
            Status status = peer.readCommand().result().status();
            assertThat(archive.stored).isEmpty();
            return status;
        }
    }

    @Test
    void aStoreWithoutDataSetIsRefused() throws Exception {
        CommandSet command = storeRequest(1);
        command.attributes().setInt(Tag.CommandDataSetType, VR.US, 0x0101);
        try (ServerUnderTest archive = ServerUnderTest.start();
                ScriptedPeer peer = ScriptedPeer.connect(archive.server).associate(UID.CTImageStorage)) {
            peer.sendCommand(1, command);
            assertThat(peer.readCommand().result().status()).isEqualTo(Status.CANNOT_UNDERSTAND);
        }
    }

    @Test
    void anAbortFromAnotherThreadEndsAStoreUnderWay() throws Exception {
        CountDownLatch storing = new CountDownLatch(1);
        AtomicReference<Association> receiving = new AtomicReference<>();
        CStoreHandler handler = (association, _, dataSet) -> {
            receiving.set(association);
            storing.countDown();
            dataSet.readAllBytes();
            return Status.SUCCESS;
        };
        try (ServerUnderTest archive = ServerUnderTest.storingBy(handler, settings().withTimeouts(ENDLESS));
                ScriptedPeer peer = ScriptedPeer.connect(archive.server).associate(UID.CTImageStorage)) {
            peer.sendCommand(1, storeRequest(1)).sendFragment(1, false, false, new byte[10]);
            storing.await();
            receiving.get().abort();

            peer.expect(AAbort.byUser());
            assertThat(archive.nextHeard()).isEqualTo("accepted SCRIPT");
            assertThat(archive.nextHeard()).contains("aborted");
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new InterruptedIOException(interrupted.getMessage());
        }
    }

    @Test
    void anAbortWhileNobodyReadsIsHeardAtTheNextReadAndNotWhenThePeerCloses() throws Exception {
        CountDownLatch storing = new CountDownLatch(1);
        CountDownLatch aborted = new CountDownLatch(1);
        AtomicReference<Association> receiving = new AtomicReference<>();
        CStoreHandler handler = (association, _, dataSet) -> {
            receiving.set(association);
            dataSet.readNBytes(10);
            storing.countDown();
            await(aborted);
            dataSet.readAllBytes();
            return Status.SUCCESS;
        };
        try (ServerUnderTest archive = ServerUnderTest.storingBy(handler, settings().withTimeouts(ENDLESS));
                ScriptedPeer peer = ScriptedPeer.connect(archive.server).associate(UID.CTImageStorage)) {
            peer.sendCommand(1, storeRequest(1)).sendFragment(1, false, false, new byte[10]);
            storing.await();
            receiving.get().abort();
            aborted.countDown();

            peer.expect(AAbort.byUser());
            assertThat(archive.nextHeard()).isEqualTo("accepted SCRIPT");
            assertThat(archive.nextHeard()).contains("aborted");
        }
    }

    @Test
    void aClosingServerLetsTheObjectUnderWayArriveAndAbortsIdleAssociations() throws Exception {
        CountDownLatch storing = new CountDownLatch(1);
        AtomicReference<byte[]> kept = new AtomicReference<>();
        CStoreHandler handler = (_, _, dataSet) -> {
            storing.countDown();
            kept.set(dataSet.readAllBytes());
            return Status.SUCCESS;
        };
        ServerUnderTest archive = ServerUnderTest.storingBy(handler, settings().withCloseGrace(Duration.ofSeconds(20)));
        try (ScriptedPeer idle = ScriptedPeer.connect(archive.server).associate(UID.CTImageStorage);
                ScriptedPeer busy = ScriptedPeer.connect(archive.server).associate(UID.CTImageStorage)) {
            busy.sendCommand(1, storeRequest(1)).sendFragment(1, false, false, new byte[10]);
            storing.await();
            Thread closing = Thread.ofVirtual().start(archive::close);
            idle.expect(AAbort.byUser());
            idle.close();
            busy.sendFragment(1, false, true, new byte[10]);

            assertThat(busy.readCommand().result().status()).isEqualTo(Status.SUCCESS);
            busy.expect(AAbort.byUser());
            busy.close();
            closing.join();
        }
        assertThat(kept.get()).hasSize(20);
    }
}
