package org.hospitalviewer.access.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.apache.catalina.connector.ClientAbortException;
import org.hospitalviewer.language.ReaderLanguage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.ErrorResponseException;

class RequestErrorsTest {

    private final RequestErrors errors = readBy(Map.of());
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/dicom-web/studies");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    private static RequestErrors readBy(Map<String, ?> beans) {
        StaticListableBeanFactory factory = new StaticListableBeanFactory();
        beans.forEach(factory::addBean);
        return new RequestErrors(factory.getBeanProvider(ReaderLanguage.class));
    }

    @Test
    void aProblemIsSaidInTheLanguageOfWhoReadsIt() throws Exception {
        ErrorResponseException problem = new ErrorResponseException(HttpStatus.NOT_FOUND);
        problem.setDetail("There is no report {0} 'x'.");
        readBy(Map.of("reader", (ReaderLanguage) _ -> Locale.of("es"))).failed(problem, request, response);
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).contains("\"No existe el informe {0} 'x'.\"");
    }

    @Test
    void whatWasSaidOfAnotherBodyIsTakenBackFirst() throws Exception {
        response.setContentType("multipart/related; type=\"application/dicom\"; boundary=x");
        response.setContentLengthLong(500_000);
        response.getOutputStream().write(1);
        errors.failed(new IOException("/secret/path is gone"), request, response);
        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(response.getContentType()).isEqualTo("application/problem+json");
        assertThat(response.getContentAsString()).startsWith("{").doesNotContain("secret");
        assertThat(response.getHeader("Content-Length")).isEqualTo(String.valueOf(response.getContentAsByteArray().length));
    }

    @Test
    void aCommittedAnswerIsBrokenOffRatherThanContinuedAsAnError() throws Exception {
        response.getOutputStream().write(1);
        response.flushBuffer();
        IOException failure = new IOException("short file");
        assertThatThrownBy(() -> errors.failed(failure, request, response)).isSameAs(failure);
        assertThat(response.getContentAsByteArray()).hasSize(1);
    }

    @Test
    void aClientThatLeftIsNoFailure() throws Exception {
        errors.failed(new ClientAbortException(new IOException("Broken pipe")), request, response);
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentAsByteArray()).isEmpty();
    }

    @Test
    void theSecurityFiltersAnswerWhatIsTheirs() {
        AccessDeniedException denied = new AccessDeniedException("no");
        assertThatThrownBy(() -> errors.failed(denied, request, response)).isSameAs(denied);
    }

    @Test
    void statusAndSentenceOfAProblemAreKept() throws Exception {
        ErrorResponseException problem = new ErrorResponseException(HttpStatus.NOT_FOUND);
        problem.setDetail("There is no \"such\" \\ thing\n.");
        errors.failed(problem, request, response);
        assertThat(response.getStatus()).isEqualTo(404);
        assertThat(response.getContentAsString()).contains("There is no \\\"such\\\" \\\\ thing .");
    }

    @Test
    void aDatabaseThatIsDownIsUnavailableForNow() throws Exception {
        errors.failed(new DataAccessResourceFailureException("jdbc:mariadb://secret"), request, response);
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getContentAsString()).doesNotContain("secret");
    }
}
