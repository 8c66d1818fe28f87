package org.hospitalviewer.appliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.hospitalviewer.peers.Await;
import org.hospitalviewer.peers.FreePort;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

class GettingReadyPageTest {

    private static final int ROUNDS = 150;
    private static final int BROWSERS = 4;
    private static final int ANSWER_MS = 10_000;
    private static final byte[] QUESTION = "GET /actuator/health HTTP/1.1\r\nHost: localhost\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII);

    /** Connections are accepted and the page is closed at the same moment, again and again. */
    @Test
    void whoeverAsksWhileItClosesIsAnsweredOrRefused() throws Exception {
        int port = FreePort.find();
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger answers = new AtomicInteger();
        try (ExecutorService browsers = Executors.newFixedThreadPool(BROWSERS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int browser = 0; browser < BROWSERS; browser++) {
                all.add(browsers.submit(() -> {
                    while (!over.get()) {
                        answers.addAndGet(ask(port));
                    }
                    return null;
                }));
            }
            for (int round = 0; round < ROUNDS; round++) {
                int before = answers.get();
                try (GettingReadyPage _ = GettingReadyPage.open("127.0.0.1", port, () -> "round")) {
                    Await.until("somebody is answered", Duration.ofSeconds(30), () -> answers.get() > before);
                }
            }
            over.set(true);
            for (Future<?> browser : all) {
                browser.get();
            }
        }
        assertThat(answers).hasValueGreaterThanOrEqualTo(ROUNDS);
    }

    /** A restore is a program of its own, without screens, and takes as long as the images need. */
    @Test
    void onlyTheScreensTakeItAway() throws Exception {
        int port = FreePort.find();
        try (GettingReadyPage _ = GettingReadyPage.open("127.0.0.1", port, () -> "The backup is being restored.")) {
            new ApplicationContextRunner().withUserConfiguration(EndOfGettingReady.class)
                    .run(restore -> assertThat(ask(port)).isOne());
            new WebApplicationContextRunner().withUserConfiguration(EndOfGettingReady.class)
                    .run(screens -> assertThat(ask(port)).isZero());
        }
    }

    /** 1 when it was answered, 0 when it was refused; fails when neither comes. */
    private static int ask(int port) throws SocketTimeoutException {
        try (Socket browser = new Socket()) {
            browser.connect(new InetSocketAddress("127.0.0.1", port));
            browser.setSoTimeout(ANSWER_MS);
            browser.getOutputStream().write(QUESTION);
            return browser.getInputStream().read() < 0 ? 0 : 1;
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException refused) {
            return 0;
        }
    }
}
