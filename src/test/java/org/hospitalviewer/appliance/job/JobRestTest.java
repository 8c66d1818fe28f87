package org.hospitalviewer.appliance.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.peers.Await;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Jobs over HTTP, with the appliance's own kinds. */
@ApplianceTest
class JobRestTest {

    @LocalServerPort
    private int port;
    @Autowired
    private JsonMapper json;

    private WebCaller admin() {
        return WebCaller.stranger(port).as(FreshHome.ADMIN, FreshHome.PASSWORD);
    }

    private JsonNode body(HttpResponse<byte[]> answer) {
        return json.readTree(answer.body());
    }

    @Test
    void aRebuildIsStartedWatchedAndRemembered() throws IOException {
        HttpResponse<byte[]> started = admin().post("/api/jobs/index-rebuild", "");
        assertThat(started.statusCode()).isEqualTo(202);
        long id = body(started).get("id").asLong();
        Await.until("the rebuild is over", Duration.ofSeconds(60),
                () -> body(admin().get("/api/jobs/" + id)).get("state").asString().equals("SUCCEEDED"));

        JsonNode run = body(admin().get("/api/jobs/" + id));
        assertThat(run.get("kind").asString()).isEqualTo("index-rebuild");
        assertThat(run.get("startedBy").asString()).isEqualTo(FreshHome.ADMIN);
        assertThat(run.get("message").asString()).startsWith("The index is made anew");
        assertThat(run.get("findings").isArray()).isTrue();
        assertThat(body(admin().get("/api/jobs?limit=1000")).findValuesAsString("id")).contains(Long.toString(id));
        assertThat(body(admin().post("/api/jobs/" + id + "/cancel", "")).get("state").asString())
                .as("what is over stays as it is").isEqualTo("SUCCEEDED");
    }

    @Test
    void whatDoesNotExistIsAProblemWithASentence() throws IOException {
        assertProblem(admin().get("/api/jobs/999999999"), 404, "There is no run 999999999.");
        assertProblem(admin().post("/api/jobs/999999999/cancel", ""), 404, "There is no run 999999999.");
        assertProblem(admin().post("/api/jobs/no-such-kind", ""), 404, "no-such-kind");
        assertThat(admin().get("/api/jobs/abc").statusCode()).isEqualTo(400);
        assertThat(admin().get("/api/jobs?limit=-1").statusCode()).isEqualTo(200);
    }

    private static void assertProblem(HttpResponse<byte[]> answer, int status, String sentence) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(WebCaller.text(answer)).contains(sentence);
    }
}
