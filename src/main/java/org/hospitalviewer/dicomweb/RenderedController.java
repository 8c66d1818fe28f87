package org.hospitalviewer.dicomweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.Content;
import org.hospitalviewer.archive.StoredInstance;
import org.hospitalviewer.dicom.image.UndecodableImageException;
import org.hospitalviewer.dicom.image.render.PictureFormat;
import org.hospitalviewer.dicom.io.DicomFormatException;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * WADO-RS rendered resources (PS3.18 10.4.1.1.3): JPEG, or PNG where asked for. Studies and series are shown by one
 * instance ({@link Representative}), multi-frame instances by their middle frame. A PDF is given as the
 * document that it is. What cannot be shown is 406 with a sentence, an object without pixels 404.
 */
@RestController
@RequestMapping(DicomWebAddress.ROOT + "/studies/{study}")
@Requires(Action.VIEW_IMAGES)
class RenderedController {
    private static final int MIDDLE_FRAME = 0;

    private final Archive archive;
    private final AuditLog audit;
    private final Pictures pictures;

    RenderedController(Archive archive, AuditLog audit, Pictures pictures) {
        this.archive = archive;
        this.audit = audit;
        this.pictures = pictures;
    }

    @GetMapping("/rendered")
    void study(@PathVariable String study, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        DicomWebAddress.requireUids(study);
        send(Representative.ofStudy(archive, study).orElseThrow(() -> WebProblem.notFound("There is no such study.")),
                MIDDLE_FRAME, request, response);
    }

    @GetMapping("/series/{series}/rendered")
    void series(@PathVariable String study, @PathVariable String series, HttpServletRequest request,
                HttpServletResponse response) throws IOException {
        DicomWebAddress.requireUids(study, series);
        send(Representative.ofSeries(archive, study, series)
                .orElseThrow(() -> WebProblem.notFound("There is no such series.")), MIDDLE_FRAME, request, response);
    }

    @GetMapping("/series/{series}/instances/{instance}/rendered")
    void instance(@PathVariable String study, @PathVariable String series, @PathVariable String instance,
                  HttpServletRequest request, HttpServletResponse response) throws IOException {
        send(require(study, series, instance), MIDDLE_FRAME, request, response);
    }

    @GetMapping("/series/{series}/instances/{instance}/frames/{number}/rendered")
    void frame(@PathVariable String study, @PathVariable String series, @PathVariable String instance,
               @PathVariable String number, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        send(require(study, series, instance), FrameNumber.of(number), request, response);
    }

    private StoredInstance require(String study, String series, String instance) {
        DicomWebAddress.requireUids(study, series, instance);
        return archive.instance(study, series, instance)
                .orElseThrow(() -> WebProblem.notFound("There is no such instance."));
    }

    private void send(StoredInstance stored, int frame, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        audit.viewedSeries(stored.seriesInstanceUid());
        if (EncapsulatedPdf.isOne(stored)) {
            sendPdf(stored, request, response);
            return;
        }
        PictureParameters parameters = PictureParameters.of(request, Optional.empty());
        PictureFormat format = PictureParameters.format(request).orElseThrow(RenderedController::notAcceptable);
        String key = Pictures.key(stored, frame, parameters, format);
        if (PictureAnswer.isKnown(key, request, response)) {
            return;
        }
        try {
            PictureAnswer.send(pictures.picture(key, stored, frame, parameters, format), format.mediaType(), request,
                    response);
        } catch (UndecodableImageException e) {
            throw e.reason() == UndecodableImageException.Reason.NO_IMAGE ? WebProblem.notFound(e.getMessage())
                    : WebProblem.notAcceptable(e.getMessage());
        } catch (DicomFormatException e) {
            throw WebProblem.notAcceptable("The stored file is damaged: " + e.getMessage() + ".");
        }
    }

    private static void sendPdf(StoredInstance stored, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (AcceptHeader.of(request).stream().noneMatch(wish -> wish.accepts(EncapsulatedPdf.MEDIA_TYPE))) {
            throw WebProblem.notAcceptable("This is a document; accept application/pdf to get it.");
        }
        Content document = EncapsulatedPdf.document(stored)
                .orElseThrow(() -> WebProblem.notFound("This object holds no document."));
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType(EncapsulatedPdf.MEDIA_TYPE);
        response.setContentLengthLong(document.length());
        if (!HttpMethod.HEAD.matches(request.getMethod())) {
            document.transferTo(response.getOutputStream());
        }
    }

    private static WebProblem notAcceptable() {
        return WebProblem.notAcceptable("Rendered images are given as image/jpeg or image/png.");
    }
}
