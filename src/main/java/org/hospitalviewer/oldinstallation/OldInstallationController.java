package org.hospitalviewer.oldinstallation;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.function.Function;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.Requires;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Files of the old installation, each as the body of a request; nothing is changed unless {@code trial=false}. */
@RestController
@RequestMapping("/api/old-installation")
@Requires(Action.TAKE_OVER_OLD_INSTALLATION)
class OldInstallationController {

    private final OldUsers users;
    private final OldReports reports;
    private final OldStudyList studies;

    OldInstallationController(OldUsers users, OldReports reports, OldStudyList studies) {
        this.users = users;
        this.reports = reports;
        this.studies = studies;
    }

    @PostMapping("/users")
    Takeover users(HttpServletRequest request, @RequestParam(defaultValue = "true") boolean trial) throws IOException {
        return answered(request, file -> users.takeOver(file, trial));
    }

    @PostMapping("/reports")
    Takeover reports(HttpServletRequest request, @RequestParam(defaultValue = "true") boolean trial) throws IOException {
        return answered(request, file -> reports.takeOver(file, trial));
    }

    @PostMapping("/studies")
    Takeover studies(HttpServletRequest request) throws IOException {
        return answered(request, studies::compare);
    }

    private static Takeover answered(HttpServletRequest request, Function<byte[], Takeover> work) throws IOException {
        byte[] file = request.getInputStream().readNBytes(OldFile.MAX_BYTES + 1);
        if (file.length > OldFile.MAX_BYTES) {
            throw problem(HttpStatus.CONTENT_TOO_LARGE, "A file has " + OldFile.MAX_MEGABYTES + " MB at most.");
        }
        try {
            return work.apply(file);
        } catch (UnreadableFileException e) {
            throw problem(HttpStatus.BAD_REQUEST, e.getMessage());
        }
    }

    private static ErrorResponseException problem(HttpStatus status, String sentence) {
        ErrorResponseException problem = new ErrorResponseException(status);
        problem.setDetail(sentence);
        return problem;
    }
}
