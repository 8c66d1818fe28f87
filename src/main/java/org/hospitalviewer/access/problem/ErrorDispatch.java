package org.hospitalviewer.access.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.Requires;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the server sends requests that failed outside of any method, such as those the firewall refused. */
@Controller
class ErrorDispatch implements ErrorController {

    @RequestMapping("/error")
    @Requires(Action.ENTER)
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus known = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        HttpStatus status = known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known;
        ProblemWriter.write(response, status, sentence(status));
    }

    static String sentence(HttpStatus status) {
        return switch (status.series()) {
            case CLIENT_ERROR -> status == HttpStatus.NOT_FOUND ? "There is nothing at this address."
                    : "This request cannot be understood.";
            case SERVER_ERROR, INFORMATIONAL, SUCCESSFUL, REDIRECTION ->
                    "This cannot be answered. The administrator finds the reason in the log.";
        };
    }
}
