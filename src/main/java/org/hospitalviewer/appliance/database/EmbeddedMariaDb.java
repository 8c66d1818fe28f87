package org.hospitalviewer.appliance.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.hospitalviewer.appliance.Home;
import org.hospitalviewer.appliance.StartProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The MariaDB server as a child process, reachable from this computer only. */
public final class EmbeddedMariaDb implements AutoCloseable {

    static final String USER = "viewer";
    static final String SCHEMA = "viewer";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedMariaDb.class);
    /** Crash recovery of a large index takes its time. */
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(20);

    private static final String LOST = "The database is missing and was made anew, empty: users, settings of jobs and devices, "
            + "the audit log and everything else that was kept in it are lost unless data/db is put back from a copy. "
            + "The images are all there, and the index of them is made from their files.";
    private static final Duration REVIVE_AFTER = Duration.ofSeconds(1);

    private final MariaDbPrograms programs;
    private final DatabaseFolder folder;
    private final DatabaseLogin login;
    private final Path log;
    private Process process;
    private boolean closing;

    private EmbeddedMariaDb(MariaDbPrograms programs, DatabaseFolder folder, DatabaseLogin login, Path log) {
        this.programs = programs;
        this.folder = folder;
        this.login = login;
        this.log = log;
    }

    /**
     * Makes the database if there is none, ends a server that a killed run left behind, and starts.
     *
     * @throws StartProblem with the reason when it does not come up
     */
    public static EmbeddedMariaDb start(Home home) {
        return start(home, LOG::info);
    }

    /** As above; tells when a database was lost. */
    static EmbeddedMariaDb start(Home home, Consumer<String> tell) {
        Path log = DatabaseLog.open(home);
        DatabaseFolder folder = new DatabaseFolder(home.database());
        MariaDbPrograms programs = MariaDbPrograms.provide(home.cache());
        String password = folder.password();
        new OrphanedServer(folder, programs, password).end();
        if (new DatabaseBootstrap(programs, folder, log).makeIfAbsent() && home.hasImages()) {
            LOG.error(LOST);
            tell.accept(LOST);
        }
        EmbeddedMariaDb database = new EmbeddedMariaDb(programs, folder, new DatabaseLogin(freePort(), USER, password), log);
        database.process = database.launch();
        database.awaitAnswer();
        database.guard();
        return database;
    }

    private Process launch() {
        try {
            Files.writeString(folder.port(), Integer.toString(login.port()));
            Process server = new ProcessBuilder(ServerOptions.server(programs, folder, login.port()))
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
            // The server writes it only when it is up; whoever is killed before must be found as well.
            Files.writeString(folder.pid(), Long.toString(server.pid()));
            return server;
        } catch (IOException e) {
            throw new StartProblem("The database program cannot be started: " + e.getMessage() + ".", e);
        }
    }

    /**
     * A server that crashed or was killed is started again at the same port; what was committed is there. By a thread of its
     * own: those of a pool may all be waiting for this very database.
     */
    private void guard() {
        Thread.ofPlatform().name("database-guard").daemon(true).start(() -> {
            try {
                while (awaitEnd()) {
                    Thread.sleep(REVIVE_AFTER);
                    revive();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Whether it ended by itself. */
    private boolean awaitEnd() throws InterruptedException {
        running().waitFor();
        return !isClosing();
    }

    private synchronized Process running() {
        return process;
    }

    private synchronized boolean isClosing() {
        return closing;
    }

    private synchronized void revive() {
        if (!closing) {
            LOG.error("The database server ended by itself with code {}; starting it again", process.exitValue());
            try {
                process = launch();
            } catch (StartProblem e) {
                LOG.error("The database server cannot be started; trying again", e);
            }
        }
    }

    /** Something may end the server once, and the next one repairs what it left; twice means that it cannot start. */
    private void awaitAnswer() {
        Instant giveUp = Instant.now().plus(START_LIMIT);
        boolean secondTry = false;
        while (!answers()) {
            if (!process.isAlive() && !secondTry) {
                secondTry = true;
                process = launch();
            } else if (!process.isAlive() || Instant.now().isAfter(giveUp)) {
                process.destroy();
                throw new StartProblem("The database does not start; its files may be damaged. The reason is at the end of "
                        + log + ". The images are not affected. Put the folder " + folder.root() + " back from a copy; or move it "
                        + "away to begin with an empty database, into which the images are taken from their files.");
            }
            LockSupport.parkNanos(POLL_INTERVAL.toNanos());
        }
    }

    private boolean answers() {
        try (Connection connection = login.connect()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            LOG.trace("The database is not up yet", e);
            return false;
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new StartProblem("No free network port for the database: " + e.getMessage() + ".", e);
        }
    }

    public String url(String schema) {
        return login.url() + schema;
    }

    /** The schema with the application's data. */
    String schema() {
        return folder.schema();
    }

    /** From the next start on, another schema holds the application's data. */
    void choose(String schema) throws IOException {
        folder.choose(schema);
    }

    DatabaseLogin login() {
        return login;
    }

    /** One of MariaDB's client programs, logged in; its complaints go to the database's log. */
    ProcessBuilder client(String program, List<String> options) {
        List<String> command = new ArrayList<>(List.of(programs.client(program).toString(), "--no-defaults",
                "--host=127.0.0.1", "--protocol=TCP", "--port=" + login.port(), "--user=" + login.user(), "--skip-ssl",
                "--default-character-set=utf8mb4"));
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        // On the command line every user of the computer could read it.
        builder.environment().put("MYSQL_PWD", login.password());
        return builder;
    }

    public String user() {
        return login.user();
    }

    public String password() {
        return login.password();
    }

    /** Shuts the server down in good order and waits for its end. */
    @Override
    public synchronized void close() {
        closing = true;
        try {
            login.shutDownServer();
            if (process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                return;
            }
            LOG.warn("The database did not stop within {}; asking the operating system", STOP_LIMIT);
        } catch (SQLException e) {
            LOG.warn("The database did not take the order to stop; asking the operating system", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroy();
    }
}
