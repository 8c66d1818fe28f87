package org.hospitalviewer.clinical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hospitalviewer.access.Role.RADIOLOGIST;
import static org.hospitalviewer.access.Role.VIEWER;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.access.Users;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Preferences as the viewer sees them. */
@ApplianceTest
class PreferencesTest {

    private static final String PATH = "/api/preferences/";

    @LocalServerPort
    private int port;
    @Autowired
    private Users users;
    @Autowired
    private PreferenceTable table;
    private Clinicians clinicians;

    @BeforeEach
    void employ() {
        clinicians = new Clinicians(users, port, "preferring");
    }

    private static HttpResponse<byte[]> put(WebCaller caller, String key, String json) throws IOException {
        return caller.send("PUT", PATH + key, BodyPublishers.ofString(json), "Content-Type", "application/json");
    }

    @Test
    void aValueIsKeptReplacedAndForgotten() throws IOException {
        WebCaller reader = clinicians.as(RADIOLOGIST);
        assertThat(reader.get(PATH + "viewer.kept").statusCode()).isEqualTo(204);
        assertThat(put(reader, "viewer.kept", "{\"tool\":\"länge\"}").statusCode()).isEqualTo(204);
        assertThat(put(reader, "viewer.kept", "{\"tool\":\"zoom\",\"n\":[1,2]}").statusCode()).isEqualTo(204);
        assertThat(WebCaller.text(reader.get(PATH + "viewer.kept"))).isEqualTo("{\"tool\":\"zoom\",\"n\":[1,2]}");
        assertThat(reader.send("DELETE", PATH + "viewer.kept", BodyPublishers.noBody()).statusCode()).isEqualTo(204);
        assertThat(reader.get(PATH + "viewer.kept").statusCode()).isEqualTo(204);
        assertThat(reader.send("DELETE", PATH + "viewer.kept", BodyPublishers.noBody()).statusCode()).isEqualTo(404);
    }

    @Test
    void nobodySeesThoseOfAnother() throws IOException {
        put(clinicians.as(RADIOLOGIST), "viewer.own", "1");
        assertThat(clinicians.as(VIEWER).get(PATH + "viewer.own").statusCode()).isEqualTo(204);
        put(clinicians.as(VIEWER), "viewer.own", "2");
        assertThat(WebCaller.text(clinicians.as(RADIOLOGIST).get(PATH + "viewer.own"))).isEqualTo("1");
        assertThat(WebCaller.stranger(port).get(PATH + "viewer.own").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "nonsense", "1 2", "{\"a\":}"})
    void whatIsNoJsonIsRefused(String body) throws IOException {
        assertThat(put(clinicians.as(VIEWER), "viewer.bad", body).statusCode()).isEqualTo(400);
    }

    @Test
    void longDeepAndStrangeOnesAreRefused() throws IOException {
        WebCaller reader = clinicians.as(VIEWER);
        assertThat(put(reader, "viewer.long", "\"" + "x".repeat(16 * 1024) + "\"").statusCode()).isEqualTo(413);
        assertThat(put(reader, "viewer.deep", "[".repeat(3_000) + "]".repeat(3_000)).statusCode()).isEqualTo(400);
        assertThat(put(reader, "viewer.deep", "[".repeat(40) + "]".repeat(40)).statusCode()).isEqualTo(400);
        assertThat(put(reader, "k".repeat(101), "1").statusCode()).isEqualTo(400);
        assertThat(put(reader, "with%20space", "1").statusCode()).isEqualTo(400);
    }

    @Test
    void theOldestMakeRoom() {
        long owner = users.loadUserByUsername("preferring-TECHNICIAN").id();
        for (int number = 0; number < 6; number++) {
            table.put(owner, "room." + number, "1");
        }
        table.keepNewest(owner, 3);
        assertThat(table.find(owner, "room.0")).isEmpty();
        assertThat(table.find(owner, "room.5")).isPresent();
    }
}
