package org.hospitalviewer.appliance.database;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.hospitalviewer.appliance.StartProblem;
import org.springframework.util.FileSystemUtils;

/** Makes a new, empty database with one user who may log in from this computer with a password only. */
final class DatabaseBootstrap {

    private static final List<String> SYSTEM_TABLES = List.of("mariadb_system_tables.sql",
            "mariadb_performance_tables.sql", "mariadb_system_tables_data.sql", "fill_help_tables.sql",
            "maria_add_gis_sp_bootstrap.sql", "mariadb_sys_schema.sql");

    private final MariaDbPrograms programs;
    private final DatabaseFolder folder;
    private final Path log;

    DatabaseBootstrap(MariaDbPrograms programs, DatabaseFolder folder, Path log) {
        this.programs = programs;
        this.folder = folder;
        this.log = log;
    }

    /** Whether there was none. */
    boolean makeIfAbsent() {
        if (Files.exists(folder.data())) {
            return false;
        }
        try {
            FileSystemUtils.deleteRecursively(folder.unfinishedData());
            Files.createDirectories(folder.unfinishedData());
            run(folder.password(), folder.schema());
            Files.move(folder.unfinishedData(), folder.data(), StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            throw new StartProblem("The database cannot be made in " + folder.root() + ": " + e.getMessage()
                    + ". See " + log + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartProblem("Interrupted while the database was being made.", e);
        }
    }

    private void run(String password, String schema) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(ServerOptions.bootstrap(programs, folder))
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
        try (OutputStream sql = process.getOutputStream()) {
            send(sql, "create database mysql;\nuse mysql;\nSET @auth_root_socket=NULL;\n");
            for (String script : SYSTEM_TABLES) {
                Files.copy(programs.share(script), sql);
                send(sql, "\n");
            }
            send(sql, users(password, schema));
        }
        if (process.waitFor() != 0) {
            throw new IOException("the database program ended with code " + process.exitValue());
        }
    }

    private static String users(String password, String schema) {
        return """
                use mysql;
                FLUSH PRIVILEGES;
                DELETE FROM global_priv WHERE User = '' OR User = 'root';
                FLUSH PRIVILEGES;
                CREATE USER '%1$s'@'127.0.0.1' IDENTIFIED BY '%2$s';
                GRANT ALL PRIVILEGES ON *.* TO '%1$s'@'127.0.0.1' WITH GRANT OPTION;
                CREATE DATABASE %3$s CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
                """.formatted(EmbeddedMariaDb.USER, password, schema);
    }

    private static void send(OutputStream out, String sql) throws IOException {
        out.write(sql.getBytes(StandardCharsets.UTF_8));
    }
}
