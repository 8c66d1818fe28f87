package org.hospitalviewer.appliance.database;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines of the database server. */
final class ServerOptions {

    private ServerOptions() {
    }

    static List<String> bootstrap(MariaDbPrograms programs, DatabaseFolder folder) throws IOException {
        List<String> command = common(programs, folder, folder.unfinishedData());
        command.addAll(List.of("--bootstrap", "--innodb-undo-tablespaces=0", "--innodb-log-file-size=8M"));
        return command;
    }

    /**
     * Starts the server for one computer and little memory: no TLS on loopback (it costs seconds at the start), no
     * performance schema, a small buffer pool; durable commits as MariaDB has them by default.
     *
     * @param port TCP port on loopback
     */
    static List<String> server(MariaDbPrograms programs, DatabaseFolder folder, int port)
            throws IOException {
        List<String> command = common(programs, folder, folder.data());
        command.addAll(List.of("--bind-address=127.0.0.1", "--port=" + port, "--skip-name-resolve", "--skip-ssl",
                "--performance-schema=OFF", "--innodb-buffer-pool-size=64M", "--innodb-undo-tablespaces=0",
                "--max-connections=60", "--pid-file=" + folder.pid(),
                // Relative to the data folder: an absolute path could pass the system's limit of 107 characters.
                "--socket=mariadb.sock"));
        return command;
    }

    /** The option that tells servers of several homes apart. */
    static String dataFolder(Path data) {
        return "--datadir=" + data;
    }

    private static List<String> common(MariaDbPrograms programs, DatabaseFolder folder, Path data)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(programs.server().toString(), "--no-defaults",
                "--basedir=" + programs.folder(), dataFolder(data),
                "--character-set-server=utf8mb4", "--collation-server=utf8mb4_unicode_ci",
                "--lower-case-table-names=1"));
        command.addAll(temporary(folder));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        return command;
    }

    /**
     * Temporary tables of its own: in a folder shared with other servers one deletes those of the other at its start.
     * The option is a list, so a path with the sign between paths cannot be said.
     */
    private static List<String> temporary(DatabaseFolder folder) throws IOException {
        Path temporary = Files.createDirectories(folder.temporary());
        return temporary.toString().contains(File.pathSeparator) ? List.of() : List.of("--tmpdir=" + temporary);
    }
}
