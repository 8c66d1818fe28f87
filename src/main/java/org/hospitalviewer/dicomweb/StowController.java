package org.hospitalviewer.dicomweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.access.Visitor;
import org.hospitalviewer.appliance.ViewerSettings;
import org.hospitalviewer.archive.AnnouncedInstance;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.Origin;
import org.hospitalviewer.archive.RefusedException;
import org.hospitalviewer.dicom.io.DicomFormatException;
import org.hospitalviewer.dicom.io.FileMeta;
import org.hospitalviewer.dicom.io.Part10;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * STOW-RS: takes in DICOM files as parts of a request (PS3.18 10.5). Each part goes straight to the archive; the answer
 * is sent after the last one and says for each what became of it.
 */
@RestController
@RequestMapping(DicomWebAddress.ROOT + "/studies")
@Requires(Action.STORE_IMAGES)
class StowController {

    private static final Logger LOG = LoggerFactory.getLogger(StowController.class);
    private static final String DICOM = "application/dicom";
    /** More would fill the memory with the answer alone. */
    private static final int MAX_INSTANCES = 50_000;
    private static final long BYTES_PER_MEGABYTE = 1L << 20;

    private final Archive archive;
    private final AuditLog audit;
    private final long maxBytes;

    StowController(Archive archive, AuditLog audit, ViewerSettings settings) {
        this.archive = archive;
        this.audit = audit;
        this.maxBytes = settings.uploadLimitMegabytes() * BYTES_PER_MEGABYTE;
    }

    @PostMapping
    void store(HttpServletRequest request, HttpServletResponse response) throws IOException {
        receive(null, request, response);
    }

    @PostMapping("/{study}")
    void storeInStudy(@PathVariable String study, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        DicomWebAddress.requireUids(study);
        receive(study, request, response);
    }

    private void receive(String study, HttpServletRequest request, HttpServletResponse response) throws IOException {
        JsonAnswer answer = JsonAnswer.to(request);
        if (request.getContentLengthLong() > maxBytes) {
            throw tooLarge(0);
        }
        SentParts parts = SentParts.of(request, new LimitedBody(request.getInputStream(), maxBytes), DICOM);
        StoreResults results = new StoreResults(study);
        receive(parts, results);
        results.audit(audit);
        results.send(archive, answer, response);
    }

    /** What was stored before the request went wrong stays stored, and the answer says so. */
    private void receive(SentParts parts, StoreResults results) throws IOException {
        Origin origin = origin();
        try {
            for (Optional<SentParts.Part> part = parts.next(); part.isPresent(); part = parts.next()) {
                if (results.count() == MAX_INSTANCES) {
                    throw WebProblem.tooLarge("At most " + MAX_INSTANCES + " instances can be sent at once.");
                }
                store(origin, part.get(), results);
            }
        } catch (LimitedBody.TooLong e) {
            results.audit(audit);
            throw tooLarge(results.stored());
        } catch (WebProblem e) {
            if (results.stored() == 0) {
                throw e;
            }
            results.failedUnknown(StoreResults.CANNOT_UNDERSTAND);
        }
        if (results.count() == 0) {
            throw WebProblem.badRequest("The request has no parts.");
        }
    }

    private void store(Origin origin, SentParts.Part part, StoreResults results) throws IOException {
        if (!part.mediaType().equals(DICOM)) {
            results.failedUnknown(StoreResults.CANNOT_UNDERSTAND);
            return;
        }
        Part10.Opened file;
        try {
            file = Part10.open(part.body());
        } catch (DicomFormatException e) {
            LOG.warn("Refused a part sent by {}: {}", origin.sender(), e.getMessage());
            results.failedUnknown(StoreResults.CANNOT_UNDERSTAND);
            return;
        } catch (IOException e) {
            throw SentParts.orMalformed(e);
        }
        store(origin, file, results);
    }

    private void store(Origin origin, Part10.Opened file, StoreResults results) throws IOException {
        FileMeta meta = file.meta();
        AnnouncedInstance announced = new AnnouncedInstance(meta.mediaStorageSopClassUid().orElse(""),
                meta.mediaStorageSopInstanceUid().orElse(""), meta.transferSyntaxUid(), results.study());
        try {
            results.stored(announced, archive.store(origin, announced, file.dataSet()));
        } catch (RefusedException e) {
            LOG.warn("Refused {} sent by {}: {}", announced.sopInstanceUid(), origin.sender(), e.getMessage());
            results.refused(announced, e.reason());
        } catch (IOException e) {
            throw SentParts.orMalformed(e);
        }
    }

    private static Origin origin() {
        Visitor visitor = Visitor.current();
        return new Origin(Origin.Door.STOW, visitor.account().username(), visitor.address());
    }

    private WebProblem tooLarge(int stored) {
        String sentence = "At most " + maxBytes / BYTES_PER_MEGABYTE + " MB can be sent at once.";
        return WebProblem.tooLarge(stored == 0 ? sentence
                : sentence + " The first " + stored + " instances of this request are stored.");
    }
}
