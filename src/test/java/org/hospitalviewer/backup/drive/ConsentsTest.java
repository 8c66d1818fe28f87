package org.hospitalviewer.backup.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.hospitalviewer.access.MovableClock;
import org.hospitalviewer.backup.drive.Consents.Answer;
import org.hospitalviewer.peers.GoogleDriveServer;
import org.hospitalviewer.peers.GoogleDriveServer.Fault;
import org.hospitalviewer.peers.GoogleDriveServer.Request;
import org.hospitalviewer.peers.GoogleLogin;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

/** Google's consent, its answers, and what others make of them. */
class ConsentsTest {

    private static final GoogleClient CLIENT = new GoogleClient(GoogleLogin.CLIENT_ID, GoogleLogin.CLIENT_SECRET);
    private static final URI BACK = URI.create("http://127.0.0.1:8080" + Consents.CALLBACK);

    private GoogleDriveServer google;
    private Consents consents;
    private final MovableClock clock = new MovableClock();

    @BeforeEach
    void start() throws IOException {
        google = GoogleDriveServer.start();
        consents = new Consents(new MockEnvironment().withProperty(GoogleEndpoints.PROPERTY, google.root().toString()), clock);
    }

    @AfterEach
    void stop() {
        google.close();
    }

    /** Where Google leads back to when the owner has decided. */
    private String decided(URI address) throws IOException {
        WebCaller browser = new WebCaller(google.root().toString().replaceAll("/$", ""), "");
        return browser.get(address.getRawPath() + "?" + address.getRawQuery()).headers().firstValue("Location").orElseThrow();
    }

    private Answer answer(String visitor) throws Exception {
        return Answer.in(decided(consents.begin(CLIENT, visitor, BACK)));
    }

    private void assertRefused(String visitor, Answer answer, String said) {
        assertThatThrownBy(() -> consents.finish(visitor, answer)).isInstanceOf(ConsentRefusedException.class)
                .hasMessageContaining(said);
    }

    @Test
    void theOwnersYesGivesALastingConnection() throws Exception {
        URI address = consents.begin(CLIENT, "a", BACK);
        assertThat(address.getRawQuery()).contains("scope=https%3A%2F%2Fwww.googleapis.com%2Fauth%2Fdrive.file&")
                .doesNotContain(CLIENT.secret());
        String back = decided(address);
        assertThat(back).startsWith(BACK + "?state=");
        DriveCredentials credentials = consents.finish("a", Answer.in("  " + back + "\n"));
        assertThat(credentials.clientId()).isEqualTo(CLIENT.id());
        assertThat(google.login().hasConnections()).isTrue();
        assertThat(credentials.toString()).doesNotContain(credentials.refreshToken()).doesNotContain(CLIENT.secret());
    }

    @Test
    void anAnswerCountsOnceForTheOneWhoAskedAndForAWhile() throws Exception {
        Answer answer = answer("a");
        assertRefused("b", answer, "does not belong");
        consents.finish("a", answer);
        assertRefused("a", answer, "was used before");
        assertRefused("a", new Answer(null, "4/code", null), "does not belong");
        assertRefused("a", new Answer("", "4/code", null), "does not belong");
        Answer late = answer("a");
        clock.pass(Consents.TIME_LIMIT.plus(Duration.ofSeconds(1)));
        assertRefused("a", late, "took longer than 15 minutes");
        Answer first = answer("a");
        answer("a");
        assertRefused("a", first, "does not belong");
    }

    @Test
    void anAnswerWithoutAUsableCodeIsRefused() throws Exception {
        for (String code : new String[] {null, "", "with space", "x".repeat(1_001), "line\nbreak"}) {
            assertRefused("a", new Answer(answer("a").state(), code, null), "no code");
        }
        assertRefused("a", new Answer(answer("a").state(), "4/made-up", null), "does not accept this answer");
        google.login().deny(true);
        assertRefused("a", answer("a"), "was not allowed at Google");
        google.login().deny(false);
        google.login().tick(false);
        assertRefused("a", answer("a"), "tick at Google");
        google.login().tick(true);
        google.fail(Request.TOKEN, new Fault.Refused(503, "backendError"));
        assertRefused("a", answer("a"), "does not work properly");
    }

    @Test
    void theCodeIsWorthNothingWithoutItsVerifier() throws Exception {
        Answer stolen = answer("victim");
        Answer own = answer("thief");
        assertRefused("thief", new Answer(own.state(), stolen.code(), null), "does not accept this answer");
        assertThat(google.login().hasConnections()).isFalse();
    }

    @Test
    void aWrongSecretIsNamed() throws Exception {
        GoogleClient wrong = new GoogleClient(GoogleLogin.CLIENT_ID, "GOCSPX-mistyped");
        Answer answer = Answer.in(decided(consents.begin(wrong, "a", BACK)));
        assertRefused("a", answer, "does not know the client ID or its secret");
    }

    @Test
    void whatIsNoAddressIsRefused() {
        for (String pasted : List.of("", "127.0.0.1", "4/0AbCd", "state=", "http://[", "http://127.0.0.1/?state=%zz&code=1",
                "http://127.0.0.1/?state=" + "x".repeat(5_000))) {
            assertThatThrownBy(() -> consents.finish("a", Answer.in(pasted))).as(pasted)
                    .isInstanceOf(ConsentRefusedException.class);
        }
        assertThatThrownBy(() -> Answer.in(null)).isInstanceOf(ConsentRefusedException.class);
    }

    @Test
    void aClientIsCheckedBeforeItIsKept() {
        assertThat(CLIENT.problem()).isEmpty();
        for (String id : List.of("", "clinic@example.org", "http://x.apps.googleusercontent.com", "x".repeat(200))) {
            assertThat(new GoogleClient(id, "secret").problem()).as(id).contains(GoogleClient.Problem.ID);
        }
        for (String secret : List.of("", "two words", "x".repeat(201), "é")) {
            assertThat(new GoogleClient(CLIENT.id(), secret).problem()).contains(GoogleClient.Problem.SECRET);
        }
    }
}
