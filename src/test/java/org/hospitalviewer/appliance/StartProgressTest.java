package org.hospitalviewer.appliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
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
        int port = FreePort.find();
        try (GettingReadyPage _ = GettingReadyPage.open("127.0.0.1", port, () -> "first")) {
            assertThat(GettingReadyPage.open("127.0.0.1", port, () -> "second")).isNull();
        }
    }
}
