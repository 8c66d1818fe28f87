package org.hospitalviewer.appliance.tls;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.hospitalviewer.access.problem.ProblemWriter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Leads readers from the HTTP port to HTTPS. What changes something is refused: its content, a password perhaps, has
 * crossed the network in the open already, and must not be made a habit of. Only the health is told without encryption.
 */
final class WayToHttps extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final String HEALTH = "/actuator/health";

    private final int httpsPort;

    WayToHttps(int httpsPort) {
        this.httpsPort = httpsPort;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.isSecure() || request.getRequestURI().equals(HEALTH)) {
            chain.doFilter(request, response);
        } else if (READING.contains(request.getMethod())) {
            response.setStatus(HttpStatus.PERMANENT_REDIRECT.value());
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader(HttpHeaders.LOCATION, address(request));
        } else {
            ProblemWriter.write(response, HttpStatus.FORBIDDEN, "Use HTTPS on port " + httpsPort + ".");
        }
    }

    private String address(HttpServletRequest request) {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return "https://" + request.getServerName() + ":" + httpsPort + request.getRequestURI() + query;
    }
}
