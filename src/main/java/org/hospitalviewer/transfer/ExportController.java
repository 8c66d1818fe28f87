package org.hospitalviewer.transfer;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.dicom.data.UID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Whole studies as files. */
@RestController
@Requires(Action.EXPORT_IMAGES)
class ExportController {

    private static final String ZIP = "application/zip";

    private final Archive archive;
    private final AuditLog audit;
    private final StudyTransfers transfers;

    ExportController(Archive archive, AuditLog audit, StudyTransfers transfers) {
        this.archive = archive;
        this.audit = audit;
        this.transfers = transfers;
    }

    /** Made while it is sent. */
    @GetMapping("/api/studies/{study}/zip")
    void zip(@PathVariable String study, HttpServletResponse response) throws IOException {
        if (!UID.isAcceptable(study)) {
            throw problem(HttpStatus.BAD_REQUEST, "The address holds something that is not a UID.");
        }
        StudyZip zip = new StudyZip(archive, study);
        if (!zip.exists()) {
            throw problem(HttpStatus.NOT_FOUND, "There is no such study.");
        }
        audit.record(Action.EXPORT_IMAGES.name(), "STUDY", study, AuditLog.Result.SUCCESS);
        describe(response, "study-" + study + ".zip");
        zip.writeTo(response.getOutputStream(), _ -> { });
    }

    /** Made before by a job. */
    @GetMapping("/api/exports/{id}")
    void export(@PathVariable long id, HttpServletResponse response) throws IOException {
        StudyTransfer transfer = transfers.find(id).filter(one -> one.kind() == StudyTransfer.Kind.EXPORT)
                .orElseThrow(() -> problem(HttpStatus.NOT_FOUND, "There is no such export."));
        Path file = transfers.fileOf(transfer)
                .orElseThrow(() -> problem(HttpStatus.GONE, "This export is not ready, or its time is over."));
        audit.record(Action.EXPORT_IMAGES.name(), "STUDY", transfer.studyInstanceUid(), AuditLog.Result.SUCCESS);
        describe(response, "study-" + transfer.studyInstanceUid() + ".zip");
        response.setContentLengthLong(Files.size(file));
        Files.copy(file, response.getOutputStream());
    }

    private static void describe(HttpServletResponse response, String name) {
        response.setContentType(ZIP);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
    }

    private static ErrorResponseException problem(HttpStatus status, String sentence) {
        ErrorResponseException problem = new ErrorResponseException(status);
        problem.setDetail(sentence);
        return problem;
    }
}
