package org.hospitalviewer.backup.drive;

import com.google.api.client.util.Sleeper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.hospitalviewer.backup.target.TargetUnavailableException;

/** Calls of Google that are repeated while there is hope, with longer and longer waits, and fail in a sentence. */
final class DriveCalls {

    private static final long JITTER_MS = 1_000;

    private final Patience patience;
    private final Runnable checkpoint;
    private final Runnable withdrawn;

    /**
     * How long to hope.
     *
     * @param waits before each repetition
     */
    record Patience(List<Duration> waits, Sleeper sleeper) {

        /** For a backup at night: about three minutes. */
        static final Patience OF_JOBS = new Patience(IntStream.of(1, 2, 4, 8, 16, 32, 64, 64).mapToObj(Duration::ofSeconds)
                .toList(), Sleeper.DEFAULT);
        /** For somebody who waits at a screen. */
        static final Patience OF_PEOPLE = new Patience(List.of(Duration.ofSeconds(1), Duration.ofSeconds(2)), Sleeper.DEFAULT);
    }

    /** One request. */
    interface Call<T> {
        T run() throws IOException;
    }

    /**
     * Repeats requests.
     *
     * @param checkpoint called before each wait, and throws when the job was stopped
     * @param withdrawn  called when Google does not accept the connection any more
     */
    DriveCalls(Patience patience, Runnable checkpoint, Runnable withdrawn) {
        this.patience = patience;
        this.checkpoint = checkpoint;
        this.withdrawn = withdrawn;
    }

    <T> T call(Call<T> call) throws IOException {
        int failures = 0;
        while (true) {
            try {
                return call.run();
            } catch (IOException e) {
                awaitBetterTimes(e, failures++);
            }
        }
    }

    /** Within longer work: throws when the job was stopped. */
    void checkpoint() {
        checkpoint.run();
    }

    /**
     * Returns when it may be tried again.
     *
     * @param failures in a row before this one
     * @throws TargetUnavailableException when there is no hope
     */
    void awaitBetterTimes(IOException failure, int failures) throws IOException {
        if (failure instanceof TargetUnavailableException || failure instanceof InterruptedIOException
                && Thread.currentThread().isInterrupted()) {
            throw failure;
        }
        DriveTrouble trouble = DriveTrouble.of(failure);
        if (trouble == DriveTrouble.WITHDRAWN || trouble == DriveTrouble.CLIENT) {
            withdrawn.run();
        }
        if (!trouble.maySoonBeOver() || failures >= patience.waits().size()) {
            throw new TargetUnavailableException(trouble.sentence(failure), failure);
        }
        checkpoint.run();
        sleep(patience.waits().get(failures));
    }

    /** Not to the millisecond, so that those who were refused together do not come back together. */
    private void sleep(Duration wait) throws InterruptedIOException {
        try {
            patience.sleeper().sleep(wait.toMillis() + ThreadLocalRandom.current().nextLong(JITTER_MS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The wait for Google Drive was interrupted.");
        }
    }
}
