package org.hospitalviewer.appliance;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Long work before the appliance is ready. What takes more than a moment is told on the terminal, and in the browser by
 * a page in the place of the screens.
 */
@Component
public class StartProgress {

    private static final Logger LOG = LoggerFactory.getLogger(StartProgress.class);
    private static final long MOMENT_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long TELL_EVERY_NANOS = Duration.ofSeconds(3).toNanos();

    private final String httpAddress;
    private final int httpPort;
    private final boolean silent;

    /** @param command what the program was started for instead of serving; its ports stay closed */
    @Autowired
    StartProgress(ViewerSettings settings, @Value("${viewer.command:}") String command) {
        this(settings.httpAddress(), command.isEmpty() ? settings.httpPort() : 0, false);
    }

    private StartProgress(String httpAddress, int httpPort, boolean silent) {
        this.httpAddress = httpAddress;
        this.httpPort = httpPort;
        this.silent = silent;
    }

    /** Tells nobody. */
    public static StartProgress silent() {
        return new StartProgress("", 0, true);
    }

    /**
     * Begins.
     *
     * @param sentence what is being done, such as "The images are being indexed"
     * @param total    things to do
     */
    public Work begin(String sentence, long total) {
        return new Work(sentence, total);
    }

    /** Something that the person at the terminal has to know, in a sentence. */
    public void say(String sentence) {
        if (!silent) {
            Terminal.say(sentence);
        }
    }

    /** Work under way; for one thread. */
    public final class Work implements AutoCloseable {

        private final String sentence;
        private final long total;
        private final long begin = System.nanoTime();
        private volatile long done;
        private long toldAt = begin + MOMENT_NANOS - TELL_EVERY_NANOS;
        private boolean hasPage;

        private Work(String sentence, long total) {
            this.sentence = sentence;
            this.total = total;
        }

        /** One more thing is done. */
        public void advance() {
            done++;
            long now = System.nanoTime();
            if (now - toldAt >= TELL_EVERY_NANOS) {
                toldAt = now;
                tell();
            }
        }

        private void tell() {
            say(text());
            LOG.info(text());
            if (!hasPage && httpPort > 0) {
                hasPage = GettingReadyPage.open(httpAddress, httpPort, this::text) != null;
            }
        }

        private String text() {
            return sentence + ": " + done + " of " + total;
        }

        /** The page stays until the screens take its port. */
        @Override
        public void close() {
            if (hasPage) {
                GettingReadyPage.open(httpAddress, httpPort, () -> GettingReadyPage.STARTING);
            }
        }
    }
}
