package org.hospitalviewer.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.node.Sender;
import org.hospitalviewer.peers.ApplianceProcess;
import org.hospitalviewer.peers.Await;
import org.hospitalviewer.peers.FreePort;
import org.hospitalviewer.peers.WebCaller;
import org.hospitalviewer.sync.crypt.FileKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Encrypted copies are read on the command line: with the key of the home folder, or with one in a file. */
class DecryptCommandIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private record Ended(int exitCode, String output) {
    }

    private static Ended run(Path home, String... options) throws Exception {
        ApplianceProcess process = ApplianceProcess.launch(home, FreePort.find(), FreePort.find(), List.of(),
                List.of(options), Map.of());
        return new Ended(process.awaitExit(), process.output());
    }

    private List<Path> files(String ending) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    @Test
    void theKeyComesFromTheHomeFolderOrFromAFile() throws Exception {
        Path home = FreshHome.make();
        Slice slice = Slice.alone();
        byte[] stored;
        try (ApplianceProcess appliance = ApplianceProcess.start(home)) {
            try (Sender sender = Sender.to(appliance.dicomPort())) {
                assertThat(sender.send(slice).isDone()).isTrue();
            }
            WebCaller admin = WebCaller.stranger(appliance.httpPort()).as(FreshHome.ADMIN, FreshHome.PASSWORD);
            assertThat(admin.post("/api/sync/configure", """
                    {"minutes":1440,"targets":[{"name":"stick","kind":"FOLDER","folder":"%s","encrypted":true}]}"""
                    .formatted(folder)).statusCode()).isEqualTo(200);
            assertThat(admin.post("/api/sync/sync-now", "").statusCode()).isEqualTo(202);
            Await.until("the study is there", PATIENCE, () -> files("manifest.json.enc").size() == 1);
            Ended refused = run(home, "--decrypt", folder.toString());
            assertThat(refused.output()).contains("in use by another running instance");
            try (Stream<Path> archive = Files.walk(home.resolve("data/archive"))) {
                stored = Files.readAllBytes(archive.filter(file -> file.endsWith(slice.sopUid() + ".dcm")).findFirst()
                        .orElseThrow());
            }
        }
        Path wrong = Files.writeString(Files.createTempFile("key-", ".txt"), FileKey.random().text() + "\n");
        Ended other = run(home, "--decrypt", folder.toString(), "--key-file", wrong.toString());
        assertThat(other.exitCode()).as(other.output()).isEqualTo(1);
        assertThat(other.output()).contains("encrypted with another key");
        Ended noKey = run(FreshHome.make().resolve("not-there"), "--decrypt", folder.toString());
        assertThat(noKey.exitCode()).as(noKey.output()).isEqualTo(1);
        assertThat(noKey.output()).contains("no home folder", "VIEWER_SYNC_KEY", "--key-file");

        Ended decrypted = run(home, "--decrypt", folder.toString());

        assertThat(decrypted.exitCode()).as(decrypted.output()).isZero();
        assertThat(decrypted.output()).contains("2 files decrypted, 0 not.");
        assertThat(files(".dcm")).singleElement().satisfies(file -> assertThat(file).hasBinaryContent(stored));
    }
}
