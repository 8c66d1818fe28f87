package org.hospitalviewer.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.appliance.NetworkService;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.ArchiveQuery;
import org.hospitalviewer.archive.Match;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.archive.StoredInstance;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.io.Part10;
import org.hospitalviewer.dicom.io.Part10File;
import org.hospitalviewer.peers.Dcmtk;
import org.hospitalviewer.peers.Orthanc;
import org.hospitalviewer.peers.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Programs of others send to the appliance's DICOM port. */
@ApplianceTest
// An appliance of its own: others keep the same image in another transfer syntax.
@TestPropertySource(properties = "test.appliance=of-store-peers")
class StorePeersIT {

    @Autowired
    private NetworkService node;
    @Autowired
    private Archive archive;
    @TempDir
    private Path folder;

    private StoredInstance stored(Path file) throws IOException {
        Attributes header = Part10File.open(file).header();
        return archive.instance(header.getString(Tag.StudyInstanceUID), header.getString(Tag.SeriesInstanceUID),
                header.getString(Tag.SOPInstanceUID)).orElseThrow();
    }

    private static byte[] dataSet(InputStream file) throws IOException {
        try (file) {
            return Part10.open(file).dataSet().readAllBytes();
        }
    }

    private static byte[] dataSet(StoredInstance stored) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        stored.file().transferTo(bytes);
        return dataSet(new ByteArrayInputStream(bytes.toByteArray()));
    }

    @Test
    void aRealSeriesFromStorescuIsKeptAsAStorescpOfTheSameMakerKeepsIt() throws Exception {
        Path series = Samples.path("series-ct/head-phantom-1mm");
        Path reference = Files.createDirectory(folder.resolve("reference"));
        try (Dcmtk.StoreScp scp = Dcmtk.StoreScp.start(reference)) {
            assertThat(Dcmtk.storescu(scp.port(), "ANY", List.of(), series).exit()).isZero();
        }
        Dcmtk.Output sent = Dcmtk.storescu(node.port(), "DICOMVIEWER", List.of(), series);
        assertThat(sent.exit()).as(sent.text()).isZero();
        List<Path> files;
        try (var list = Files.list(reference)) {
            files = list.toList();
        }
        assertThat(files).hasSize(40);
        for (Path file : files) {
            assertThat(dataSet(stored(file))).isEqualTo(dataSet(Files.newInputStream(file)));
        }
        assertThat(archive.instances(stored(files.getFirst()).studyInstanceUid(),
                stored(files.getFirst()).seriesInstanceUid())).hasSize(40);
    }

    @Test
    void compressedImagesFromStorescuStayAsTheyAre() throws Exception {
        Path file = Samples.path("transfer-syntaxes/same-ct/ct-jpegls-lossless-80.dcm");
        Dcmtk.Output sent = Dcmtk.storescu(node.port(), "DICOMVIEWER", List.of("-xt"), file);
        assertThat(sent.exit()).as(sent.text()).isZero();
        assertThat(stored(file).transferSyntaxUid()).isEqualTo(Part10File.open(file).meta().transferSyntaxUid());
        assertThat(stored(file).frameCount()).isOne();
    }

    @Test
    void orthancSendsAStudyThatIsFoundAtOnce() throws Exception {
        Slice first = Slice.of(Slice.newUid(), Slice.newUid(), 1, 64);
        Slice second = Slice.of(first.studyUid(), first.seriesUid(), 2, 64);
        try (Orthanc orthanc = Orthanc.start()) {
            orthanc.addModality("viewer", "DICOMVIEWER", node.port());
            for (Slice slice : List.of(first, second)) {
                orthanc.upload(slice.writeInto(folder));
            }
            String study = orthanc.get("/studies").replaceAll("[^0-9a-f-]", "");
            assertThat(orthanc.post("/modalities/viewer/store", "[\"" + study + "\"]"))
                    .contains("\"FailedInstancesCount\" : 0");
        }
        assertThat(archive.count(ArchiveQuery.of(QueryLevel.IMAGE,
                List.of(new Match.Equal(Tag.StudyInstanceUID, first.studyUid())), 0, 1))).isEqualTo(2);
        StoredInstance found = archive.instance(first.studyUid(), first.seriesUid(), first.sopUid()).orElseThrow();
        assertThat(found.metadata().getString(Tag.PatientName)).isEqualTo("Test^Slice");
    }
}
