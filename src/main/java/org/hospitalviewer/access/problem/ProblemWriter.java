package org.hospitalviewer.access.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.hospitalviewer.language.ReaderLanguage;
import org.hospitalviewer.language.Sentences;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * Answers failures as problem details (RFC 9457), whatever the client says it accepts: viewers send Accept headers that
 * name image types only, and some that are not valid.
 */
public final class ProblemWriter implements AuthenticationEntryPoint, AccessDeniedHandler {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof TooManyAttempts attempts) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(attempts.seconds()));
            write(request, response, HttpStatus.TOO_MANY_REQUESTS, "Too many failed logins. Try again later.");
            return;
        }
        // A browser would open its own password window at this header; browsers always send Sec-Fetch-Mode.
        if (request.getHeader("Sec-Fetch-Mode") == null) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE,
                    "Basic realm=\"Hospital DICOM Viewer Pro\", charset=\"UTF-8\"");
        }
        write(request, response, HttpStatus.UNAUTHORIZED, "Log in, or send a user name and password.");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        write(request, response, HttpStatus.FORBIDDEN, "Your role does not allow this.");
    }

    /** The same in the language that the request asks for. */
    public static void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String english)
            throws IOException {
        write(response, status, Sentences.in(ReaderLanguage.ofHeader(request), english));
    }

    /**
     * Writes a problem over a response that is not committed yet; its headers must not speak of another body.
     *
     * @param detail a sentence for the client
     */
    public static void write(HttpServletResponse response, HttpStatusCode status, String detail) throws IOException {
        byte[] body = json(status, detail).getBytes(StandardCharsets.UTF_8);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    static String json(HttpStatusCode status, String detail) {
        HttpStatus known = HttpStatus.resolve(status.value());
        return "{\"type\":\"about:blank\",\"title\":\"" + (known == null ? "Error" : known.getReasonPhrase())
                + "\",\"status\":" + status.value() + ",\"detail\":\"" + escaped(detail) + "\"}";
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                escaped.append('\\');
            }
            escaped.append(c < ' ' ? ' ' : (char) c);
        });
        return escaped.toString();
    }
}
