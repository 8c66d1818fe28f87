package org.hospitalviewer.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.Origin;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Who follows the archive hears of each study, also after being away. */
@ApplianceTest
@Timeout(60)
class ChangesTest {

    private static final Origin SCANNER = new Origin(Origin.Door.C_STORE, "CT1", "127.0.0.1");

    @LocalServerPort
    private int port;
    @Autowired
    private Archive archive;
    private final ObjectMapper mapper = new ObjectMapper();

    private WebCaller admin() {
        return WebCaller.stranger(port).as(FreshHome.ADMIN, FreshHome.PASSWORD);
    }

    private void store(Slice slice) throws IOException {
        archive.store(SCANNER, slice.announced(), slice.open());
    }

    private JsonNode ask(String query) throws IOException {
        return mapper.readTree(admin().get("/api/changes" + query, "Accept", "application/json").body());
    }

    private static List<String> kinds(JsonNode answer, String study) {
        List<String> kinds = new ArrayList<>();
        answer.get("changes").forEach(change -> {
            if (change.get("studyInstanceUID").asString().equals(study)) {
                kinds.add(change.get("kind").asString());
            }
        });
        return kinds;
    }

    @Test
    void whoAsksHearsOfEachStudyOnce() throws IOException {
        long begin = ask("").get("last").asLong();
        Slice first = Slice.alone();
        store(first);
        JsonNode afterFirst = ask("?since=" + begin);
        assertThat(kinds(afterFirst, first.studyUid())).containsExactly("NEW");
        store(Slice.of(first.studyUid(), first.seriesUid(), 2, 8));
        JsonNode afterSecond = ask("?since=" + afterFirst.get("last").asLong());
        assertThat(kinds(afterSecond, first.studyUid())).containsExactly("CHANGED");
        assertThat(afterSecond.get("complete").asBoolean()).isTrue();
        JsonNode nothing = ask("?since=" + afterSecond.get("last").asLong());
        assertThat(nothing.get("last").asLong()).isGreaterThanOrEqualTo(afterSecond.get("last").asLong());
        assertThat(kinds(nothing, first.studyUid())).isEmpty();
    }

    @Test
    void whoKnowsANumberThatIsForgottenOrWasNeverGivenHasToStartAgain() throws IOException {
        for (String since : List.of("0", "1", "999999999999999999")) {
            JsonNode answer = ask("?since=" + since);
            assertThat(answer.get("complete").asBoolean()).as(since).isFalse();
            assertThat(answer.get("changes").isEmpty()).isTrue();
            assertThat(ask("?since=" + answer.get("last").asLong()).get("complete").asBoolean()).isTrue();
        }
        assertThat(admin().get("/api/changes?since=yesterday").statusCode()).isEqualTo(400);
    }

    /** Lines of a stream until one holds the text. */
    private static List<String> until(BufferedReader stream, String text) throws IOException {
        List<String> lines = new ArrayList<>();
        String line;
        do {
            line = stream.readLine();
            assertThat(line).as("the stream goes on").isNotNull();
            lines.add(line);
        } while (!line.contains(text));
        return lines;
    }

    private HttpResponse<InputStream> open(HttpClient client, String query, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/changes" + query))
                .header("Accept", "text/event-stream").timeout(Duration.ofSeconds(30));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    @Test
    void aFollowerHearsWhatHappensAndGoesOnWhereItWas() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            String[] authorized = {"Authorization", admin().authorization()};
            Slice slice = Slice.alone();
            String id;
            HttpResponse<InputStream> answer = open(client, "", authorized);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream;charset=UTF-8");
            try (BufferedReader stream = reader(answer)) {
                until(stream, "up to date");
                store(slice);
                List<String> lines = until(stream, slice.studyUid());
                assertThat(lines.get(lines.size() - 3)).isEqualTo("event: change");
                assertThat(lines.getLast()).contains("\"kind\":\"NEW\"");
                id = lines.get(lines.size() - 2).replace("id: ", "");
            }
            store(Slice.of(slice.studyUid(), slice.seriesUid(), 2, 8));
            archive.lastChange(); // waits until it can be seen
            try (BufferedReader stream = reader(open(client, "", "Authorization", admin().authorization(),
                    "Last-Event-ID", id))) {
                assertThat(until(stream, slice.studyUid()).getLast()).contains("\"kind\":\"CHANGED\"");
            }
            try (BufferedReader stream = reader(open(client, "?since=1", authorized))) {
                assertThat(until(stream, "data:").getFirst()).isEqualTo("event: reload");
            }
        }
    }

    @Test
    void loggingOutEndsTheStream() throws Exception {
        try (HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            send(browser, "login", "{\"username\":\"" + FreshHome.ADMIN + "\",\"password\":\"" + FreshHome.PASSWORD + "\"}");
            try (BufferedReader stream = reader(open(browser, ""))) {
                until(stream, "up to date");
                send(browser, "logout", "");
                store(Slice.alone());
                String line;
                do {
                    line = stream.readLine();
                } while (line != null);
            }
            assertThat(open(browser, "").statusCode()).isEqualTo(401);
        }
    }

    private void send(HttpClient browser, String what, String json) throws IOException, InterruptedException {
        browser.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/auth/" + what))
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(json)).build(),
                HttpResponse.BodyHandlers.discarding());
    }

    private static BufferedReader reader(HttpResponse<InputStream> answer) {
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }
}
