package org.hospitalviewer.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hospitalviewer.appliance.StartProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;

/** Who is let in to make the first administrator. */
class FirstAdministratorTest {

    private boolean nobodyYet = true;
    private final MockEnvironment environment = new MockEnvironment();
    private final FirstAdministrator first = new FirstAdministrator(new Users(null, null, null) {
        @Override
        public boolean isEmpty() {
            return nobodyYet;
        }
    }, null, environment);

    @ParameterizedTest
    @CsvSource({"localhost,127.0.0.1", "LocalHost,127.0.0.1", "127.0.0.1,127.0.0.1", "[::1],0:0:0:0:0:0:0:1"})
    void somebodyAtThisComputerIsLetIn(String host, String address) {
        assertThat(first.admits(request(host, address), null)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"localhost,192.168.1.7", "viewer.clinic.example,127.0.0.1", "rebound.evil.example,127.0.0.1",
        "localhost.evil.example,127.0.0.1", "192.168.1.7,192.168.1.7"})
    void anotherComputerOrAnotherNameIsNot(String host, String address) {
        assertThat(first.admits(request(host, address), null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto",
        "X-Real-IP"})
    void whoComesThroughAProxyOnThisComputerIsNot(String header) {
        MockHttpServletRequest request = request("localhost", "127.0.0.1");
        request.addHeader(header, "anything");
        assertThat(first.admits(request, null)).isFalse();
    }

    @Test
    void aProxyThatAddsNoHeaderGivesItselfAwayByItsOldProtocol() {
        MockHttpServletRequest request = request("localhost", "127.0.0.1");
        request.setProtocol("HTTP/1.0");
        assertThat(first.admits(request, null)).isFalse();
    }

    @Test
    void theTokenOfTheStartLetsInFromAnywhere() {
        Matcher token = Pattern.compile("token=([0-9a-f]{32})").matcher(first.sentence("http://localhost/").orElseThrow());
        assertThat(token.find()).isTrue();
        MockHttpServletRequest far = request("viewer.clinic.example", "192.168.1.7");
        assertThat(first.admits(far, token.group(1))).isTrue();
        assertThat(first.admits(far, token.group(1).substring(1))).isFalse();
        assertThat(first.admits(far, "")).isFalse();
        nobodyYet = false;
        assertThat(first.admits(far, token.group(1))).as("once there is a user the token is worth nothing").isFalse();
        assertThat(first.sentence("http://localhost/")).isEmpty();
    }

    @Test
    void onceThereIsAUserNobodyIsLetInAndTheEnvironmentIsNotRead() {
        nobodyYet = false;
        environment.setProperty("VIEWER_ADMIN_USER", "x");
        environment.setProperty("VIEWER_ADMIN_PASSWORD", "short");
        first.afterPropertiesSet();
        assertThat(first.admits(request("localhost", "127.0.0.1"), null)).isFalse();
        assertThatThrownBy(() -> first.create("somebody", "long-enough-password", ""))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource({"x,long-enough-password,VIEWER_ADMIN_USER", "chief,short,at least 10", "chief,,at least 10",
        "chief-of-all,CHIEF-OF-ALL,differ from the user name"})
    void anEnvironmentThatDoesNotFollowTheRulesStopsTheStartWithASentence(String user, String password, String sentence) {
        environment.setProperty("VIEWER_ADMIN_USER", user);
        if (password != null) {
            environment.setProperty("VIEWER_ADMIN_PASSWORD", password);
        }
        assertThatThrownBy(first::afterPropertiesSet).isInstanceOf(StartProblem.class).hasMessageContaining(sentence);
    }

    private static MockHttpServletRequest request(String host, String address) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/setup");
        request.setServerName(host);
        request.setRemoteAddr(address);
        return request;
    }
}
