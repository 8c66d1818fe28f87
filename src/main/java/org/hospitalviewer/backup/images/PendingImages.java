package org.hospitalviewer.backup.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.hospitalviewer.appliance.Home;
import org.hospitalviewer.backup.file.BackupFile;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Images of a restored backup that are still to be brought back. The row is in the restored database, so that it goes with
 * the restore, or not at all; the list of the images is a file.
 *
 * @param list   of the images
 * @param folder where the backup's file lay
 */
public record PendingImages(Path list, Path folder) {

    private static final String PREFIX = "images-";

    /**
     * Makes the list ready, before anything is decided.
     *
     * @return empty when the backup stands for no images
     * @throws org.hospitalviewer.backup.file.UnusableBackupException when the list is damaged or made to do harm
     */
    public static Optional<PendingImages> prepare(BackupFile backup, Path backupFile, Home home) throws IOException {
        if (ImagesSummary.of(backup).isEmpty()) {
            return Optional.empty();
        }
        Path list = Files.createDirectories(folder(home)).resolve(PREFIX + System.currentTimeMillis() + ".tsv");
        ImageIndex.unpack(backup, list);
        return Optional.of(new PendingImages(list, backupFile.toAbsolutePath().getParent()));
    }

    private static Path folder(Home home) {
        return home.root().resolve("data").resolve("restore");
    }

    /** Keeps it in a database; what it held of this before is forgotten. */
    public static void put(JdbcClient jdbc, Optional<PendingImages> pending) {
        jdbc.sql("DELETE FROM image_restore").update();
        pending.ifPresent(images -> jdbc.sql("INSERT INTO image_restore (id, index_file, folder) VALUES (1, ?, ?)")
                .params(images.list().getFileName().toString(), images.folder().toString()).update());
    }

    /** Empty when nothing is to be brought back. */
    public static Optional<PendingImages> of(JdbcClient jdbc, Home home) {
        return jdbc.sql("SELECT index_file, folder FROM image_restore").query((row, _) ->
                new PendingImages(folder(home).resolve(row.getString(1)), Path.of(row.getString(2)))).optional();
    }

    /** All is done, or given up. */
    public static void forget(JdbcClient jdbc, Home home) throws IOException {
        put(jdbc, Optional.empty());
        removeLists(home, Optional.empty());
    }

    /** Removes the lists of restores that came to nothing. */
    public static void removeLists(Home home, Optional<PendingImages> but) throws IOException {
        if (!Files.isDirectory(folder(home))) {
            return;
        }
        try (Stream<Path> files = Files.list(folder(home))) {
            for (Path file : files.filter(one -> one.getFileName().toString().startsWith(PREFIX)).toList()) {
                if (but.isEmpty() || !but.get().list().equals(file)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
