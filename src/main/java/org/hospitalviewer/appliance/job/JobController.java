package org.hospitalviewer.appliance.job;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.Requires;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Jobs for the administrator's programs. */
@RestController
@RequestMapping("/api/jobs")
@Requires(Action.MANAGE_JOBS)
class JobController {

    private static final int MAX_LIMIT = 1_000;

    private final JobService jobs;

    JobController(JobService jobs) {
        this.jobs = jobs;
    }

    @GetMapping
    List<JobRun> newest(@RequestParam(defaultValue = "100") int limit) {
        return jobs.newest(Math.clamp(limit, 1, MAX_LIMIT));
    }

    @GetMapping("/{id}")
    WithFindings one(@PathVariable long id) {
        return jobs.find(id).map(run -> new WithFindings(run, jobs.findings(id))).orElseThrow(() -> noRun(id));
    }

    @PostMapping("/{kind}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobRun start(@PathVariable String kind) {
        try {
            return jobs.start(kind);
        } catch (UnknownJobKindException e) {
            throw problem(HttpStatus.NOT_FOUND, e.getMessage());
        }
    }

    @PostMapping("/{id}/cancel")
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobRun cancel(@PathVariable long id) {
        return jobs.cancel(id).orElseThrow(() -> noRun(id));
    }

    private static ErrorResponseException noRun(long id) {
        return problem(HttpStatus.NOT_FOUND, "There is no run " + id + ".");
    }

    private static ErrorResponseException problem(HttpStatus status, String sentence) {
        ErrorResponseException problem = new ErrorResponseException(status);
        problem.setDetail(sentence);
        return problem;
    }

    record WithFindings(@JsonUnwrapped JobRun run, List<JobFinding> findings) {
    }
}
