package org.hospitalviewer.archive.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.hospitalviewer.archive.Origin;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.io.Part10File;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Objects whose SOP Instance UID is taken by another content: kept beside the archive until the admin decides. The name
 * of a file is made of its content, so that a sender who repeats himself fills nothing.
 */
final class Quarantine {

    private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);
    private static final int HASH_BYTES = 10;
    private static final int MAX_ROWS = 1_000;
    private static final int MAX_SENDER = 100;
    private static final int MAX_ADDRESS = 45;

    private final Path folder;
    private final DurableFolders folders;
    private final JdbcClient jdbc;

    Quarantine(Path folder, DurableFolders folders, JdbcClient jdbc) throws IOException {
        this.folder = folder;
        this.folders = folders;
        this.jdbc = jdbc;
        folders.create(folder);
    }

    /** Durable file first, row second: a row always has its file; a file without one gets it when it comes again. */
    void keep(Origin origin, IndexedInstance present, DataSetDigest digest, IncomingFile file) throws IOException {
        keep(origin, present, digest, file::moveTo);
    }

    /** The same for a file that knows how to get there durably. */
    void keep(Origin origin, IndexedInstance present, DataSetDigest digest, Placing file) throws IOException {
        String name = present.sopUid() + "-" + HexFormat.of().formatHex(digest.sha256(), 0, HASH_BYTES) + ".dcm";
        if (!Files.exists(folder.resolve(name))) {
            file.moveTo(folder.resolve(name));
        }
        int rows = jdbc.sql("INSERT INTO quarantine (sop_instance_uid, study_instance_uid, file_name, stored_path, "
                        + "sender, address) VALUES (?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE id = id")
                .params(present.sopUid(), present.studyUid(), name, present.path(),
                        cut(origin.sender(), MAX_SENDER), cut(origin.address(), MAX_ADDRESS))
                .update();
        if (rows > 0) {
            LOG.warn("{} sent other content under the SOP Instance UID {}; it waits in quarantine as {}",
                    origin.sender(), present.sopUid(), name);
        }
    }

    /**
     * Takes back what was refused and has waited in the trash; its sender is no longer known.
     *
     * @return whether there was such a file and its place is free
     */
    boolean readmit(Path file) throws IOException {
        Path target = folder.resolve(file.getFileName());
        if (!Files.exists(file) || Files.exists(target)) {
            return false;
        }
        Attributes header = Part10File.open(file).header();
        folders.move(file, target);
        jdbc.sql("INSERT INTO quarantine (sop_instance_uid, study_instance_uid, file_name, stored_path, sender, address) "
                        + "VALUES (?, ?, ?, '', '', '') ON DUPLICATE KEY UPDATE id = id")
                .params(header.getString(Tag.SOPInstanceUID), header.getString(Tag.StudyInstanceUID),
                        file.getFileName().toString())
                .update();
        return true;
    }

    /** Files that wait for a decision, the newest first; a file that is gone needs none. */
    List<Row> rows() {
        return jdbc.sql("SELECT * FROM quarantine ORDER BY id DESC LIMIT " + MAX_ROWS).query(this::row).list().stream()
                .filter(this::isThere).toList();
    }

    Optional<Row> find(long id) {
        return jdbc.sql("SELECT * FROM quarantine WHERE id = ?").param(id).query(this::row).optional()
                .filter(this::isThere);
    }

    private Row row(ResultSet row, int number) throws SQLException {
        String name = row.getString("file_name");
        return new Row(row.getLong("id"), row.getTimestamp("created_at").toInstant(), row.getString("sender"),
                row.getString("address"), row.getString("sop_instance_uid"), row.getString("study_instance_uid"), name,
                folder.resolve(name));
    }

    private boolean isThere(Row row) {
        boolean there = Files.exists(row.file());
        if (!there) {
            remove(row.id());
        }
        return there;
    }

    void remove(long id) {
        jdbc.sql("DELETE FROM quarantine WHERE id = ?").param(id).update();
    }

    /**
     * A file that waits.
     *
     * @param name of the file
     */
    record Row(long id, Instant arrivedAt, String sender, String address, String sopUid, String studyUid, String name,
               Path file) {
    }

    /** How many objects wait for a decision. */
    long count() {
        return jdbc.sql("SELECT COUNT(*) FROM quarantine").query(Long.class).single();
    }

    /** Gives a file its place and returns when that is durable. */
    @FunctionalInterface
    interface Placing {
        void moveTo(Path target) throws IOException;
    }

    private static String cut(String text, int maxLength) {
        return text.length() <= maxLength ? text : text.substring(0, maxLength);
    }
}
