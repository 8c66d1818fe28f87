package org.hospitalviewer.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Logging in and out over real HTTP, and the rows that it leaves. */
@ApplianceTest
class SessionAndAuditTest {

    private static final String LOGIN = "{\"username\":\"%s\",\"password\":\"%s\"}";
    private static final String PASSWORD = "session-test-password";

    @LocalServerPort
    private int port;
    @Autowired
    private Users users;
    @Autowired
    private AuditLog audit;

    @Test
    void aLoginOpensASessionAndALogoutEndsIt() throws IOException {
        String cookie = login(newUser("session-a"));
        assertThat(WebCaller.text(stranger().get("/api/auth/me", "Cookie", cookie)))
                .contains("\"username\":\"session-a\"", "\"role\":\"VIEWER\"").doesNotContain("password", "$2");
        assertThat(stranger().post("/api/auth/logout", "", "Cookie", cookie).statusCode()).isEqualTo(204);
        assertThat(stranger().get("/api/auth/me", "Cookie", cookie).statusCode()).isEqualTo(401);
        assertThat(actions("session-a")).containsExactly("LOGOUT SUCCESS", "LOGIN SUCCESS");
        assertThat(entries("session-a")).allMatch(entry -> entry.ipAddress().equals("127.0.0.1"));
    }

    @Test
    void aSessionFromBeforeTheLoginIsWorthNothingAfterwards() throws IOException {
        String before = login(newUser("session-b"));
        String after = sessionOf(stranger().post("/api/auth/login", LOGIN.formatted("session-b", PASSWORD),
                "Cookie", before));
        assertThat(after).isNotEqualTo(before);
        assertThat(stranger().get("/api/auth/me", "Cookie", before).statusCode()).isEqualTo(401);
        assertThat(stranger().get("/api/auth/me", "Cookie", after).statusCode()).isEqualTo(200);
    }

    @Test
    void theSessionCookieIsOutOfReachForScriptsAndOtherSites() throws IOException {
        assertThat(stranger().post("/api/auth/login", LOGIN.formatted(newUser("session-c"), PASSWORD)).headers()
                .firstValue("Set-Cookie").orElseThrow()).contains("HttpOnly").containsPattern("SameSite=(Lax|Strict)");
    }

    @Test
    void aProgramWithBasicGetsNoSession() throws IOException {
        HttpResponse<byte[]> answer = stranger().as(newUser("session-d"), PASSWORD).get("/dicom-web/studies?limit=1");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void aFailedLoginIsOneRowWhateverTheDoor() throws IOException {
        String name = newUser("session-e");
        HttpResponse<byte[]> refused = stranger().post("/api/auth/login", LOGIN.formatted(name, "wrong"));
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(actions(name)).containsExactly("LOGIN FAILED");
        assertThat(stranger().as(name, "wrong").get("/api/auth/me").statusCode()).isEqualTo(401);
        assertThat(actions(name)).containsExactly("LOGIN FAILED", "LOGIN FAILED");
        HttpResponse<byte[]> unknown = stranger().post("/api/auth/login", LOGIN.formatted("nobody-here", "wrong"));
        assertThat(unknown.body()).as("nothing tells who exists").isEqualTo(refused.body());
    }

    @Test
    void aDisabledUserIsOutAtOnceAndSoIsAnOldPassword() throws IOException {
        WebCaller program = stranger().as(newUser("session-f"), PASSWORD);
        assertThat(program.get("/api/auth/me").statusCode()).isEqualTo(200);
        long id = users.loadUserByUsername("session-f").id();
        String another = users.renewPassword(id);
        assertThat(program.get("/api/auth/me").statusCode()).isEqualTo(401);
        WebCaller renewed = stranger().as("session-f", another);
        assertThat(renewed.get("/api/auth/me").statusCode()).isEqualTo(200);
        users.setActive(id, false);
        assertThat(renewed.get("/api/auth/me").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"username\":", "{\"username\":\"a\"}",
        "{\"username\":{},\"password\":\"b\"}", "{\"username\":null,\"password\":null}"})
    void aLoginThatMakesNoSenseIsRefusedWithASentence(String body) throws IOException {
        HttpResponse<byte[]> answer = stranger().post("/api/auth/login", body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(WebCaller.text(answer)).contains("username and password").doesNotContain("jackson", "Exception");
    }

    @Test
    void anOversizedLoginIsNotReadToItsEnd() throws IOException {
        assertThat(stranger().post("/api/auth/login", LOGIN.formatted("x", "y".repeat(100_000))).statusCode())
                .isEqualTo(413);
    }

    @Test
    void anotherSiteCannotLogAnybodyOut() throws IOException {
        String cookie = login(newUser("session-g"));
        for (String origin : List.of("https://evil.example", "null", "http://127.0.0.1:1", "garbage")) {
            assertThat(stranger().post("/api/auth/logout", "", "Cookie", cookie, "Origin", origin).statusCode())
                    .as(origin).isEqualTo(403);
        }
        assertThat(stranger().post("/api/auth/logout", "", "Cookie", cookie, "Origin", "http://127.0.0.1:" + port)
                .statusCode()).isEqualTo(204);
    }

    @Test
    void hostileTextIsKeptAsItIsAndTooLongTextIsCut() throws IOException {
        String hostile = "<script>alert(1)</script>'; DROP TABLE users; -- \uD83D\uDC80 \u0000";
        stranger().post("/api/auth/login", LOGIN.formatted(hostile.replace("\u0000", "\\u0000"), "x"));
        assertThat(entries(hostile)).hasSize(1);
        String skulls = "\uD83D\uDC80".repeat(120);
        stranger().post("/api/auth/login", LOGIN.formatted(skulls, "x"),
                "User-Agent", "a".repeat(2_000));
        AuditEntry entry = audit.newest(0, 1).getFirst();
        assertThat(entry.username()).isEqualTo("\uD83D\uDC80".repeat(50));
        assertThat(entry.userAgent()).isEqualTo("a".repeat(300));
    }

    @Test
    void aSearchLeavesARowWithItsWords() throws IOException {
        WebCaller program = stranger().as(newUser("session-h"), PASSWORD);
        program.get("/dicom-web/studies?PatientName=M%C3%BCller*");
        assertThat(entries("session-h")).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("SEARCH_STUDIES");
            assertThat(entry.resourceId()).isEqualTo("/dicom-web/studies?PatientName=M%C3%BCller*");
        });
    }

