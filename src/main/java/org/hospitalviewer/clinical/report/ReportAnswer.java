package org.hospitalviewer.clinical.report;

import static org.hospitalviewer.clinical.JsonBody.problem;

import java.util.Locale;
import java.util.function.Supplier;
import org.hospitalviewer.clinical.report.WriteOutcome.Conflict;
import org.hospitalviewer.language.Sentences;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;

/** How outcomes become answers. */
final class ReportAnswer {

    /** All texts at their longest, in letters of three bytes. */
    static final int MAX_BODY_BYTES = 1024 * 1024;

    private ReportAnswer() {
    }

    /**
     * A problem detail (RFC 9457) that brings along what was in the way.
     *
     * @param reason name of the conflict, for programs
     * @param newest the report as it is now, with the working copy of whoever asked
     */
    record ConflictProblem(String type, String title, int status, String detail, Conflict reason, Object newest) {
    }

    static ResponseEntity<Object> of(long id, WriteOutcome outcome, Locale language) {
        return switch (outcome) {
            case WriteOutcome.Written written -> ResponseEntity.ok(written.report());
            case WriteOutcome.Refused refused -> conflict(refused.conflict(), refused.newest(), language);
            case WriteOutcome.Absent _ -> throw absent(id);
        };
    }

    /** @param language of its sentence */
    static ResponseEntity<Object> conflict(Conflict conflict, Object newest, Locale language) {
        HttpStatus status = HttpStatus.CONFLICT;
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(new ConflictProblem(
                "about:blank", status.getReasonPhrase(), status.value(),
                Sentences.in(language, conflict.sentence()), conflict, newest));
    }

    /** Does the work; what makes no sense becomes 400. */
    static <T> T checked(Supplier<T> work) {
        try {
            return work.get();
        } catch (InvalidReportException e) {
            throw problem(HttpStatus.BAD_REQUEST, e.getMessage());
        }
    }

    static ErrorResponseException absent(long id) {
        return problem(HttpStatus.NOT_FOUND, "There is no report " + id + ".");
    }
}
