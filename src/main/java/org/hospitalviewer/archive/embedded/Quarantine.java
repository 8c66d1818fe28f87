package org.hospitalviewer.archive.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import org.hospitalviewer.archive.Origin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Objects whose SOP Instance UID is taken by another content: kept beside the archive until the admin decides. */
final class Quarantine {

    private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);

    private final Path folder;
    private final JdbcClient jdbc;

    Quarantine(Path folder, JdbcClient jdbc) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.jdbc = jdbc;
    }

    void keep(Origin origin, IndexedInstance present, FileChannel finished, Path temporary) throws IOException {
        finished.force(true);
        String name = Instant.now().toEpochMilli() + "-" + present.sopUid() + ".dcm";
        Files.move(temporary, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        jdbc.sql("INSERT INTO quarantine (sop_instance_uid, study_instance_uid, file_name, stored_path, sender, "
                        + "address) VALUES (?, ?, ?, ?, ?, ?)")
                .params(present.sopUid(), present.studyUid(), name, present.path(), origin.sender(), origin.address())
                .update();
        LOG.warn("{} sent other content under the SOP Instance UID {}; it waits in quarantine as {}", origin.sender(),
                present.sopUid(), name);
    }
}
