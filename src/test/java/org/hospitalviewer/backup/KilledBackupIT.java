package org.hospitalviewer.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.backup.file.BackupFile;
import org.hospitalviewer.backup.file.RecoveryKey;
import org.hospitalviewer.clinical.report.ReportDesk;
import org.hospitalviewer.peers.ApplianceProcess;
import org.hospitalviewer.peers.Await;
import org.hospitalviewer.peers.Dcmtk;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The program killed while it makes a backup: while a file of it is written, and while it is tried out. */
class KilledBackupIT {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @TempDir
    private Path folder;
    @TempDir
    private Path images;
    private final Path home = FreshHome.make();

    private Path place() {
        return folder.resolve("DICOM_Viewer_Backups");
    }

    private static JsonNode call(ApplianceProcess appliance, String path, String body, int status) throws IOException {
        WebCaller admin = WebCaller.stranger(appliance.httpPort()).as(FreshHome.ADMIN, FreshHome.PASSWORD);
        return ReportDesk.read(body == null ? admin.get(path) : admin.post(path, body), status);
    }

    private static JsonNode status(ApplianceProcess appliance) throws IOException {
        return call(appliance, "/api/backup/status", null, 200);
    }

    private RecoveryKey setUp(ApplianceProcess appliance) throws Exception {
        assertThat(Dcmtk.storescu(appliance.dicomPort(), "DICOMVIEWER", List.of(), Slice.alone().writeInto(images)).exit())
                .isZero();
        return RecoveryKey.parse(call(appliance, "/api/backup/configure", "{\"folder\":\"" + folder
                + "\",\"contents\":[\"DATABASE\",\"CONFIGURATION\",\"IMAGES\"]}", 200).get("recoveryKey").asString());
    }

    private List<Path> files(String ending) throws IOException {
        if (!Files.exists(place())) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(place())) {
            return all.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    @Test
    void whatIsThereIsWholeTheCutIsToldAndTheNextBackupIsGood() throws Exception {
        RecoveryKey key;
        try (ApplianceProcess appliance = ApplianceProcess.start(home)) {
            key = setUp(appliance);
            killWhen(appliance, () -> !files(".part").isEmpty());
        }
        requireWhole(key);
        try (ApplianceProcess appliance = ApplianceProcess.start(home)) {
            requireTold(appliance);
            killWhen(appliance, () -> files(".zip").stream().anyMatch(this::isBackup));
        }
        requireWhole(key);
        try (ApplianceProcess appliance = ApplianceProcess.start(home)) {
            requireTold(appliance);
            call(appliance, "/api/backup/backup-now", "", 202);
            Await.until("the backup is over", PATIENCE, () -> !status(appliance).get("running").asBoolean());
            assertThat(status(appliance).at("/last/status").asString()).isEqualTo("VERIFIED");
            assertThat(status(appliance).at("/last/error").asString()).as("all images are in it").isEmpty();
            assertThat(files(".part")).isEmpty();
            requireWhole(key);
        }
    }

    private static void killWhen(ApplianceProcess appliance, Callable<Boolean> moment) throws Exception {
        call(appliance, "/api/backup/backup-now", "", 202);
        Await.until("it is at that point", PATIENCE, () -> moment.call() || !status(appliance).get("running").asBoolean());
        appliance.kill();
    }

    /** Or the backup was quicker. */
    private static void requireTold(ApplianceProcess appliance) throws IOException {
        JsonNode last = status(appliance).get("last");
        assertThat(last.get("status").asString() + last.get("error").asString())
                .isIn("FAILED" + CutOffBackup.SENTENCE, "VERIFIED");
    }

    private boolean isBackup(Path file) {
        return file.getParent().equals(place());
    }

    /** Under the name of a backup there is never a part of one. */
    private void requireWhole(RecoveryKey key) throws IOException {
        for (Path file : files(".zip").stream().filter(this::isBackup).toList()) {
            try (BackupFile backup = BackupFile.open(file, key)) {
                backup.verify((_, _) -> { });
            }
        }
    }
}
