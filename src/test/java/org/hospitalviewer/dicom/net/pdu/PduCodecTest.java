package org.hospitalviewer.dicom.net.pdu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hospitalviewer.dicom.AnnotatedBytes.hex;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** PDUs and their bytes (PS3.8 9.3, PS3.7 Annex D.3.3). */
class PduCodecTest {
    private static final byte[] ASSOCIATE_RQ = hex("""
            01 00                                            A-ASSOCIATE-RQ, reserved
            00 00 00 f9                                      length, bytes
            00 01 00 00                                      protocol version 1, reserved
            41 52 43 48 49 56 45 20 20 20 20 20 20 20 20 20  called AE title ARCHIVE
            43 54 31 20 20 20 20 20 20 20 20 20 20 20 20 20  calling AE title CT1
            00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00  reserved
            00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00  reserved
            10 00 00 15                                      application context, 21 bytes
            31 2e 32 2e 38 34 30 2e 31 30 30 30 38 2e 33 2e  1.2.840.10008.3.
            31 2e 31 2e 31                                   1.1.1
            20 00 00 2e                                      presentation context, 46 bytes
            01 00 00 00                                      ID 1
            30 00 00 11                                      abstract syntax, 17 bytes
            31 2e 32 2e 38 34 30 2e 31 30 30 30 38 2e 31 2e 31  1.2.840.10008.1.1
            40 00 00 11                                      transfer syntax, 17 bytes
            31 2e 32 2e 38 34 30 2e 31 30 30 30 38 2e 31 2e 32  1.2.840.10008.1.2
            50 00 00 66                                      user information, 102 bytes
            51 00 00 04                                      maximum length
            00 00 40 00                                      16384 bytes
            52 00 00 05                                      implementation class UID
            31 2e 32 2e 33                                   1.2.3
            53 00 00 04                                      asynchronous operations window
            00 05 00 02                                      5 invoked, 2 performed
            54 00 00 09                                      role selection
            00 05 31 2e 32 2e 34 01 01                       1.2.4, SCU and SCP
            55 00 00 02                                      implementation version name
            56 31                                            V1
            56 00 00 09                                      SOP class extended negotiation
            00 05 31 2e 32 2e 35 07 08                       1.2.5, 07 08
            57 00 00 14                                      SOP class common extended negotiation
            00 05 31 2e 32 2e 36                             SOP class 1.2.6
            00 03 31 2e 37                                   service class 1.7
            00 06                                            related general SOP classes, 6 bytes
            00 04 31 2e 37 38                                1.78
            58 00 00 11                                      user identity, 17 bytes
            02 01                                            user name and passcode, answer requested
            00 05 6e 75 72 73 65                             nurse
            00 06 73 65 63 72 65 74                          secret
            """);

    private static final AAssociateRQ REQUEST = new AAssociateRQ("ARCHIVE", "CT1",
            List.of(new PresentationContextRQ(1, "1.2.840.10008.1.1", List.of("1.2.840.10008.1.2"))),
            new UserInformation(List.of(
                    new UserItem.MaximumLength(16384),
                    new UserItem.ImplementationClassUid("1.2.3"),
                    new UserItem.AsynchronousOperationsWindow(5, 2),
                    new UserItem.RoleSelection("1.2.4", true, true),
                    new UserItem.ImplementationVersionName("V1"),
                    new UserItem.ExtendedNegotiation("1.2.5", new byte[] {7, 8}),
                    new UserItem.CommonExtendedNegotiation("1.2.6", "1.7", List.of("1.78")),
                    new UserItem.UserIdentity(2, true, "nurse".getBytes(), "secret".getBytes()))));

