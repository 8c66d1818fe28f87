package org.hospitalviewer.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.appliance.Home;
import org.hospitalviewer.appliance.NetworkService;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.dicom.data.VR;
import org.hospitalviewer.dicom.io.DicomFormatException;
import org.hospitalviewer.dicom.io.Part10;
import org.hospitalviewer.dicom.net.DimseResponse;
import org.hospitalviewer.dicom.net.NoPresentationContextException;
import org.hospitalviewer.dicom.net.Status;
import org.hospitalviewer.peers.Samples;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a sender is told (PS3.4 Table B.2-1), and that bad objects leave nothing behind. */
@ApplianceTest
class StoreScpTest {

    private static final long MOST_BYTES = 64L << 20;
    private static final int ENDLESS_NESTING = 200_000;
    /** Referenced Image Sequence of undefined length and an item of undefined length (PS3.5 7.5). */
    private static final byte[] NESTED = {0x08, 0, 0x40, 0x11, 'S', 'Q', 0, 0, -1, -1, -1, -1,
            -2, -1, 0, -32, -1, -1, -1, -1};

    @Autowired
    private NetworkService node;
    @Autowired
    private Archive archive;
    @Autowired
    private Home home;

    private void assertRefusedAndGoesOn(String sopUid, byte[] dataSet, Status status, String comment)
            throws IOException {
        try (Sender sender = Sender.to(node.port())) {
            DimseResponse response = sender.send(sopUid, dataSet);
            assertThat(response.status()).isEqualTo(status);
            assertThat(response.errorComment()).contains(comment);
            assertThat(filesNamed(sopUid)).isEmpty();
            assertThat(home.archive().resolve(".incoming")).isEmptyDirectory();
            Slice next = Slice.alone();
            assertThat(sender.send(next).status()).isEqualTo(Status.SUCCESS);
            assertThat(archive.instance(next.studyUid(), next.seriesUid(), next.sopUid())).isPresent();
        }
    }

    private List<Path> filesNamed(String uid) throws IOException {
        try (Stream<Path> files = Files.walk(home.archive())) {
            return files.filter(file -> file.getFileName().toString().startsWith(uid)).toList();
        }
    }

    @Test
    void anImageThatIsCutShortIsNotUnderstood() throws Exception {
        Slice slice = Slice.of(Slice.newUid(), Slice.newUid(), 1, 64);
        byte[] whole = slice.dataSet();
        assertRefusedAndGoesOn(slice.sopUid(), Arrays.copyOf(whole, whole.length / 2), Status.CANNOT_UNDERSTAND,
                "only");
    }

    @Test
    void pixelDataShorterThanTheHeaderSaysIsNotUnderstood() throws Exception {
        Slice slice = Slice.alone();
        slice.attributes().setInt(Tag.Rows, VR.US, 9);
        assertRefusedAndGoesOn(slice.sopUid(), slice.dataSet(), Status.CANNOT_UNDERSTAND,
                "Pixel data cut short: 128 of 144 bytes");
    }

    @Test
    void aTextIsNotUnderstood() throws Exception {
        byte[] text = "Dear colleague, thank you for referring this patient to us.\n".repeat(100)
                .getBytes(StandardCharsets.US_ASCII);
        assertRefusedAndGoesOn(Slice.newUid(), text, Status.CANNOT_UNDERSTAND, "");
    }

    @Test
    void sequencesNestedWithoutEndAreNotUnderstood() throws Exception {
        ByteArrayOutputStream endless = new ByteArrayOutputStream();
        for (int depth = 0; depth < ENDLESS_NESTING; depth++) {
            endless.writeBytes(NESTED);
        }
        assertRefusedAndGoesOn(Slice.newUid(), endless.toByteArray(), Status.CANNOT_UNDERSTAND, "nested deeper");
    }

    @Test
    void aValueThatDeclaresFourGigabytesIsNotUnderstood() throws Exception {
        Slice slice = Slice.alone();
        byte[] whole = slice.dataSet();
        int lengthField = whole.length - 8 * 8 * 2 - 4;
        Arrays.fill(whole, lengthField, lengthField + 4, (byte) 0xFE);
        assertRefusedAndGoesOn(slice.sopUid(), whole, Status.CANNOT_UNDERSTAND, "");
    }

    @Test
    void anObjectWithoutItsUidsDoesNotMatch() throws Exception {
        Slice slice = Slice.alone();
        String sopUid = slice.sopUid();
        assertRefusedAndGoesOn(sopUid, slice.without(Tag.StudyInstanceUID).dataSet(),
                Status.DATA_SET_DOES_NOT_MATCH_SOP_CLASS, "Study Instance UID is missing");
    }

    @Test
    void theSameAgainAndAClashAreSuccessSoThatTheSenderStops() throws Exception {
        Slice slice = Slice.alone();
        try (Sender sender = Sender.to(node.port())) {
            assertThat(sender.send(slice).status()).isEqualTo(Status.SUCCESS);
            assertThat(sender.send(slice).status()).isEqualTo(Status.SUCCESS);
            assertThat(sender.send(slice.with(Tag.PatientID, VR.LO, "another")).status()).isEqualTo(Status.SUCCESS);
        }
        assertThat(filesNamed(slice.sopUid())).hasSize(1);
    }

    @Test
    void hostileFilesCostLittleAndStopNothing() throws IOException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int refused = 0;
        for (Path file : Samples.files("malformed/made")) {
            Hostile hostile = Hostile.of(file);
            long before = threads.getTotalThreadAllocatedBytes();
            try (Sender sender = Sender.to(node.port(), hostile.sopClassUid(), hostile.transferSyntaxUid())) {
                refused += sender.send(hostile.sopInstanceUid(), hostile.dataSet()).isDone() ? 0 : 1;
            } catch (NoPresentationContextException e) {
                refused++;
            }
            assertThat(threads.getTotalThreadAllocatedBytes() - before).as("bytes for " + file.getFileName())
                    .isLessThan(MOST_BYTES);
        }
        assertThat(refused).isPositive();
        assertThat(home.archive().resolve(".incoming")).isEmptyDirectory();
        try (Sender sender = Sender.to(node.port())) {
            assertThat(sender.send(Slice.alone()).status()).isEqualTo(Status.SUCCESS);
        }
    }

    /** What of a file goes over the network; where it says nothing of itself it is sent as a CT slice. */
    private record Hostile(String sopClassUid, String sopInstanceUid, String transferSyntaxUid, byte[] dataSet) {

        static Hostile of(Path file) throws IOException {
            try (InputStream in = Files.newInputStream(file)) {
                Part10.Opened opened = Part10.open(in);
                return new Hostile(uid(opened.meta().mediaStorageSopClassUid(), UID.CTImageStorage),
                        uid(opened.meta().mediaStorageSopInstanceUid(), Slice.newUid()),
                        uid(Optional.of(opened.meta().transferSyntaxUid()), UID.ExplicitVRLittleEndian),
                        even(opened.dataSet().readAllBytes()));
            } catch (DicomFormatException e) {
                return new Hostile(UID.CTImageStorage, Slice.newUid(), UID.ExplicitVRLittleEndian,
                        even(Files.readAllBytes(file)));
            }
        }

        private static String uid(Optional<String> said, String otherwise) {
            return said.filter(UID::isAcceptable).orElse(otherwise);
        }

        /** A fragment has an even number of bytes (PS3.8 Annex E.1). */
        private static byte[] even(byte[] bytes) {
            return Arrays.copyOf(bytes, bytes.length + bytes.length % 2);
        }
    }
}
