package org.hospitalviewer.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.appliance.device.Device;
import org.hospitalviewer.appliance.device.DeviceEntry;
import org.hospitalviewer.appliance.device.Devices;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.Origin;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.dicom.io.Part10;
import org.hospitalviewer.dicom.io.Part10File;
import org.hospitalviewer.dicomweb.StoredSample;
import org.hospitalviewer.peers.Await;
import org.hospitalviewer.peers.Dcmtk;
import org.hospitalviewer.peers.FreePort;
import org.hospitalviewer.peers.Orthanc;
import org.hospitalviewer.peers.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Studies sent to real devices: willing ones, choosy ones, absent ones. */
@ApplianceTest
class SendStudyIT {

    private static final Origin SCANNER = new Origin(Origin.Door.C_STORE, "CT1", "127.0.0.1");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    private Archive archive;
    @Autowired
    private Devices devices;
    @Autowired
    private StudyTransfers transfers;
    @TempDir
    private Path folder;

    private Device device(String aeTitle, int port) {
        return devices.all().stream().filter(one -> one.aeTitle().equals(aeTitle)).findFirst()
                .map(one -> devices.change(one.id(), entry(aeTitle, port)).orElseThrow())
                .orElseGet(() -> devices.add(entry(aeTitle, port)));
    }

    private static DeviceEntry entry(String aeTitle, int port) {
        return new DeviceEntry(aeTitle, "", "127.0.0.1", port, false, false, false, false);
    }

    private List<Slice> study(int count) throws IOException {
        List<Slice> slices = new ArrayList<>();
        String study = Slice.newUid();
        String series = Slice.newUid();
        for (int number = 1; number <= count; number++) {
            Slice slice = Slice.of(study, series, number, 16);
            archive.store(SCANNER, slice.announced(), slice.open());
            slices.add(slice);
        }
        return slices;
    }

    private StudyTransfer sent(String study, Device device) {
        long id = transfers.send(study, device).id();
        Await.until("the study is sent", PATIENCE,
                () -> transfers.find(id).orElseThrow().state() != StudyTransfer.State.WAITING);
        return transfers.find(id).orElseThrow();
    }

    /** Data sets of what a device received, by SOP Instance UID. */
    private Map<String, Path> received() throws IOException {
        Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> list = Files.list(folder.resolve("device"))) {
            for (Path file : list.toList()) {
                files.put(Part10File.open(file).header().getString(Tag.SOPInstanceUID), file);
            }
        }
        return files;
    }

    private static byte[] dataSet(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Part10.open(in).dataSet().readAllBytes();
        }
    }

    @Test
    void aStudyArrivesAtStorescpByteForByteAndIsNotSentTwice() throws Exception {
        List<Slice> slices = study(12);
        try (Dcmtk.StoreScp storescp = Dcmtk.StoreScp.start(Files.createDirectory(folder.resolve("device")))) {
            StudyTransfer transfer = sent(slices.getFirst().studyUid(), device("STORESCP", storescp.port()));
            assertThat(transfer.state()).as(transfer.message()).isEqualTo(StudyTransfer.State.DONE);
            assertThat(transfer.done()).isEqualTo(12).isEqualTo(transfer.total());
            Map<String, Path> received = received();
            assertThat(received).hasSize(12);
            for (Slice slice : slices) {
                assertThat(dataSet(received.get(slice.sopUid()))).isEqualTo(slice.dataSet());
            }
        }
    }

    @Test
    void aDeviceThatTakesNoCompressionGetsDecodedPixels() throws Exception {
        Path own = Files.createDirectory(folder.resolve("own"));
        Attributes header = StoredSample.store(archive, Samples.path("transfer-syntaxes/same-ct/ct-j2k-lossless-90.dcm"),
                own).orElseThrow().header();
        try (Dcmtk.StoreScp storescp = Dcmtk.StoreScp.start(Files.createDirectory(folder.resolve("device")), "+xe")) {
            StudyTransfer transfer = sent(header.getString(Tag.StudyInstanceUID), device("PLAIN", storescp.port()));
            assertThat(transfer.done()).as(transfer.message()).isPositive();
            Path file = received().get(header.getString(Tag.SOPInstanceUID));
            Part10File plain = Part10File.open(file);
            assertThat(plain.meta().transferSyntaxUid()).isEqualTo(UID.ExplicitVRLittleEndian);
            Part10File original = Part10File.open(Samples.path("transfer-syntaxes/same-ct/ct-explicit-le.dcm"));
            assertThat(pixels(plain)).isEqualTo(pixels(original));
        }
    }

    private static byte[] pixels(Part10File file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        var pixels = file.header().bulkData(Tag.PixelData).orElseThrow();
        file.bulkDataSource().copy(pixels.offset(), pixels.length(), bytes);
        return bytes.toByteArray();
    }

    @Test
    void orthancGetsTheStudy() throws Exception {
        List<Slice> slices = study(5);
        try (Orthanc orthanc = Orthanc.start()) {
            StudyTransfer transfer = sent(slices.getFirst().studyUid(), device(Orthanc.AET, orthanc.dicomPort()));
            assertThat(transfer.state()).as(transfer.message()).isEqualTo(StudyTransfer.State.DONE);
            assertThat(transfer.done()).isEqualTo(5);
        }
    }

    @Test
    void aDeviceThatBreaksOffInTheMiddleGetsTheRestLaterAndNothingTwice() throws Exception {
        List<Slice> slices = study(8);
        int port = FreePort.find();
        try (FlakyScp scp = FlakyScp.start(port, 3)) {
            StudyTransfer transfer = sent(slices.getFirst().studyUid(), device("FLAKY", port));
            assertThat(transfer.state()).as(transfer.message()).isEqualTo(StudyTransfer.State.DONE);
            assertThat(scp.acknowledged()).containsExactlyInAnyOrderElementsOf(
                    slices.stream().map(Slice::sopUid).toList());
        }
    }

    @Test
    void aDeviceThatIsAwayIsTriedAgainUntilItIsThere() throws Exception {
        List<Slice> slices = study(2);
        int port = FreePort.find();
        long id = transfers.send(slices.getFirst().studyUid(), device("LATE", port)).id();
        Await.until("an attempt has failed", PATIENCE, () -> transfers.find(id).orElseThrow().attempts() > 0);
        assertThat(transfers.find(id).orElseThrow().message()).isNotEmpty();
        try (FlakyScp scp = FlakyScp.start(port, Integer.MAX_VALUE)) {
            Await.until("it is sent", PATIENCE,
                    () -> transfers.find(id).orElseThrow().state() == StudyTransfer.State.DONE);
            assertThat(scp.acknowledged()).hasSize(2);
        }
    }
}
