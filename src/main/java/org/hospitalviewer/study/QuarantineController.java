package org.hospitalviewer.study;

import java.util.Arrays;
import java.util.List;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.archive.Comparison;
import org.hospitalviewer.archive.Quarantined;
import org.hospitalviewer.archive.QuarantineReview.Decision;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Clashing objects for programs. */
@RestController
@RequestMapping("/api/quarantine")
@Requires(Action.DECIDE_QUARANTINE)
class QuarantineController {

    private final StudyQuarantine quarantine;

    QuarantineController(StudyQuarantine quarantine) {
        this.quarantine = quarantine;
    }

    @GetMapping
    List<Quarantined> waiting() {
        return quarantine.waiting();
    }

    /** How the new object differs from the stored one. */
    @GetMapping("/{id}")
    Comparison compare(@PathVariable long id) {
        return quarantine.compare(id).orElseThrow(QuarantineController::gone);
    }

    /** {@code {"decision": "KEEP_STORED"}}, REPLACE or KEEP_BOTH. */
    @PostMapping("/{id}/decide")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decide(@PathVariable long id, @RequestBody Wanted wanted) {
        Decision decision = Arrays.stream(Decision.values()).filter(one -> one.name().equals(wanted.decision()))
                .findFirst().orElseThrow(() -> problem(HttpStatus.BAD_REQUEST,
                        "The decision is one of " + List.of(Decision.values()) + "."));
        if (!quarantine.decide(id, decision)) {
            throw gone();
        }
    }

    private static ErrorResponseException gone() {
        return problem(HttpStatus.NOT_FOUND, "There is no such object in the quarantine.");
    }

    private static ErrorResponseException problem(HttpStatus status, String sentence) {
        ErrorResponseException problem = new ErrorResponseException(status);
        problem.setDetail(sentence);
        return problem;
    }

    record Wanted(String decision) {
    }
}
