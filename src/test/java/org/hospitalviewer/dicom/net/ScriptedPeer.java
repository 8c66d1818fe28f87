package org.hospitalviewer.dicom.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hospitalviewer.dicom.net.pdu.AAssociateAC;
import org.hospitalviewer.dicom.net.pdu.AAssociateRQ;
import org.hospitalviewer.dicom.net.pdu.Pdu;
import org.hospitalviewer.dicom.net.pdu.PduDecoder;
import org.hospitalviewer.dicom.net.pdu.PduEncoder;
import org.hospitalviewer.dicom.net.pdu.PduHeader;
import org.hospitalviewer.dicom.net.pdu.PduType;
import org.hospitalviewer.dicom.net.pdu.PdvHeader;
import org.hospitalviewer.dicom.net.pdu.PresentationContextRQ;
import org.hospitalviewer.dicom.net.pdu.UserInformation;
import org.hospitalviewer.dicom.net.pdu.UserItem;

/** The other end of a connection, that says exactly what a test wants and nothing else. */
final class ScriptedPeer implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;

    private ScriptedPeer(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
    }

    /** Connects to a server under test. */
    static ScriptedPeer connect(DicomServer server) throws IOException {
        return new ScriptedPeer(new Socket(InetAddress.getLoopbackAddress(), server.port()));
    }

    /** Takes the connection of a requestor under test. */
    static ScriptedPeer accept(ServerSocket listening) throws IOException {
        return new ScriptedPeer(listening.accept());
    }

    /** A request for contexts with IDs 1, 3, ... of these SOP classes in implicit VR little endian. */
    static AAssociateRQ request(String... sopClassUids) {
        List<PresentationContextRQ> contexts = new ArrayList<>();
        for (String uid : sopClassUids) {
            contexts.add(new PresentationContextRQ(2 * contexts.size() + 1, uid, List.of("1.2.840.10008.1.2")));
        }
        return new AAssociateRQ("ARCHIVE", "SCRIPT", contexts,
                new UserInformation(List.of(new UserItem.MaximumLength(16384))));
    }

    ScriptedPeer send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    ScriptedPeer send(Pdu pdu) throws IOException {
        return send(PduEncoder.encode(pdu));
    }

    /** One P-DATA-TF with one presentation data value. */
    ScriptedPeer sendFragment(int contextId, boolean command, boolean last, byte[] fragment) throws IOException {
        return send(dataPdu(pdv(contextId, command, last, fragment)));
    }

    ScriptedPeer sendCommand(int contextId, CommandSet command) throws IOException {
        return sendFragment(contextId, true, true, CommandSetCodec.encode(command));
    }

    static byte[] pdv(int contextId, boolean command, boolean last, byte[] fragment) {
        byte[] pdv = new byte[PdvHeader.LENGTH + fragment.length];
        new PdvHeader(fragment.length, contextId, command, last).encode(pdv, 0);
        System.arraycopy(fragment, 0, pdv, PdvHeader.LENGTH, fragment.length);
        return pdv;
    }

    static byte[] dataPdu(byte[]... pdvs) {
        int length = 0;
        for (byte[] pdv : pdvs) {
            length += pdv.length;
        }
        byte[] pdu = new byte[Pdu.HEADER_LENGTH + length];
        PduHeader.encode(PduType.P_DATA_TF, length, pdu, 0);
        int position = Pdu.HEADER_LENGTH;
        for (byte[] pdv : pdvs) {
            System.arraycopy(pdv, 0, pdu, position, pdv.length);
            position += pdv.length;
        }
        return pdu;
    }

    /** Requests an association and expects its acceptance. */
    ScriptedPeer associate(String... sopClassUids) throws IOException {
        send(request(sopClassUids));
        assertThat(read()).isInstanceOf(AAssociateAC.class);
        return this;
    }

    /** The next PDU, which must be no P-DATA-TF. */
    Pdu read() throws IOException {
        PduHeader header = readHeader();
        return PduDecoder.decode(header.type(), readNBytes((int) header.length()));
    }

    /** The next message, which must have come in one P-DATA-TF and have no data set. */
    CommandSet readCommand() throws IOException {
        PduHeader header = readHeader();
        assertThat(header.type()).isEqualTo(PduType.P_DATA_TF);
        byte[] value = readNBytes((int) header.length());
        PdvHeader pdv = PdvHeader.decode(value, 0, value.length);
        assertThat(pdv).isEqualTo(new PdvHeader(value.length - PdvHeader.LENGTH, pdv.contextId(), true, true));
        return CommandSetCodec.decode(Arrays.copyOfRange(value, PdvHeader.LENGTH, value.length));
    }

    PduHeader readHeader() throws IOException {
        return PduHeader.decode(readNBytes(Pdu.HEADER_LENGTH), 0);
    }

    byte[] readNBytes(int length) throws IOException {
        byte[] bytes = socket.getInputStream().readNBytes(length);
        assertThat(bytes).as("bytes before the peer closed").hasSize(length);
        return bytes;
    }

    void expect(Pdu pdu) throws IOException {
        assertThat(read()).usingRecursiveComparison().isEqualTo(pdu);
    }

    /** The other side closes and sends nothing before. */
    void expectClose() throws IOException {
        try {
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        } catch (SocketException reset) {
            assertThat(reset).hasMessageContaining("reset");
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
