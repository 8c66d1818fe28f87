package org.hospitalviewer.appliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.hospitalviewer.peers.Await;
import org.hospitalviewer.peers.FreePort;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.Test;

/** The page that stands in for the screens while the index is made anew at the start. */
class StartProgressTest {

    @Test
    void theBrowserSeesHowFarTheStartIsUntilThePortIsGivenToTheScreens() throws Exception {
        int port = FreePort.find();
        AtomicInteger done = new AtomicInteger(7);
        WebCaller visitor = WebCaller.stranger(port);
        try (GettingReadyPage _ = GettingReadyPage.open("127.0.0.1", port, () -> "Images: " + done + " of 9")) {
            HttpResponse<byte[]> first = visitor.get("/");
            assertThat(first.statusCode()).isEqualTo(503);
            assertThat(first.headers().firstValue("Retry-After")).isPresent();
            assertThat(WebCaller.text(first)).contains("Images: 7 of 9");
            done.set(8);
            assertThat(WebCaller.text(visitor.get("/worklist"))).contains("Images: 8 of 9");
            HttpResponse<byte[]> health = visitor.get("/actuator/health");
            assertThat(health.statusCode()).isEqualTo(503);
            assertThat(WebCaller.text(health)).isEqualTo("{\"status\":\"OUT_OF_SERVICE\"}");
        }
        assertThatThrownBy(() -> visitor.get("/")).isInstanceOf(ConnectException.class);
        GettingReadyPage.open("127.0.0.1", port, () -> "the port is free again").close();
    }

    @Test
    void aPortThatIsTakenOnlyMeansThatThereIsNoPage() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(GettingReadyPage.open("127.0.0.1", taken.getLocalPort(), () -> "first")).isNull();
        }
    }

    @Test
    void whoHasMoreToTellTellsItOnThePageThatIsOpenAndTheScreensCloseIt() throws Exception {
        int port = FreePort.find();
        WebCaller visitor = WebCaller.stranger(port);
        GettingReadyPage page = GettingReadyPage.open("127.0.0.1", port, () -> GettingReadyPage.STARTING);

        assertThat(GettingReadyPage.open("127.0.0.1", port, () -> "Images: 3 of 9")).isSameAs(page);

        assertThat(WebCaller.text(visitor.get("/"))).contains("Images: 3 of 9").contains("is getting ready");
        new EndOfGettingReady().start();
        assertThatThrownBy(() -> visitor.get("/")).isInstanceOf(ConnectException.class);
        assertThat(GettingReadyPage.closeShown()).isFalse();
    }

    @Test
    void aBrowserThatWaitsLearnsWhyTheStartFailedEvenWhenThePageWasGivenUpAlready() throws Exception {
        int port = FreePort.find();
        WebCaller visitor = WebCaller.stranger(port);
        GettingReadyPage.open("127.0.0.1", port, () -> GettingReadyPage.STARTING).close();
        Thread failing = Thread.ofVirtual().start(() -> GettingReadyPage.tellFailure("The disk is <full>."));

        Await.until("the page", Duration.ofSeconds(10), () -> visitor.get("/actuator/health").statusCode() == 503);
        Await.until("the reason", Duration.ofSeconds(10), () -> WebCaller.text(visitor.get("/")).contains("could not start"
                + "</h1><p role=\"status\">The disk is &lt;full&gt;."));

        failing.join();
        assertThatThrownBy(() -> visitor.get("/")).isInstanceOf(ConnectException.class);
    }
}