    private static final byte[] ASSOCIATE_AC = hex("""
            02 00                                            A-ASSOCIATE-AC, reserved
            00 00 00 97                                      length, bytes
            00 01 00 00                                      protocol version 1, reserved
            41 52 43 48 49 56 45 20 20 20 20 20 20 20 20 20  called AE title ARCHIVE
            43 54 31 20 20 20 20 20 20 20 20 20 20 20 20 20  calling AE title CT1
            00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00  reserved
            00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00  reserved
            10 00 00 15                                      application context, 21 bytes
            31 2e 32 2e 38 34 30 2e 31 30 30 30 38 2e 33 2e  1.2.840.10008.3.
            31 2e 31 2e 31                                   1.1.1
            21 00 00 19                                      presentation context, 25 bytes
            01 00 00 00                                      ID 1, acceptance
            40 00 00 11                                      transfer syntax, 17 bytes
            31 2e 32 2e 38 34 30 2e 31 30 30 30 38 2e 31 2e 32  1.2.840.10008.1.2
            50 00 00 19                                      user information
            51 00 00 04                                      maximum length
            00 00 00 00                                      without limit
            59 00 00 04                                      user identity answer
            00 02 4f 4b                                      OK
            52 00 00 05                                      implementation class UID
            31 2e 32 2e 33                                   1.2.3
            """);

    private static final AAssociateAC ACCEPTANCE = new AAssociateAC(REQUEST,
            List.of(new PresentationContextAC(1, PresentationContextAC.ACCEPTANCE, "1.2.840.10008.1.2")),
            new UserInformation(List.of(new UserItem.MaximumLength(0),
                    new UserItem.UserIdentityAnswer(new byte[] {'O', 'K'}),
                    new UserItem.ImplementationClassUid("1.2.3"))));

    private static final byte[] ASSOCIATE_RJ = hex("""
            03 00          A-ASSOCIATE-RJ, reserved
            00 00 00 04    length, bytes
            00 02 03 02    reserved, transient, provider (presentation), local limit exceeded
            """);

    private static final byte[] RELEASE_RQ = hex("""
            05 00          A-RELEASE-RQ, reserved
            00 00 00 04    length, bytes
            00 00 00 00    reserved
            """);

    private static final byte[] RELEASE_RP = hex("""
            06 00          A-RELEASE-RP, reserved
            00 00 00 04    length, bytes
            00 00 00 00    reserved
            """);

    private static final byte[] ABORT = hex("""
            07 00          A-ABORT, reserved
            00 00 00 04    length, bytes
            00 00 02 06    reserved, service provider, invalid PDU parameter value
            """);

    static Stream<Arguments> pdus() {
        return Map.of(ASSOCIATE_RQ, REQUEST, ASSOCIATE_AC, ACCEPTANCE,
                        ASSOCIATE_RJ, RejectReason.LOCAL_LIMIT_EXCEEDED.pdu(), RELEASE_RQ, new AReleaseRQ(),
                        RELEASE_RP, new AReleaseRP(), ABORT, AAbort.byProvider(AbortReason.INVALID_PDU_PARAMETER_VALUE))
                .entrySet().stream().map(entry -> Arguments.of(entry.getValue(), entry.getKey()));
    }

