package org.hospitalviewer.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.hospitalviewer.access.problem.ProblemWriter;
import org.springframework.http.HttpStatus;
import org.springframework.web.HttpRequestHandler;

/** Addresses for programs that lead nowhere; without this they would lead to the screens. */
@Requires(Action.USE_OWN_ACCOUNT)
final class UnknownRoute implements HttpRequestHandler {

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ProblemWriter.write(response, HttpStatus.NOT_FOUND, "There is nothing at this address.");
    }
}