    @Test
    void readingTheAuditLogIsItselfAudited() throws IOException {
        WebCaller admin = stranger().as(FreshHome.ADMIN, FreshHome.PASSWORD);
        assertThat(WebCaller.text(admin.get("/api/audit/logs?limit=2"))).contains("READ_AUDIT_LOG");
        assertThat(admin.get("/api/audit/logs?limit=-5&offset=-1").statusCode()).isEqualTo(200);
        assertThat(admin.get("/api/audit/logs?limit=abc").statusCode()).isEqualTo(400);
    }

    @Test
    void imagesOfASeriesAreOneRowPerUserSessionAndSeriesHoweverManyAskAtOnce()
            throws InterruptedException, ExecutionException {
        try (ExecutorService viewers = Executors.newFixedThreadPool(8)) {
            for (String agent : List.of("session-one", "session-two")) {
                List<Future<?>> requests = IntStream.range(0, 40)
                        .<Future<?>>mapToObj(i -> viewers.submit(() -> view(agent, "1.2." + i % 2))).toList();
                for (Future<?> request : requests) {
                    request.get();
                }
            }
        }
        assertThat(audit.newest(0, 1_000).stream().filter(entry -> entry.userAgent().startsWith("session-"))
                .map(entry -> entry.userAgent() + " " + entry.resourceId()))
                .containsExactlyInAnyOrder("session-one 1.2.0", "session-one 1.2.1", "session-two 1.2.0",
                        "session-two 1.2.1");
    }

    private void view(String session, String series) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setSession(new MockHttpSession(null, session));
        request.addHeader("User-Agent", session);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        try {
            audit.viewedSeries(series);
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }

    private WebCaller stranger() {
        return WebCaller.stranger(port);
    }

    private String newUser(String name) {
        users.create(name, PASSWORD, "", Role.VIEWER);
        return name;
    }

    private String login(String name) throws IOException {
        return sessionOf(stranger().post("/api/auth/login", LOGIN.formatted(name, PASSWORD)));
    }

    private static String sessionOf(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    }

    private List<AuditEntry> entries(String username) {
        return audit.newest(0, 1_000).stream().filter(entry -> entry.username().equals(username)).toList();
    }

    private List<String> actions(String username) {
        return entries(username).stream().map(entry -> entry.action() + " " + entry.result()).toList();
    }
}
