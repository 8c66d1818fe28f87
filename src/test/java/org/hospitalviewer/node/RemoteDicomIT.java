package org.hospitalviewer.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hospitalviewer.BesideOrthanc;
import org.hospitalviewer.RemoteApplianceTest;
import org.hospitalviewer.appliance.NetworkService;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;
import org.hospitalviewer.peers.Dcmtk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** The own DICOM port in REMOTE mode, where it was switched on: what it receives is passed on. */
@RemoteApplianceTest
class RemoteDicomIT {

    @Autowired
    private NetworkService node;
    @TempDir
    private Path folder;

    private Dcmtk.Output send(Path... files) {
        return Dcmtk.storescu(node.port(), "DICOMVIEWER", List.of(), files);
    }

    @Test
    void whatAScannerSendsIsOnTheOrthancWhenItHearsOfSuccess() throws IOException {
        Slice slice = Slice.alone();
        Path file = slice.writeInto(folder);

        Dcmtk.Output sent = send(file);

        assertThat(sent.exit()).as(sent.text()).isZero();
        assertThat(BesideOrthanc.orthanc().get("/dicom-web/instances?SOPInstanceUID=" + slice.sopUid()))
                .contains(slice.sopUid());
    }

    @Test
    void whatTheOrthancDoesNotKeepIsNoSuccess() throws IOException {
        Slice slice = Slice.alone();
        assertThat(send(slice.writeInto(folder)).exit()).isZero();
        Path other = slice.with(Tag.PatientName, VR.PN, "Other^Content")
                .writeInto(Files.createDirectory(folder.resolve("other")));

        Dcmtk.Output sent = send(other);

        assertThat(sent.text()).contains("DataSetDoesNotMatchSOPClass");
    }
}
