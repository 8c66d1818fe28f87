package org.hospitalviewer.dicom.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hospitalviewer.dicom.net.ServerUnderTest.PATIENT;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.hospitalviewer.dicom.io.Part10;
import org.hospitalviewer.peers.Orthanc;
import org.hospitalviewer.peers.Samples;
import org.junit.jupiter.api.Test;

/** Our requestor sends to Orthanc, and Orthanc sends to our acceptor. */
class OrthancIT {
    private static final Pattern INSTANCE = Pattern.compile("\"([0-9a-f-]{44})\"");

    private static Map<String, byte[]> dataSets(List<Path> files) throws Exception {
        Map<String, byte[]> dataSets = new HashMap<>();
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file)) {
                dataSets.put(StorableFile.read(file).sopInstanceUid(), Part10.open(in).dataSet().readAllBytes());
            }
        }
        return dataSets;
    }

    @Test
    void aSeriesGoesToOrthancAndComesBackUnchanged() throws Exception {
        List<Path> files = Samples.files("series-mr/t1-2d-sagittal");
        try (Orthanc orthanc = Orthanc.start(); ServerUnderTest archive = ServerUnderTest.start()) {
            List<SentFile> reports = new ArrayList<>();
            new StoreScu(new Target("127.0.0.1", orthanc.dicomPort(), Orthanc.AET), "DICOMVIEWER", PATIENT)
                    .send(files, reports::add);
            assertThat(reports).hasSize(files.size()).allMatch(SentFile::isDone);

            List<String> instances = INSTANCE.matcher(orthanc.get("/instances")).results()
                    .map(match -> match.group(1)).toList();
            assertThat(instances).hasSize(files.size());
            Map<String, byte[]> sent = dataSets(files);
            for (String instance : instances) {
                byte[] file = orthanc.getBytes("/instances/" + instance + "/file");
                byte[] kept = Part10.open(new ByteArrayInputStream(file)).dataSet().readAllBytes();
                assertThat(sent.values()).anyMatch(bytes -> Arrays.equals(bytes, kept));
            }

            orthanc.addModality("ours", "ARCHIVE", archive.server.port());
            orthanc.post("/modalities/ours/echo", "");
            orthanc.post("/modalities/ours/store", "[\"" + String.join("\",\"", instances) + "\"]");
            assertThat(archive.stored.keySet()).isEqualTo(sent.keySet());
            archive.stored.forEach((uid, bytes) -> assertThat(bytes).isEqualTo(sent.get(uid)));
        }
    }

    @Test
    void orthancAsksForItsUser() throws Exception {
        try (Orthanc orthanc = Orthanc.startWithUser("clinic", "p4ss-word")) {
            assertThat(orthanc.get("/system")).contains("\"DicomAet\" : \"ORTHANC\"");
        }
    }
}
