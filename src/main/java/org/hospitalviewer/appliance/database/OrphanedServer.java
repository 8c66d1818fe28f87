package org.hospitalviewer.appliance.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
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
        serving(folder.unfinishedData()).ifPresent(OrphanedServer::killUseless);
        Optional<ProcessHandle> orphan = number(folder.pid()).flatMap(ProcessHandle::of).filter(this::isOurs)
                .or(() -> serving(folder.data()));
        if (orphan.isPresent()) {
            LOG.info("Stopping the database server {} that an earlier run left behind", orphan.get().pid());
            stop(orphan.get());
        }
    }

    /** It makes a database that nobody will use. */
    private static void killUseless(ProcessHandle maker) {
        maker.destroyForcibly();
        maker.onExit().join();
    }

    /** A server that was killed with its parent in the middle of its start has not written its number yet. */
    private static Optional<ProcessHandle> serving(Path data) {
        return ProcessHandle.allProcesses().filter(process -> serves(process, data).orElse(false)).findFirst();
    }

    /** Empty where the system does not tell with which arguments a process was started. */
    private static Optional<Boolean> serves(ProcessHandle process, Path data) {
        return process.info().arguments().map(arguments -> isServer(process)
                && List.of(arguments).contains(ServerOptions.dataFolder(data)));
    }

    private static boolean isServer(ProcessHandle process) {
        return process.info().command().orElse("").contains("mariadbd");
    }

    /** Another home folder may use the same program; the home folder may have been moved, or be reached by a link. */
    private boolean isOurs(ProcessHandle process) {
        return isServer(process) && (serves(process, folder.data()).orElseGet(() -> isOurProgram(process))
                || takesOurPassword());
    }

    private boolean isOurProgram(ProcessHandle process) {
        try {
            return process.info().command().orElse("").equals(programs.server().toRealPath().toString());
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
