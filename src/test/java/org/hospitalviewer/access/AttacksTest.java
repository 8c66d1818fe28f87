package org.hospitalviewer.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpSession;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What somebody with bad intentions tries, over real HTTP. */
@ApplianceTest
class AttacksTest {

    private static final String LOGIN = "{\"username\":\"%s\",\"password\":\"%s\"}";
    private static final String PASSWORD = "attacked-password";

    @LocalServerPort
    private int port;
    @Autowired
    private Users users;
    @Autowired
    private Sessions sessions;
    @Autowired
    private ApiTokens tokens;
    private final ObjectMapper mapper = new ObjectMapper();

    private WebCaller stranger() {
        return WebCaller.stranger(port);
    }

    private String newUser(String name, Role role) {
        users.create(name, PASSWORD, "", role);
        return name;
    }

    private String login(String name) throws IOException {
        HttpResponse<byte[]> answer = stranger().post("/api/auth/login", LOGIN.formatted(name, PASSWORD));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    }

    @Test
    void guessingAPasswordIsSlowedDownAtEveryDoorAndHoldsUpNobodyElse() throws IOException {
        String victim = newUser("attack-guess", Role.VIEWER);
        for (int i = 0; i < 5; i++) {
            assertThat(stranger().post("/api/auth/login", LOGIN.formatted(victim, "guess" + i)).statusCode())
                    .isEqualTo(401);
        }
        HttpResponse<byte[]> held = stranger().post("/api/auth/login", LOGIN.formatted(victim, PASSWORD));
        assertThat(held.statusCode()).isEqualTo(429);
        assertThat(held.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 30L);
        assertThat(WebCaller.text(held)).contains("Too many failed logins");
        assertThat(stranger().as(victim, PASSWORD).get("/api/auth/me").statusCode()).isEqualTo(429);
        assertThat(stranger().as(FreshHome.ADMIN, FreshHome.PASSWORD).get("/api/auth/me").statusCode()).isEqualTo(200);
    }

    @Test
    void whoIsRefusedReadsWhyInTheirLanguage() throws IOException {
        assertThat(WebCaller.text(stranger().get("/api/auth/me", "Accept-Language", "es")))
                .contains("Inicie sesión, o envíe usuario y contraseña.");
        WebCaller reader = stranger().as(newUser("attack-language", Role.VIEWER), PASSWORD);
        assertThat(WebCaller.text(reader.get("/api/audit/logs", "Accept-Language", "es-CO, en;q=0.5")))
                .contains("Su rol no permite esto.");
    }

