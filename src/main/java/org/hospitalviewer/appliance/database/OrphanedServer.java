package org.hospitalviewer.appliance.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hospitalviewer.appliance.StartProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A database server that outlived a killed appliance. Only our own program is ever stopped, never another process. */
record OrphanedServer(DatabaseFolder folder, MariaDbPrograms programs, String password) {

    private static final Logger LOG = LoggerFactory.getLogger(OrphanedServer.class);
    private static final int STOP_LIMIT_SECONDS = 60;

    void end() {
        Optional<ProcessHandle> orphan = number(folder.pid()).flatMap(ProcessHandle::of).filter(this::isOurs);
        if (orphan.isPresent()) {
            LOG.info("Stopping the database server {} that an earlier run left behind", orphan.get().pid());
            stop(orphan.get());
        }
    }

    /** The operating system names the real file, the home folder may be reached through a link. */
    private boolean isOurs(ProcessHandle process) {
        try {
            Path ours = programs.server().toRealPath();
            String command = process.info().command().orElse("");
            return command.equals(ours.toString()) || command.contains("mariadbd") && takesOurPassword();
        } catch (IOException e) {
            throw new StartProblem("The database program " + programs.server() + " cannot be read: " + e.getMessage()
                    + ".", e);
        }
    }

    /** The program's file may have been removed with the cache while the server ran on. */
    private boolean takesOurPassword() {
        Optional<Long> port = number(folder.port());
        if (port.isEmpty()) {
            return false;
        }
        try (Connection connection = new DatabaseLogin(port.get().intValue(), EmbeddedMariaDb.USER, password).connect()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            LOG.debug("No server of ours at port {}", port.get(), e);
            return false;
        }
    }

    private void stop(ProcessHandle server) {
        orderShutdown(server);
        try {
            server.onExit().get(STOP_LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new StartProblem("The database of an earlier run (process " + server.pid() + ") does not stop. "
                    + "Restart the computer.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartProblem("Interrupted while the database of an earlier run was stopping.", e);
        }
    }

    private void orderShutdown(ProcessHandle server) {
        try {
            int port = number(folder.port()).orElseThrow(() -> new SQLException("its port is not known")).intValue();
            new DatabaseLogin(port, EmbeddedMariaDb.USER, password).shutDownServer();
        } catch (SQLException e) {
            LOG.warn("The left-behind database server took no order by SQL; asking the operating system", e);
            server.destroy();
        }
    }

    private static Optional<Long> number(Path file) {
        try {
            return Optional.of(Long.valueOf(Files.readString(file).strip()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
