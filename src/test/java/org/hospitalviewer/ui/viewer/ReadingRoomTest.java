package org.hospitalviewer.ui.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.access.Role;
import org.hospitalviewer.access.Users;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.node.JsonNodeFactory;

/** The page of the images as the server gives it. */
@ApplianceTest
class ReadingRoomTest {

    private static final String PAGE = "/viewer/1.2.3.4";
    private static final String PASSWORD = "reading-room-password";

    @LocalServerPort
    private int port;
    @Autowired
    private Users users;
    @Autowired
    private ReadingRoomPage page;

    @ParameterizedTest
    @EnumSource
    void isOpenToEveryRoleAndSaysWhoMayMeasureAndReport(Role role) throws IOException {
        users.create("room-" + role, PASSWORD, "", role);
        HttpResponse<byte[]> answer = get(PAGE, login("room-" + role, PASSWORD));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self';").doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        boolean mayMeasure = role == Role.ADMIN || role == Role.RADIOLOGIST;
        assertThat(WebCaller.text(answer).contains("\"measurements-readonly\"")).isEqualTo(!mayMeasure);
        assertThat(WebCaller.text(answer).contains("\"report-panel\"")).isEqualTo(role != Role.TECHNICIAN);
        assertThat(WebCaller.text(answer).contains("\"write\"")).isEqualTo(mayMeasure);
        assertThat(WebCaller.text(answer).contains("\"delete\"")).isEqualTo(role == Role.ADMIN);
    }

    @Test
    void leadsStrangersToTheLogin() throws IOException {
        HttpResponse<byte[]> answer = WebCaller.stranger(port).get(PAGE);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/login");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void isNotShownBeforeAPasswordThatOthersKnowIsChanged() throws IOException {
        String given = users.invite("room-invited", "", "room-invited@clinic.example", Role.RADIOLOGIST);
        HttpResponse<byte[]> answer = get(PAGE, login("room-invited", given));
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains("../account");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/viewer/not-a-uid", "/viewer/1.2.3%3Cscript%3E", "/viewer/1.2.3%2F..%2F4",
        "/viewer/11111111111111111111111111111111111111111111111111111111111111111"})
    void isNoPageOfAnythingButAStudy(String address) throws IOException {
        users.create("room-" + Math.abs(address.hashCode()), PASSWORD, "", Role.VIEWER);
        HttpResponse<byte[]> answer = get(address, login("room-" + Math.abs(address.hashCode()), PASSWORD));
        assertThat(WebCaller.text(answer)).doesNotContain("dicom-viewer", "<script>");
    }

    @Test
    void isInTheLanguageOfTheBrowserUntilSomebodyChoosesAnother() throws IOException {
        users.create("room-reader", PASSWORD, "", Role.VIEWER);
        String cookie = login("room-reader", PASSWORD);

        assertThat(inSpain(cookie)).contains("<html lang=\"es-MX\">", "Ajustar a la ventana", "Lista de trabajo");
        assertThat(inSpain(cookie + "; VIEWER_LANGUAGE=en")).contains("<html lang=\"en\">", "Fit to window");
        assertThat(inSpain(cookie + "; VIEWER_LANGUAGE=<script>")).contains("<html lang=\"es-MX\">");
        WebCaller reader = WebCaller.stranger(port).as("room-reader", PASSWORD);
        reader.send("PUT", "/api/preferences/language", HttpRequest.BodyPublishers.ofString("\"en\""), "Content-Type",
                "application/json");
        assertThat(inSpain(cookie + "; VIEWER_LANGUAGE=es")).as("the account counts more than the browser")
                .contains("Fit to window");
        reader.send("PUT", "/api/preferences/language", HttpRequest.BodyPublishers.ofString("{\"es\":1}"), "Content-Type",
                "application/json");
        assertThat(inSpain(cookie)).as("nonsense is no choice").contains("Ajustar a la ventana");
    }

    private String inSpain(String cookie) throws IOException {
        return WebCaller.text(WebCaller.stranger(port).get(PAGE, "Cookie", cookie, "Accept", "text/html", "Accept-Language",
                "es-MX,es;q=0.9,en;q=0.8"));
    }

    @Test
    void textsInThePageStayTexts() {
        assertThat(page.with(Locale.UK, JsonNodeFactory.instance.objectNode().put("title", "</script><img src=x>")))
                .contains("\"\\u003c/script>\\u003cimg src=x>\"").doesNotContain("<img");
    }

    private HttpResponse<byte[]> get(String path, String cookie) throws IOException {
        return WebCaller.stranger(port).get(path, "Cookie", cookie, "Accept", "text/html");
    }

    private String login(String user, String password) throws IOException {
        return WebCaller.stranger(port).post("/api/auth/login",
                        "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(user, password))
                .headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    }
}
