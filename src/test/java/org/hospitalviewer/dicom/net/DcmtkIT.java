package org.hospitalviewer.dicom.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hospitalviewer.dicom.net.ServerUnderTest.PATIENT;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.dicom.io.Part10;
import org.hospitalviewer.peers.Dcmtk;
import org.hospitalviewer.peers.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our acceptor and our requestor with the programs of DCMTK. */
class DcmtkIT {
    @TempDir
    private Path folder;

    /** The data set of a Part 10 file, byte for byte. */
    private static byte[] dataSet(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Part10.open(in).dataSet().readAllBytes();
        }
    }

    @Test
    void echoscuIsAnswered() throws Exception {
        try (ServerUnderTest archive = ServerUnderTest.start()) {
            Dcmtk.Output echo = Dcmtk.run("echoscu", "-v", "-aec", "ARCHIVE", "--repeat", "3", "127.0.0.1",
                    String.valueOf(archive.server.port()));

            assertThat(echo.exit()).as(echo.text()).isZero();
            assertThat(archive.nextHeard()).isEqualTo("accepted ECHOSCU");
            assertThat(archive.nextHeard()).isEqualTo("released");
        }
    }

    @Test
    void echoscuIsToldThatTheCalledTitleIsWrong() throws Exception {
        try (ServerUnderTest archive = ServerUnderTest.start(AdmissionPolicy.calledAs("ARCHIVE"))) {
            Dcmtk.Output echo = Dcmtk.run("echoscu", "-aec", "OTHER", "127.0.0.1",
                    String.valueOf(archive.server.port()));

            assertThat(echo.exit()).isNotZero();
            assertThat(echo.text()).contains("Called AE Title Not Recognized");
        }
    }

    @Test
    void echoscuThatAbortsDoesNoHarm() throws Exception {
        try (ServerUnderTest archive = ServerUnderTest.start()) {
            Dcmtk.run("echoscu", "--abort", "127.0.0.1", String.valueOf(archive.server.port()));

            assertThat(archive.nextHeard()).isEqualTo("accepted ECHOSCU");
            assertThat(archive.nextHeard()).contains("aborted by the application of the peer");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-xi", "-xe", "-xb", "-x="})
    void aSeriesFromStorescuArrivesUnchangedInTheTransferSyntaxOfTheSender(String proposal) throws Exception {
        Path series = Samples.path("series-ct/head-phantom-1mm");
        try (ServerUnderTest archive = ServerUnderTest.start()) {
            Dcmtk.Output sent = Dcmtk.storescu(archive.server.port(), "ARCHIVE", List.of(proposal), series);

            assertThat(sent.exit()).as(sent.text()).isZero();
            assertThat(archive.stored).hasSize(40);
            for (Path file : Samples.files("series-ct/head-phantom-1mm")) {
                assertThat(archive.stored.get(StorableFile.read(file).sopInstanceUid()).length)
                        .isGreaterThan(512 * 512 * 2);
            }
        }
    }

    /** A sample in each transfer syntax that storescu can propose for it, with its option. */
    @ParameterizedTest
    @CsvSource({"ct-explicit-le, -xe", "ct-implicit-le, -xi", "ct-explicit-be, -xb", "ct-deflated, -xd", "ct-rle, -xr",
            "ct-jpeg-baseline-8bit-50, -xy", "ct-jpeg-extended-12bit-51, -xx", "ct-jpeg-lossless-sv1-70, -xs",
            "ct-jpegls-lossless-80, -xt", "ct-jpegls-near-81, -xu", "ct-j2k-lossless-90, -xv", "ct-j2k-91, -xw"})
    void eachTransferSyntaxOfStorescuIsKept(String sample, String option) throws Exception {
        Path file = Samples.path("transfer-syntaxes/same-ct/" + sample + ".dcm");
        StorableFile sent = StorableFile.read(file);
        List<String> syntaxes = new ArrayList<>();
        List<byte[]> received = new ArrayList<>();
        CStoreHandler handler = (_, request, dataSet) -> {
            syntaxes.add(request.transferSyntaxUid());
            received.add(dataSet.readAllBytes());
            return Status.SUCCESS;
        };
        try (ServerUnderTest archive = ServerUnderTest.storingBy(handler)) {
            Dcmtk.Output storescu = Dcmtk.storescu(archive.server.port(), "ARCHIVE", List.of(option), file);
            assertThat(storescu.exit()).as(storescu.text()).isZero();
        }
        assertThat(syntaxes).containsExactly(sent.transferSyntaxUid());
        if (!sent.transferSyntaxUid().equals(UID.DeflatedExplicitVRLittleEndian)) { // storescu deflates anew
            assertThat(tail(received.getFirst())).as("end of the pixel data").isEqualTo(tail(dataSet(file)));
        }
    }

    private static byte[] tail(byte[] bytes) {
        return Arrays.copyOfRange(bytes, bytes.length - 1000, bytes.length);
    }

    @Test
    void storescpReceivesByteForByteWhatOurFilesHold() throws Exception {
        List<Path> files = new ArrayList<>(Samples.files("series-ct/head-tilted-irregular"));
        files.addAll(Samples.files("series-mr/t1-2d-sagittal"));
        Stream.of("deflated", "rle", "jpeg-lossless-sv1-70", "j2k-lossless-90")
                .forEach(name -> files.add(Samples.path("transfer-syntaxes/same-ct/ct-" + name + ".dcm")));
        List<SentFile> reports = new ArrayList<>();
        try (Dcmtk.StoreScp scp = Dcmtk.StoreScp.start(folder, "+xa", "+uf")) {
            new StoreScu(new Target("127.0.0.1", scp.port(), "STORESCP"), "DICOMVIEWER", PATIENT)
                    .send(files, reports::add);

            assertThat(reports).hasSize(files.size()).filteredOn(report -> !report.isDone()).isEmpty();
        }
        assertThatReceived(files);
    }

    private void assertThatReceived(List<Path> files) throws IOException {
        List<byte[]> received = new ArrayList<>();
        try (Stream<Path> kept = Files.list(folder)) {
            for (Path file : kept.toList()) {
                received.add(dataSet(file));
            }
        }
        assertThat(received).hasSize(files.size());
        for (Path file : files) {
            StorableFile sent = StorableFile.read(file);
            try (InputStream in = sent.open()) {
                byte[] bytes = in.readAllBytes();
                assertThat(received).as(file.toString()).anyMatch(kept -> Arrays.equals(kept, bytes));
            }
        }
    }

    @Test
    void filesThatAreNotDicomOrNotAcceptedAreReportedAndTheRestIsSent() throws Exception {
        Path text = Files.writeString(folder.resolve("text.dcm"), "not a DICOM file");
        Path compressed = Samples.path("transfer-syntaxes/same-ct/ct-j2k-91.dcm");
        Path plain = Samples.path("transfer-syntaxes/same-ct/ct-explicit-le.dcm");
        List<SentFile> reports = new ArrayList<>();
        Path received = Files.createDirectory(folder.resolve("received"));
        try (Dcmtk.StoreScp scp = Dcmtk.StoreScp.start(received)) { // takes uncompressed only
            new StoreScu(new Target("127.0.0.1", scp.port(), "STORESCP"), "DICOMVIEWER", PATIENT)
                    .send(List.of(text, compressed, plain), reports::add);
        }
        assertThat(reports).extracting(SentFile::path, SentFile::isDone).containsExactly(
                tuple(text, false),
                tuple(compressed, false),
                tuple(plain, true));
    }
}
