package org.hospitalviewer.clinical.report;

import static org.hospitalviewer.clinical.JsonBody.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.hospitalviewer.access.Account;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.access.docs.Body;
import org.hospitalviewer.clinical.JsonBody;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.language.ReaderLanguage;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Reports: read, begin, save, sign, amend, delete. */
@RestController
@RequestMapping("/api/reports")
@Requires(Action.WRITE_REPORTS)
class ReportController {

    private static final String SELF = "me";

    private final Reports reports;
    private final ReportWriting writing;
    private final ReadingList list;
    private final ReaderLanguage reader;

    ReportController(Reports reports, ReportWriting writing, ReadingList list, ReaderLanguage reader) {
        this.reports = reports;
        this.writing = writing;
        this.list = list;
        this.reader = reader;
    }

    /** Why a report is deleted. */
    record Deletion(String reason) {
    }

    @GetMapping
    @Requires(Action.READ_REPORTS)
    ReportPage list(@RequestParam(defaultValue = "") String status, @RequestParam(defaultValue = "") String assignedTo,
                    @RequestParam(defaultValue = "false") boolean mine,
                    @RequestParam(defaultValue = "false") boolean unsaved,
                    @RequestParam(defaultValue = "50") int limit, @RequestParam(defaultValue = "") String before) {
        return ReportAnswer.checked(() -> list.list(new ReportFilter(status(status), user(assignedTo), mine, unsaved),
                limit, before));
    }

    private static ReportStatus status(String code) {
        return code.isEmpty() ? null : ReportStatus.of(code)
                .orElseThrow(() -> problem(HttpStatus.BAD_REQUEST, "The status is draft, final or amended."));
    }

    private static Long user(String id) {
        if (id.isEmpty()) {
            return null;
        }
        if (id.equals(SELF)) {
            return Account.current().id();
        }
        if (!id.matches("\\d{1,18}")) {
            throw problem(HttpStatus.BAD_REQUEST, "assignedTo is the id of a user, or me.");
        }
        return Long.valueOf(id);
    }

    @GetMapping("/study/{study}")
    @Requires(Action.READ_REPORTS)
    List<OpenReport> ofStudy(@PathVariable String study) {
        if (!UID.isAcceptable(study)) {
            throw problem(HttpStatus.BAD_REQUEST, "This is not a UID.");
        }
        return reports.ofStudy(study);
    }

    @GetMapping("/{id}")
    @Requires(Action.READ_REPORTS)
    OpenReport get(@PathVariable long id) {
        return reports.find(id).orElseThrow(() -> ReportAnswer.absent(id));
    }

    @GetMapping("/{id}/versions")
    @Requires(Action.READ_REPORTS)
    List<ReportVersion.Entry> versions(@PathVariable long id) {
        List<ReportVersion.Entry> versions = reports.versions(id);
        if (versions.isEmpty()) {
            throw ReportAnswer.absent(id);
        }
        return versions;
    }

    @GetMapping("/{id}/versions/{number}")
    @Requires(Action.READ_REPORTS)
    ReportVersion version(@PathVariable long id, @PathVariable int number) {
        return reports.version(id, number)
                .orElseThrow(() -> problem(HttpStatus.NOT_FOUND, "This report has no such version."));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Body(NewReport.class)
    OpenReport add(HttpServletRequest request) throws IOException {
        NewReport wanted = JsonBody.read(request, ReportAnswer.MAX_BODY_BYTES, NewReport.class);
        return ReportAnswer.checked(() -> writing.add(wanted))
                .orElseThrow(() -> problem(HttpStatus.NOT_FOUND, "The archive has no such study."));
    }

    @PutMapping("/{id}")
    @Body(ReportChange.class)
    ResponseEntity<Object> save(@PathVariable long id, HttpServletRequest request) throws IOException {
        ReportChange change = change(request);
        return ReportAnswer.of(id, ReportAnswer.checked(() -> writing.save(id, change)), reader.ofAnswer(request));
    }

    @PostMapping("/{id}/sign")
    @Body(ReportChange.class)
    ResponseEntity<Object> sign(@PathVariable long id, HttpServletRequest request) throws IOException {
        ReportChange change = change(request);
        return ReportAnswer.of(id, ReportAnswer.checked(() -> writing.sign(id, change)), reader.ofAnswer(request));
    }

    @PostMapping("/{id}/amend")
    @Body(ReportChange.class)
    ResponseEntity<Object> amend(@PathVariable long id, HttpServletRequest request) throws IOException {
        ReportChange change = change(request);
        return ReportAnswer.of(id, ReportAnswer.checked(() -> writing.amend(id, change)), reader.ofAnswer(request));
    }

    private static ReportChange change(HttpServletRequest request) throws IOException {
        return JsonBody.read(request, ReportAnswer.MAX_BODY_BYTES, ReportChange.class);
    }

    /** The reason comes as JSON, or as the parameter {@code reason}; a draft needs none. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Body(Deletion.class)
    void delete(@PathVariable long id, @RequestParam(defaultValue = "") String reason, HttpServletRequest request)
            throws IOException {
        String why = request.getContentLengthLong() > 0
                ? JsonBody.read(request, ReportAnswer.MAX_BODY_BYTES, Deletion.class).reason() : reason;
        Optional<Report> deleted = ReportAnswer.checked(() -> writing.delete(id, why));
        if (deleted.isEmpty()) {
            throw ReportAnswer.absent(id);
        }
    }
}
