package org.hospitalviewer.appliance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class ScreenAddressTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            '',          false, '',      http://localhost:8080/
            0.0.0.0,     false, '',      http://localhost:8080/
            127.0.0.1,   true,  '',      https://localhost:8080/
            192.0.2.7,   false, /images, http://192.0.2.7:8080/images/
            2001:db8::7, false, '',      http://[2001:db8::7]:8080/
            """)
    void isWhereTheScreensAnswerSomebodyAtThisComputer(String bind, String https, String path, String address) {
        MockEnvironment settings = new MockEnvironment().withProperty("viewer.bind", bind).withProperty("viewer.https", https)
                .withProperty("server.servlet.context-path", path);

        assertThat(ScreenAddress.of(settings, 8080)).isEqualTo(address);
    }
}
