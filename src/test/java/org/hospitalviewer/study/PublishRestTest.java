package org.hospitalviewer.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.access.AuditEntry;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.Origin;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The mark of studies that are to be published, as programs see it. */
@ApplianceTest
class PublishRestTest {

    @LocalServerPort
    private int port;
    @Autowired
    private Archive archive;
    @Autowired
    private AuditLog audit;
    @Autowired
    private PublishMarks marks;

    private HttpResponse<byte[]> ask(String method, String uid) throws IOException {
        return WebCaller.stranger(port).as(FreshHome.ADMIN, FreshHome.PASSWORD)
                .send(method, "/api/studies/" + uid + "/publish", BodyPublishers.noBody());
    }

    private JsonNode read(String method, String uid) throws IOException {
        HttpResponse<byte[]> answer = ask(method, uid);
        assertThat(answer.statusCode()).as(WebCaller.text(answer)).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    @Test
    void aMarkSaysWhoSetItWhenAndCanBeTakenBack() throws IOException {
        Slice slice = Slice.alone();
        archive.store(new Origin(Origin.Door.C_STORE, "CT1", "127.0.0.1"), slice.announced(), slice.open());
        String uid = slice.studyUid();
        assertThat(read("GET", uid).get("marked").asBoolean()).isFalse();

        JsonNode marked = read("PUT", uid);
        assertThat(marked.get("marked").asBoolean()).isTrue();
        assertThat(marked.get("changedBy").asString()).isEqualTo(FreshHome.ADMIN);
        assertThat(Instant.parse(marked.get("changedAt").asString())).isBetween(Instant.now().minus(Duration.ofMinutes(5)),
                Instant.now().plusSeconds(1));
        assertThat(marks.marked(List.of(uid, "1.2.3"))).isEqualTo(Set.of(uid));
        assertThat(read("PUT", uid).get("marked").asBoolean()).as("once more").isTrue();

        assertThat(read("DELETE", uid).get("marked").asBoolean()).isFalse();
        assertThat(ask("DELETE", uid).statusCode()).as("nothing left to take back").isEqualTo(404);
        assertThat(marks.marked(List.of(uid))).isEmpty();
        assertThat(audit.newest(0, 20).stream().filter(entry -> entry.resourceId().equals(uid)).map(AuditEntry::action))
                .containsSequence("WITHDRAW_PUBLISH_MARK", "PUBLISH_STUDIES", "PUBLISH_STUDIES");
    }

    @Test
    void onlyStudiesOfTheArchiveAreMarked() throws IOException {
        assertThat(ask("PUT", "1.2.3.4.5").statusCode()).isEqualTo(404);
        assertThat(ask("PUT", "x'%20OR%201=1").statusCode()).isEqualTo(400);
        assertThat(ask("PUT", "1".repeat(65)).statusCode()).isEqualTo(400);
        assertThat(ask("DELETE", "1.2.3.4.5").statusCode()).isEqualTo(404);
    }
}
