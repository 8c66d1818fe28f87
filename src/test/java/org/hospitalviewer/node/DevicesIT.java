package org.hospitalviewer.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.appliance.NetworkService;
import org.hospitalviewer.appliance.settings.SettingField;
import org.hospitalviewer.appliance.settings.Settings;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.peers.Await;
import org.hospitalviewer.peers.Dcmtk;
import org.hospitalviewer.peers.FreePort;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Devices over HTTP, with the programs of DCMTK as devices. */
@ApplianceTest
class DevicesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @LocalServerPort
    private int port;
    @Autowired
    private NetworkService node;
    @Autowired
    private Settings settings;
    @Autowired
    private JsonMapper json;
    @TempDir
    private Path folder;

    @AfterEach
    void letEverybodyIn() {
        settings.change(Map.of(SettingField.KNOWN_DEVICES_ONLY, "false"));
    }

    private WebCaller admin() {
        return WebCaller.stranger(port).as(FreshHome.ADMIN, FreshHome.PASSWORD);
    }

    private JsonNode body(HttpResponse<byte[]> answer) {
        return json.readTree(answer.body());
    }

    private HttpResponse<byte[]> put(long id, String entry) throws IOException {
        return admin().send("PUT", "/api/devices/" + id, BodyPublishers.ofString(entry), "Content-Type",
                "application/json");
    }

    private JsonNode listed(String aeTitle) throws IOException {
        for (JsonNode device : body(admin().get("/api/devices"))) {
            if (device.get("aeTitle").asString().equals(aeTitle)) {
                return device;
            }
        }
        throw new NoSuchElementException("No device " + aeTitle); // may be on its way: waiting goes on
    }

    private static String freshTitle() {
        return "D" + UUID.randomUUID().toString().substring(0, 8);
    }

    private Dcmtk.Output echo(String callingAet) {
        return Dcmtk.run("echoscu", "-v", "-aet", callingAet, "-aec", "DICOMVIEWER", "127.0.0.1",
                String.valueOf(node.port()));
    }

    private Dcmtk.Output store(String callingAet) throws IOException {
        Path file = Slice.alone().writeInto(folder);
        return Dcmtk.storescu(node.port(), "DICOMVIEWER", List.of("-aet", callingAet), file);
    }

    @Test
    void whoEchoesOrStoresAppearsForTheAdministratorToName() throws IOException {
        String title = freshTitle();
        assertThat(echo(title).exit()).isZero();
        Await.until("it is listed", PATIENCE, () -> !listed(title).get("known").asBoolean());
        JsonNode stranger = listed(title);
        assertThat(stranger.get("lastAddress").asString()).isEqualTo("127.0.0.1");
        assertThat(store(title).exit()).as("unknown devices may store").isZero();

        JsonNode named = body(put(stranger.get("id").asLong(), """
                {"aeTitle": "%s", "name": "CT Ü 漢", "mayQuery": true}""".formatted(title)));
        assertThat(named.get("known").asBoolean()).isTrue();
        assertThat(named.get("name").asString()).isEqualTo("CT Ü 漢");
        assertThat(named.get("mayStore").asBoolean()).isTrue();
        assertThat(named.get("mayQuery").asBoolean()).isTrue();
        assertThat(named.get("mayRetrieve").asBoolean()).isFalse();
    }

    @Test
    void knownDevicesOnlyRefusesOthersByTheStandardsReasonUntilTheyAreNamed() throws IOException {
        settings.change(Map.of(SettingField.KNOWN_DEVICES_ONLY, "true"));
        String title = freshTitle();
        Dcmtk.Output refused = echo(title);
        assertThat(refused.exit()).isNotZero();
        assertThat(refused.text()).containsIgnoringCase("Calling AE Title Not Recognized");
        assertThat(store(title).exit()).isNotZero();
        Await.until("whoever was refused is listed too", PATIENCE, () -> !listed(title).get("known").asBoolean());

        assertThat(admin().post("/api/devices", "{\"aeTitle\": \"" + title + "\"}").statusCode()).isEqualTo(201);
        assertThat(echo(title).exit()).isZero();
        assertThat(store(title).exit()).isZero();
    }

    @Test
    void aDeviceThatMayNotStoreIsToldSo() throws IOException {
        String title = freshTitle();
        admin().post("/api/devices", "{\"aeTitle\": \"" + title + "\", \"mayStore\": false}");
        assertThat(echo(title).exit()).isZero();
        Dcmtk.Output refused = store(title);
        assertThat(refused.text()).as("Refused: Not Authorized (PS3.7 C.4.1)").containsPattern("(?i)0x0?124|not authorized");
    }

    @Test
    void theEchoTestCallsTheDeviceItself() throws IOException {
        try (Dcmtk.StoreScp scp = Dcmtk.StoreScp.start(folder)) {
            long id = body(admin().post("/api/devices", """
                    {"aeTitle": "%s", "host": "127.0.0.1", "port": %d}""".formatted(freshTitle(), scp.port())))
                    .get("id").asLong();
            JsonNode result = body(admin().post("/api/devices/" + id + "/echo", ""));
            assertThat(result.get("outcome").asString()).isEqualTo("ANSWERED");
            assertThat(result.get("millis").asLong()).isNotNegative();
        }
    }

    @Test
    void theEchoTestSaysWhyItFailed() throws IOException {
        try (Dcmtk.StoreScp refusing = Dcmtk.StoreScp.start(folder);
             ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(outcome("127.0.0.1", FreePort.find())).isEqualTo("NOT_REACHED");
            assertThat(outcome("no-such-host.invalid", 104)).isEqualTo("UNKNOWN_HOST");
            assertThat(outcome("127.0.0.1", silent.getLocalPort())).isEqualTo("BROKEN");
            assertThat(outcome("127.0.0.1", port)).as("a web server").isEqualTo("BROKEN");
            assertThat(outcome("127.0.0.1", refusing.port())).isEqualTo("ANSWERED");
        }
        long deaf = body(admin().post("/api/devices", "{\"aeTitle\": \"" + freshTitle() + "\"}")).get("id").asLong();
        assertThat(admin().post("/api/devices/" + deaf + "/echo", "").statusCode()).isEqualTo(409);
    }

    @Test
    void aNodeThatRejectsUsIsRefused() throws IOException {
        settings.change(Map.of(SettingField.KNOWN_DEVICES_ONLY, "true"));
        // The appliance calls itself, and does not know itself as a device.
        assertThat(outcome("127.0.0.1", node.port())).isEqualTo("REFUSED");
    }

    private String outcome(String host, int at) throws IOException {
        long id = body(admin().post("/api/devices", """
                {"aeTitle": "%s", "host": "%s", "port": %d}""".formatted(freshTitle(), host, at))).get("id").asLong();
        return body(admin().post("/api/devices/" + id + "/echo", "")).get("outcome").asString();
    }

    @Test
    void requestsThatMakeNoSenseGetASentence() throws IOException {
        assertThat(admin().post("/api/devices", "{}").statusCode()).isEqualTo(400);
        assertThat(admin().post("/api/devices", "{\"aeTitle\":").statusCode()).isEqualTo(400);
        assertThat(admin().post("/api/devices", "{\"aeTitle\": \"X\", \"port\": \"many\"}").statusCode()).isEqualTo(400);
        HttpResponse<byte[]> noPort = admin().post("/api/devices", "{\"aeTitle\": \"X\", \"host\": \"ct\"}");
        assertThat(noPort.statusCode()).isEqualTo(400);
        assertThat(WebCaller.text(noPort)).contains("port must be from 1 to 65535");
        assertThat(put(999_999_999L, "{\"aeTitle\": \"X\"}").statusCode()).isEqualTo(404);
        assertThat(admin().send("DELETE", "/api/devices/999999999", BodyPublishers.noBody()).statusCode())
                .isEqualTo(404);
        String title = freshTitle();
        long id = body(admin().post("/api/devices", "{\"aeTitle\": \"" + title + "\"}")).get("id").asLong();
        assertThat(admin().post("/api/devices", "{\"aeTitle\": \"" + title + "\"}").statusCode()).isEqualTo(409);
        assertThat(admin().send("DELETE", "/api/devices/" + id, BodyPublishers.noBody()).statusCode()).isEqualTo(204);
    }
}
