package org.hospitalviewer.dicomweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.Content;
import org.hospitalviewer.archive.StoredInstance;
import org.hospitalviewer.dicom.data.Attributes;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** WADO-RS: instances, their metadata, frames and bulk data, straight from the file (PS3.18 10.4). */
@RestController
@RequestMapping(DicomWebAddress.ROOT + "/studies/{study}/series/{series}")
@Requires(Action.VIEW_IMAGES)
class RetrieveController {

    private static final String DICOM = "application/dicom";
    private static final String BYTES = "application/octet-stream";
    private static final int MAX_FRAMES_AT_ONCE = 1_000;

    private final Archive archive;
    private final AuditLog audit;

    RetrieveController(Archive archive, AuditLog audit) {
        this.archive = archive;
        this.audit = audit;
    }

    @GetMapping("/metadata")
    void seriesMetadata(@PathVariable String study, @PathVariable String series, HttpServletRequest request,
                        HttpServletResponse response) throws IOException {
        JsonAnswer.requireAccepted(request);
        DicomWebAddress.requireUids(study, series);
        List<StoredInstance> instances = archive.instances(study, series);
        if (instances.isEmpty()) {
            throw WebProblem.notFound("There is no such series.");
        }
        audit.viewedSeries(series);
        JsonAnswer.write(instances.stream().map(RetrieveController::metadata).iterator(),
                DicomWebAddress.root(request), response);
    }

    @GetMapping("/instances/{instance}/metadata")
    void instanceMetadata(@PathVariable String study, @PathVariable String series, @PathVariable String instance,
                          HttpServletRequest request, HttpServletResponse response) throws IOException {
        JsonAnswer.requireAccepted(request);
        StoredInstance stored = require(study, series, instance);
        JsonAnswer.write(List.of(stored.metadata()).iterator(), DicomWebAddress.root(request), response);
    }

    @GetMapping("/instances/{instance}")
    void instance(@PathVariable String study, @PathVariable String series, @PathVariable String instance,
                  HttpServletRequest request, HttpServletResponse response) throws IOException {
        StoredInstance stored = require(study, series, instance);
        AcceptedEncoding encoding = choose(request, DICOM, stored.transferSyntaxUid());
        Content file = encoding.transferSyntaxUid().equals(stored.transferSyntaxUid()) ? stored.file()
                : stored.explicitLittleEndianFile();
        send(List.of(file), DICOM, encoding, response);
    }

    @GetMapping("/instances/{instance}/frames/{numbers}")
    void frames(@PathVariable String study, @PathVariable String series, @PathVariable String instance,
                @PathVariable String numbers, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        List<Integer> wanted = frameNumbers(numbers);
        StoredInstance stored = require(study, series, instance);
        AcceptedEncoding encoding = chooseFrames(request, stored);
        List<Content> frames = stored.frames(wanted)
                .orElseThrow(() -> WebProblem.notFound("There is no such frame in this instance."));
        send(frames, BYTES, encoding, response);
    }

    @GetMapping("/instances/{instance}/bulkdata/{*attribute}")
    void bulkData(@PathVariable String study, @PathVariable String series, @PathVariable String instance,
                  @PathVariable String attribute, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        StoredInstance stored = require(study, series, instance);
        AcceptedEncoding encoding = chooseFrames(request, stored);
        List<Content> parts = stored.bulkData(attribute.substring(1))
                .orElseThrow(() -> WebProblem.notFound("There is no such bulk data in this instance."));
        send(parts, BYTES, encoding, response);
    }

    private StoredInstance require(String study, String series, String instance) {
        DicomWebAddress.requireUids(study, series, instance);
        StoredInstance stored = archive.instance(study, series, instance)
                .orElseThrow(() -> WebProblem.notFound("There is no such instance."));
        audit.viewedSeries(series);
        return stored;
    }

    private static Attributes metadata(StoredInstance instance) {
        try {
            return instance.metadata();
        } catch (IOException e) {
            throw new UnreadableInstance(instance.sopInstanceUid(), e);
        }
    }

    private static AcceptedEncoding choose(HttpServletRequest request, String mediaType, String storedTransferSyntax) {
        return AcceptedEncoding.choose(MediaRange.parse(AcceptHeader.of(request)), mediaType, storedTransferSyntax,
                        AcceptedEncoding.isReencodable(storedTransferSyntax))
                .orElseThrow(() -> WebProblem.notAcceptable("This instance is stored in the transfer syntax "
                        + storedTransferSyntax + "; accept " + mediaType + " with transfer-syntax=* to get it."));
    }

    /** Plain frames are in little or big endian as stored; nothing is re-encoded here. */
    private static AcceptedEncoding chooseFrames(HttpServletRequest request, StoredInstance stored) {
        String syntax = stored.frameTransferSyntaxUid();
        return choose(request, BYTES, syntax);
    }

    private static List<Integer> frameNumbers(String numbers) {
        if (!numbers.matches("\\d{1,9}(,\\d{1,9})*")) {
            throw WebProblem.badRequest("Frames are given by their numbers, separated by commas.");
        }
        List<Integer> wanted = Arrays.stream(numbers.split(",")).map(Integer::valueOf).toList();
        if (wanted.size() > MAX_FRAMES_AT_ONCE) {
            throw WebProblem.badRequest("At most " + MAX_FRAMES_AT_ONCE + " frames can be asked for at once.");
        }
        return wanted;
    }

    private static void send(List<Content> parts, String mediaType, AcceptedEncoding encoding,
                             HttpServletResponse response) throws IOException {
        // Stored objects never change under their UID, but who may see them can: revalidated with each session.
        response.setHeader("Cache-Control", "private, no-cache");
        String syntax = "; transfer-syntax=" + encoding.transferSyntaxUid();
        if (encoding.multipart() || parts.size() > 1) {
            new Multipart(mediaType, syntax, parts).writeTo(response);
        } else {
            response.setContentType(mediaType + syntax);
            response.setContentLengthLong(parts.getFirst().length());
            parts.getFirst().transferTo(response.getOutputStream());
        }
    }
}
