package org.hospitalviewer.backup.restore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.appliance.database.DatabaseCopies;
import org.hospitalviewer.backup.file.BackupWriter;
import org.hospitalviewer.backup.file.DatabaseEntries;
import org.hospitalviewer.backup.file.Manifest.Content;
import org.hospitalviewer.backup.file.RecoveryKey;
import org.hospitalviewer.backup.target.StoredBackup;
import org.hospitalviewer.peers.ApplianceProcess;
import org.hospitalviewer.peers.Await;
import org.hospitalviewer.peers.FreePort;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** A backup that an earlier version of the program made. */
@ApplianceTest
class OlderBackupIT {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    /** The tables as they were before there were backups at all. */
    private static final String EARLIER = "19";
    private static final int CHEAP = 4;

    @TempDir
    private Path folder;
    @Autowired
    private DatabaseCopies copies;
    private final RecoveryKey key = RecoveryKey.random();

    @Test
    void itsTablesAreBroughtToThisVersionAndWhatWasEnteredIsThere() throws Exception {
        Path backup = folder.resolve(StoredBackup.name(Instant.now()));
        String schema = DatabaseCopies.check(System.nanoTime());
        copies.load(schema, _ -> { });
        try {
            enter(schema);
            write(schema, backup);
        } finally {
            copies.drop(schema);
        }
        Path home = FreshHome.make();
        try (ApplianceProcess restoring = ApplianceProcess.launch(home, FreePort.find(), FreePort.find(), List.of(),
                List.of("--restore", backup.toString()), Map.of("VIEWER_BACKUP_KEY", key.text()))) {
            assertThat(restoring.awaitExit()).as(restoring.output()).isZero();
        }
        try (ApplianceProcess appliance = ApplianceProcess.launch(home, FreePort.find(), FreePort.find(), List.of(), List.of(),
                Map.of())) {
            Await.until("it is up", PATIENCE, appliance::isUp);
            WebCaller earlier = WebCaller.stranger(appliance.httpPort()).as("earlier-admin", FreshHome.PASSWORD);
            assertThat(WebCaller.text(earlier.get("/api/devices"))).contains("EARLIER_CT");
            assertThat(WebCaller.text(earlier.get("/api/backup/status"))).contains(backup.getFileName().toString());
        }
    }

    private void enter(String schema) {
        Flyway.configure().dataSource(copies.open(schema)).locations("classpath:db/migration").target(EARLIER).load().migrate();
        JdbcClient earlier = JdbcClient.create(copies.open(schema));
        earlier.sql("INSERT INTO users (username, password_hash, full_name, role) VALUES ('earlier-admin', ?, 'Earlier', 'ADMIN')")
                .param(new BCryptPasswordEncoder(CHEAP).encode(FreshHome.PASSWORD)).update();
        earlier.sql("INSERT INTO devices (ae_title, is_known, host, port) VALUES ('EARLIER_CT', TRUE, '10.0.0.7', 104)").update();
    }

    private void write(String schema, Path file) throws IOException {
        List<Content> contents = List.of(Content.DATABASE);
        try (OutputStream out = Files.newOutputStream(file); BackupWriter backup = new BackupWriter(out, key)) {
            backup.finish(BackupWriter.head("0.0.9", Instant.now(), EARLIER, contents),
                    DatabaseEntries.write(copies, schema, backup, (_, _) -> { }));
        }
    }
}
