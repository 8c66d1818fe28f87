package org.hospitalviewer.clinical.report;

import static org.hospitalviewer.clinical.JsonBody.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.access.docs.Body;
import org.hospitalviewer.clinical.JsonBody;
import org.hospitalviewer.clinical.report.WriteOutcome.Conflict;
import org.hospitalviewer.language.ReaderLanguage;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** While somebody writes: what is typed is kept, and others see who writes. */
@RestController
@RequestMapping("/api/reports/{id}")
@Requires(Action.WRITE_REPORTS)
class ReportDeskController {

    private static final int MAX_LOCK_BYTES = 1024;

    private final WorkingCopies workingCopies;
    private final ReaderLanguage reader;

    ReportDeskController(WorkingCopies workingCopies, ReaderLanguage reader) {
        this.workingCopies = workingCopies;
        this.reader = reader;
    }

    /** How a lease is wanted. */
    record LockRequest(Boolean takeOver) {
    }

    @PutMapping("/working-copy")
    @Body(WorkingCopies.Draft.class)
    ResponseEntity<Object> keep(@PathVariable long id, HttpServletRequest request) throws IOException {
        WorkingCopies.Draft draft = JsonBody.read(request, ReportAnswer.MAX_BODY_BYTES, WorkingCopies.Draft.class);
        WorkingCopies.Kept kept = ReportAnswer.checked(() -> workingCopies.keep(id, draft))
                .orElseThrow(() -> ReportAnswer.absent(id));
        return kept.kept() ? ResponseEntity.ok(Receipt.of(kept)) : ReportAnswer.conflict(Conflict.OTHER_WINDOW, kept,
                reader.ofAnswer(request));
    }

    /**
     * What the writer needs for the next time, without the text that they have before them.
     *
     * @param revision      to be sent next; 0 when nothing is kept because all is saved
     * @param savedAt       ISO 8601, null when nothing is kept
     * @param newestVersion of the report: newer than theirs when somebody saved meanwhile
     */
    record Receipt(int revision, Instant savedAt, int newestVersion) {

        static Receipt of(WorkingCopies.Kept kept) {
            WorkingCopy copy = kept.copy();
            return copy == null ? new Receipt(0, null, kept.newestVersion())
                    : new Receipt(copy.revision(), copy.savedAt(), kept.newestVersion());
        }
    }

    @DeleteMapping("/working-copy")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable long id) {
        if (!workingCopies.discard(id)) {
            throw problem(HttpStatus.NOT_FOUND, "Nothing is kept beside this report.");
        }
    }

    /** A heartbeat; the body may be missing. */
    @PostMapping("/lock")
    @Body(LockRequest.class)
    WorkingCopies.Claim lock(@PathVariable long id, HttpServletRequest request) throws IOException {
        boolean takeOver = request.getContentLengthLong() > 0 && Boolean.TRUE.equals(
                JsonBody.read(request, MAX_LOCK_BYTES, LockRequest.class).takeOver());
        return workingCopies.claim(id, takeOver).orElseThrow(() -> ReportAnswer.absent(id));
    }

    @DeleteMapping("/lock")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlock(@PathVariable long id) {
        workingCopies.release(id);
    }
}