    @ParameterizedTest
    @MethodSource("pdus")
    void aPduIsWrittenAsTheStandardPrintsIt(Pdu pdu, byte[] bytes) {
        assertThat(PduEncoder.encode(pdu)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @MethodSource("pdus")
    void aPduIsReadBack(Pdu pdu, byte[] bytes) throws MalformedPduException {
        assertThat(decode(bytes)).usingRecursiveComparison().isEqualTo(pdu);
    }

    @ParameterizedTest
    @MethodSource("pdus")
    void aPduCutAnywhereIsRefusedOrReadWithoutItsLastItems(Pdu pdu, byte[] bytes) {
        for (int length = Pdu.HEADER_LENGTH; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            try {
                assertThat(PduEncoder.encode(decode(cut))).hasSizeLessThanOrEqualTo(length + 8);
            } catch (MalformedPduException refused) {
                assertThat(refused.reason()).isEqualTo(AbortReason.INVALID_PDU_PARAMETER_VALUE);
            }
        }
    }

    @Test
    void aFixedPduOfAnotherLengthIsRefused() {
        assertThatThrownBy(() -> PduDecoder.decode(PduType.A_RELEASE_RQ, new byte[5]))
                .isInstanceOf(MalformedPduException.class).hasMessageContaining("A_RELEASE_RQ of 5");
    }

    @Test
    void anItemLongerThanItsPduIsRefused() {
        byte[] bytes = ASSOCIATE_RQ.clone();
        bytes[76] = (byte) 0xff; // length of the application context
        assertThatThrownBy(() -> decode(bytes)).isInstanceOf(MalformedPduException.class)
                .hasMessageContaining("announced");
    }

    @Test
    void twoContextsWithOneIdAreRefused() {
        PresentationContextRQ twice = new PresentationContextRQ(3, "1.2", List.of("1.2.840.10008.1.2"));
        byte[] bytes = PduEncoder.encode(new AAssociateRQ("A", "B", List.of(twice, twice),
                new UserInformation(List.of())));

        assertThatThrownBy(() -> decode(bytes)).isInstanceOf(MalformedPduException.class)
                .hasMessageContaining("same ID");
    }

    @Test
    void anEvenContextIdIsRefused() {
        byte[] bytes = PduEncoder.encode(new AAssociateRQ("A", "B",
                List.of(new PresentationContextRQ(2, "1.2", List.of())), new UserInformation(List.of())));

        assertThatThrownBy(() -> decode(bytes)).isInstanceOf(MalformedPduException.class)
                .hasMessageContaining("not odd");
    }

    @Test
    void unknownItemsAreSkipped() throws MalformedPduException {
        byte[] known = PduEncoder.encode(ACCEPTANCE);
        byte[] bytes = Arrays.copyOf(known, known.length + 6);
        bytes[known.length] = 0x7a; // no such item
        bytes[known.length + 3] = 2;

        assertThat(decode(bytes)).usingRecursiveComparison().isEqualTo(ACCEPTANCE);
    }

    @Test
    void aTitlePaddedByNulAndControlCharactersIsMadeHarmless() throws MalformedPduException {
        byte[] bytes = ASSOCIATE_RQ.clone();
        System.arraycopy("CT\n2\0\0\0\0".getBytes(), 0, bytes, 26, 8);

        assertThat(((AAssociateRQ) decode(bytes)).callingAet()).isEqualTo("CT?2");
    }

    @Test
    void aMissingMaximumLengthStandsForAModestOne() {
        assertThat(new UserInformation(List.of()).maximumLength()).isEqualTo(16384);
    }

    @Test
    void credentialsStayOutOfLogs() {
        assertThat(REQUEST.toString()).contains("CT1").doesNotContain("secret").doesNotContain("nurse");
    }

    @Test
    void aTypeThatDoesNotExistIsNoPdu() {
        assertThatThrownBy(() -> PduHeader.decode("GET / HTTP/1.1".getBytes(), 0))
                .isInstanceOfSatisfying(MalformedPduException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(AbortReason.UNRECOGNIZED_PDU));
    }

    @Test
    void aPresentationDataValueBeyondItsPduIsRefused() {
        byte[] header = hex("00 00 00 0b 01 03");

        assertThatThrownBy(() -> PdvHeader.decode(header, 0, 14)).isInstanceOf(MalformedPduException.class);
        assertThatThrownBy(() -> PdvHeader.decode(hex("00 00 00 01 01 03"), 0, 100))
                .isInstanceOf(MalformedPduException.class);
        assertThatThrownBy(() -> PdvHeader.decode(hex("ff ff ff ff 01 03"), 0, 100))
                .isInstanceOf(MalformedPduException.class);
    }

    @Test
    void aPresentationDataValueNamesItsContextAndItsKind() throws MalformedPduException {
        byte[] header = hex("""
                00 00 00 0b    item length: 2 + 9 bytes of fragment
                05             presentation context ID
                02             last fragment of a data set
                """);

        PdvHeader read = PdvHeader.decode(header, 0, 15);

        assertThat(read).isEqualTo(new PdvHeader(9, 5, false, true));
        byte[] written = new byte[6];
        read.encode(written, 0);
        assertThat(written).isEqualTo(header);
    }

    private static Pdu decode(byte[] bytes) throws MalformedPduException {
        return PduDecoder.decode(PduHeader.decode(bytes, 0).type(),
                Arrays.copyOfRange(bytes, Pdu.HEADER_LENGTH, bytes.length));
    }
}