    @Test
    void aSessionGivenToTheVictimBeforeTheLoginIsWorthNothing() throws IOException {
        String attacker = login(newUser("attack-fixation", Role.VIEWER));
        HttpResponse<byte[]> victim = stranger().post("/api/auth/login",
                LOGIN.formatted(FreshHome.ADMIN, FreshHome.PASSWORD), "Cookie", attacker);
        assertThat(victim.headers().firstValue("Set-Cookie").orElseThrow()).doesNotStartWith(attacker);
        assertThat(stranger().get("/api/auth/me", "Cookie", attacker).statusCode()).isEqualTo(401);
        String made = "VIEWER_SESSION=0123456789ABCDEF0123456789ABCDEF";
        assertThat(stranger().post("/api/auth/login", LOGIN.formatted("attack-fixation", PASSWORD), "Cookie", made)
                .headers().firstValue("Set-Cookie").orElseThrow()).doesNotStartWith(made);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/auth/logout", "/api/auth/tokens", "/dicom-web/studies", "/api/auth/activity",
        "/api/uploads", "/api/uploads/single?path=x"})
    void anotherSiteCannotActForWhoIsLoggedIn(String path) throws IOException {
        String cookie = login(newUser("attack-csrf" + path.replaceAll("[^a-z]", "-"), Role.ADMIN));
        for (String origin : List.of("https://evil.example", "null", "http://127.0.0.1:" + port + ".evil.example")) {
            assertThat(stranger().post(path, "{\"name\":\"x\"}", "Cookie", cookie, "Origin", origin).statusCode())
                    .as(origin).isEqualTo(403);
        }
        assertThat(stranger().get("/api/auth/me", "Cookie", cookie).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/api/auth/me", "/dicom-web/studies", "/no/such/page", "/actuator/health"})
    void everyAnswerTellsTheBrowserToTrustNobodyElse(String path) throws IOException {
        HttpResponse<byte[]> answer = stranger().get(path);
        String policy = answer.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(policy).contains("default-src 'none'", "frame-ancestors 'none'", "object-src 'none'")
                .doesNotContain("http:", "https:", "*", "script-src 'self' 'unsafe-inline'");
        assertThat(answer.headers().allValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
        String other = stranger().get(path).headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(other).as("each answer has a nonce of its own").isNotEqualTo(policy);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/api/auth/me", "/dicom-web/studies/x/series", "/error", "/api/nothing",
        "/actuator/env", "/dicom-web/studies?limit=x", "/api/changes?since=x"})
    void noAnswerTellsOfVersionsOrPrograms(String path) throws IOException {
        WebCaller admin = stranger().as(FreshHome.ADMIN, FreshHome.PASSWORD);
        for (HttpResponse<byte[]> answer : List.of(stranger().get(path), admin.get(path))) {
            assertThat(answer.headers().firstValue("Server")).isEmpty();
            assertThat(answer.headers().firstValue("X-Powered-By")).isEmpty();
            if (answer.statusCode() >= 400) {
                assertThat(WebCaller.text(answer).toLowerCase(Locale.ROOT))
                        .doesNotContain("tomcat", "spring", "exception", "java.", "at org.", "mariadb");
            }
        }
    }

    @Test
    void aDisabledOrChangedUserIsLoggedOutEverywhereAtOnce() throws IOException {
        String name = newUser("attack-disabled", Role.VIEWER);
        String desk = login(name);
        String phone = login(name);
        String other = login(newUser("attack-enabled", Role.VIEWER));
        sessions.endAll(users.loadUserByUsername(name).id());
        assertThat(stranger().get("/api/auth/me", "Cookie", desk).statusCode()).isEqualTo(401);
        assertThat(stranger().get("/api/auth/me", "Cookie", phone).statusCode()).isEqualTo(401);
        assertThat(stranger().get("/api/auth/me", "Cookie", other).statusCode()).isEqualTo(200);
    }

    @Test
    void aSessionWithoutInputEndsWhateverTheBrowserAsksMeanwhile() {
        MovableClock clock = new MovableClock();
        Sessions watched = new Sessions(Duration.ofMinutes(15), clock);
        MockHttpSession session = new MockHttpSession();
        watched.begin(session, users.loadUserByUsername(FreshHome.ADMIN));
        clock.pass(Duration.ofMinutes(15));
        assertThat(watched.isOver(session)).isFalse();
        clock.pass(Duration.ofMinutes(1));
        assertThat(watched.isOver(session)).isTrue();
        watched.input(session);
        assertThat(watched.isOver(session)).isFalse();
        assertThat(watched.isOver(new MockHttpSession())).as("nobody is logged in").isFalse();
    }

    @Test
    void aTokenActsAsItsUserUntilItIsRevoked() throws IOException {
        String cookie = login(newUser("attack-token", Role.TECHNICIAN));
        HttpResponse<byte[]> answer = stranger().post("/api/auth/tokens", "{\"name\":\"scanner <b>\",\"days\":30}",
                "Cookie", cookie);
        assertThat(answer.statusCode()).isEqualTo(201);
        String secret = mapper.readTree(answer.body()).get("token").asString();
        HttpResponse<byte[]> me = stranger().get("/api/auth/me", "Authorization", "Bearer " + secret);
        assertThat(WebCaller.text(me)).contains("attack-token", "TECHNICIAN");
        assertThat(me.headers().firstValue("Set-Cookie")).as("no session").isEmpty();
        assertThat(stranger().get("/api/audit/logs", "Authorization", "Bearer " + secret).statusCode()).isEqualTo(403);
        JsonNode listed = mapper.readTree(stranger().get("/api/auth/tokens", "Cookie", cookie).body());
        assertThat(listed).hasSize(1);
        assertThat(listed.toString()).doesNotContain(secret).doesNotContain("sha");
        String id = listed.get(0).get("id").asString();
        String thief = login(newUser("attack-token-thief", Role.ADMIN));
        assertThat(delete("/api/auth/tokens/" + id, thief)).isEqualTo(404);
        assertThat(delete("/api/auth/tokens/" + id, cookie)).isEqualTo(204);
        assertThat(stranger().get("/api/auth/me", "Authorization", "Bearer " + secret).statusCode()).isEqualTo(401);
    }

    private int delete(String path, String cookie) throws IOException {
        return stranger().send("DELETE", path, BodyPublishers.noBody(), "Cookie", cookie).statusCode();
    }

    @Test
    void aTokenThatExpiredOrWhoseUserIsDisabledOpensNothing() throws IOException {
        Account account = users.loadUserByUsername(newUser("attack-token-old", Role.VIEWER));
        String expired = tokens.create(account, "old", Period.ofDays(-1));
        String valid = tokens.create(account, "new", null);
        assertThat(stranger().get("/api/auth/me", "Authorization", "Bearer " + expired).statusCode()).isEqualTo(401);
        assertThat(stranger().get("/api/auth/me", "Authorization", "bearer " + valid).statusCode()).isEqualTo(200);
        users.setActive(account.id(), false);
        assertThat(stranger().get("/api/auth/me", "Authorization", "Bearer " + valid).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "Bearer x", "Bearer hdv_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "Bearer ' OR 1=1 --", "Basic", "Basic !!!", "Basic bm9jb2xvbg==", "Digest x"})
    void credentialsThatMakeNoSenseOpenNothing(String header) throws IOException {
        assertThat(stranger().get("/api/auth/me", "Authorization", header).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"name\":\"\"}", "{\"name\":\"x\",\"days\":0}", "{\"name\":\"x\",\"days\":99999}",
        "{\"name\":", "[]", "{\"name\":\"x\",\"days\":\"soon\"}"})
    void aTokenWithoutNameOrForANonsensicalTimeIsRefused(String body) throws IOException {
        assertThat(stranger().as(FreshHome.ADMIN, FreshHome.PASSWORD).post("/api/auth/tokens", body).statusCode())
                .isEqualTo(400);
    }

    @Test
    void nobodyMakesTokensWithoutEnd() throws IOException {
        WebCaller user = stranger().as(newUser("attack-token-many", Role.VIEWER), PASSWORD);
        for (int i = 0; i < ApiTokens.MAX_PER_USER; i++) {
            assertThat(user.post("/api/auth/tokens", "{\"name\":\"t\"}").statusCode()).isEqualTo(201);
        }
        assertThat(user.post("/api/auth/tokens", "{\"name\":\"t\"}").statusCode()).isEqualTo(409);
    }
}
