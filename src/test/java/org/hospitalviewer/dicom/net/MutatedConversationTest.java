package org.hospitalviewer.dicom.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.dicom.net.pdu.AReleaseRQ;
import org.hospitalviewer.dicom.net.pdu.MalformedPduException;
import org.hospitalviewer.dicom.net.pdu.PduDecoder;
import org.hospitalviewer.dicom.net.pdu.PduEncoder;
import org.hospitalviewer.dicom.net.pdu.PduType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Conversations with random bytes changed: whatever comes, each connection ends and the server serves the next one. */
class MutatedConversationTest {
    private static final int CONVERSATIONS = 400;
    private static final int DECODED = 5_000;
    private static final int CLIENT_PATIENCE_MILLIS = 20_000;
    private static final Timeouts HASTY = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(3),
            Duration.ofSeconds(3), Duration.ofSeconds(3), Duration.ofSeconds(3));

    /** Request, C-ECHO, C-STORE of 3000 bytes in two fragments, release. */
    private static byte[] conversation() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(PduEncoder.encode(ScriptedPeer.request(UID.Verification, UID.CTImageStorage)));
        bytes.writeBytes(ScriptedPeer.dataPdu(ScriptedPeer.pdv(1, true, true,
                CommandSetCodec.encode(CommandSet.echoRequest(1, UID.Verification)))));
        bytes.writeBytes(ScriptedPeer.dataPdu(ScriptedPeer.pdv(3, true, true, CommandSetCodec.encode(
                CommandSet.storeRequest(2, UID.CTImageStorage, "1.2.3", Priority.MEDIUM, MoveOriginator.NONE)))));
        bytes.writeBytes(ScriptedPeer.dataPdu(ScriptedPeer.pdv(3, false, false, new byte[2000]),
                ScriptedPeer.pdv(3, false, true, new byte[1000])));
        bytes.writeBytes(PduEncoder.encode(new AReleaseRQ()));
        return bytes.toByteArray();
    }

    private static byte[] mutate(byte[] bytes, Random random) {
        byte[] mutated = bytes.clone();
        for (int change = random.nextInt(6); change >= 0; change--) {
            mutated[random.nextInt(mutated.length)] = (byte) (random.nextBoolean() ? random.nextInt(256) : 0xff);
        }
        return random.nextInt(3) == 0 ? Arrays.copyOf(mutated, random.nextInt(mutated.length)) : mutated;
    }

    @Test
    void everyMutatedConversationEndsAndLeavesTheServerWell() throws Exception {
        Random random = new Random(20261122);
        try (ServerUnderTest archive = ServerUnderTest.start(ServerUnderTest.settings().withTimeouts(HASTY))) {
            for (int count = 0; count < CONVERSATIONS; count++) {
                converse(archive.server.port(), mutate(conversation(), random));
            }
            archive.stored.clear();
            converse(archive.server.port(), conversation());
            assertThat(archive.stored.get("1.2.3")).hasSize(3000);
        }
    }

    /** Sends all, then reads until the server closes; a server that never does fails by the client's time-out. */
    private static void converse(int port, byte[] bytes) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(CLIENT_PATIENCE_MILLIS);
            socket.getOutputStream().write(bytes);
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        } catch (SocketException reset) {
            assertThat(reset).hasMessageMatching(".*(reset|Broken pipe|aborted).*");
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "P_DATA_TF")
    void aPduOfRandomBytesIsReadOrRefusedButNeverFailsOtherwise(PduType type) {
        Random random = new Random(type.code());
        byte[] valid = PduEncoder.encode(ScriptedPeer.request(UID.Verification, UID.CTImageStorage));
        byte[] field = Arrays.copyOfRange(valid, 6, valid.length);
        for (int count = 0; count < DECODED; count++) {
            byte[] mutated = mutate(field, random);
            assertThatCode(() -> refusable(type, mutated)).doesNotThrowAnyException();
        }
    }

    private static void refusable(PduType type, byte[] field) {
        try {
            assertThat(PduDecoder.decode(type, field)).isNotNull();
        } catch (MalformedPduException refused) {
            assertThat(refused).hasMessageContaining(" ");
        }
    }

    @Test
    void aCommandSetOfRandomBytesIsReadOrRefusedButNeverFailsOtherwise() {
        Random random = new Random(7);
        byte[] valid = CommandSetCodec.encode(
                CommandSet.storeRequest(2, UID.CTImageStorage, "1.2.3", Priority.MEDIUM, MoveOriginator.NONE));
        for (int count = 0; count < DECODED; count++) {
            byte[] mutated = mutate(valid, random);
            assertThatCode(() -> refusable(mutated)).doesNotThrowAnyException();
        }
    }

    private static void refusable(byte[] command) {
        try {
            CommandSet read = CommandSetCodec.decode(command);
            assertThat(read.priority()).isNotNull();
            assertThat(read.moveOriginator()).isNotNull();
            assertThat(CommandSetCodec.encode(read.response(Status.SUCCESS, ""))).isNotEmpty();
        } catch (ProtocolViolationException refused) {
            assertThat(refused).hasMessageContaining(" ");
        }
    }
}
