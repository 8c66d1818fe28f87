package org.hospitalviewer.sync;

import java.io.Closeable;
import java.io.IOException;
import org.hospitalviewer.sync.target.TargetConnection;
import org.hospitalviewer.sync.target.TargetException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection that is made again when it breaks. For one thread. */
final class Line implements Closeable {

    /** What is to be done on a connection; again from its beginning when that breaks. */
    @FunctionalInterface
    interface Step<T> {
        T on(TargetConnection connection, int attempt) throws IOException;
    }

    /** Opens connections. */
    @FunctionalInterface
    interface Opening {
        TargetConnection open() throws IOException;
    }

    /** What is read here, and not what happens there, is broken: a new connection would not mend it. */
    static final class SourceException extends IOException {
        SourceException(IOException cause) {
            super(cause.getMessage() == null ? cause.toString() : cause.getMessage(), cause);
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger("jobs");
    private static final int ATTEMPTS = 5;

    private final Opening opening;
    private final RunControl control;
    private final BackOff backOff;
    private TargetConnection connection;
    private long commandsBefore;

    Line(Opening opening, RunControl control, BackOff backOff) {
        this.opening = opening;
        this.control = control;
        this.backOff = backOff;
    }

    /** @throws IOException what the last attempt died of */
    <T> T run(Step<T> step) throws IOException {
        for (int attempt = 1; ; attempt++) {
            control.check();
            try {
                if (connection == null) {
                    connection = opening.open();
                }
                return step.on(connection, attempt);
            } catch (SourceException e) {
                drop(); // the other side waits for the rest
                throw e;
            } catch (IOException e) {
                drop();
                if (attempt >= ATTEMPTS || e instanceof TargetException known && !known.trouble().passes()) {
                    throw e;
                }
                LOG.info("Attempt {} failed and is made again: {}", attempt, e.getMessage());
                control.pause(backOff.pause(attempt));
            }
        }
    }

    long commands() {
        return commandsBefore + (connection == null ? 0 : connection.commands());
    }

    private void drop() {
        if (connection != null) {
            TargetConnection broken = connection;
            connection = null;
            close(broken);
            commandsBefore += broken.commands();
        }
    }

    private static void close(TargetConnection connection) {
        try {
            connection.close();
        } catch (IOException e) {
            LOG.debug("A connection could not be closed", e);
        }
    }

    @Override
    public void close() {
        drop();
    }
}
