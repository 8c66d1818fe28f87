package org.hospitalviewer.dicomweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.StoredInstance;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.image.UndecodableImageException;
import org.hospitalviewer.dicom.image.render.Icon;
import org.hospitalviewer.dicom.image.render.PictureFormat;
import org.hospitalviewer.dicom.image.render.Viewport;
import org.hospitalviewer.dicom.io.DicomFormatException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * WADO-RS thumbnails (PS3.18 10.4.1.1.5): like rendered pictures, but small, and there is always one. What is no image,
 * or cannot be decoded here, gets a drawn icon with the letters of its modality.
 */
@RestController
@RequestMapping(DicomWebAddress.ROOT + "/studies/{study}")
@Requires(Action.VIEW_IMAGES)
class ThumbnailController {
    /** Room for a thumbnail when the client names none; pixels. */
    private static final int SIDE = 200;
    private static final int MIDDLE_FRAME = 0;

    private final Archive archive;
    private final AuditLog audit;
    private final Pictures pictures;

    ThumbnailController(Archive archive, AuditLog audit, Pictures pictures) {
        this.archive = archive;
        this.audit = audit;
        this.pictures = pictures;
    }

    @GetMapping("/thumbnail")
    void study(@PathVariable String study, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        DicomWebAddress.requireUids(study);
        send(Representative.ofStudy(archive, study).orElseThrow(() -> WebProblem.notFound("There is no such study.")),
                MIDDLE_FRAME, request, response);
    }

    @GetMapping("/series/{series}/thumbnail")
    void series(@PathVariable String study, @PathVariable String series, HttpServletRequest request,
                HttpServletResponse response) throws IOException {
        DicomWebAddress.requireUids(study, series);
        send(Representative.ofSeries(archive, study, series)
                .orElseThrow(() -> WebProblem.notFound("There is no such series.")), MIDDLE_FRAME, request, response);
    }

    @GetMapping("/series/{series}/instances/{instance}/thumbnail")
    void instance(@PathVariable String study, @PathVariable String series, @PathVariable String instance,
                  HttpServletRequest request, HttpServletResponse response) throws IOException {
        send(require(study, series, instance), MIDDLE_FRAME, request, response);
    }

    @GetMapping("/series/{series}/instances/{instance}/frames/{number}/thumbnail")
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
        PictureParameters parameters = PictureParameters.of(request, Optional.of(Viewport.of(SIDE, SIDE)));
        PictureFormat format = PictureParameters.format(request).orElseThrow(() -> WebProblem.notAcceptable(
                "Thumbnails are given as image/jpeg or image/png."));
        String key = Pictures.key(stored, frame, parameters, format);
        if (PictureAnswer.isKnown(key, request, response)) {
            return;
        }
        PictureAnswer.send(thumbnail(key, stored, frame, parameters, format), format.mediaType(), request, response);
    }

    private byte[] thumbnail(String key, StoredInstance stored, int frame, PictureParameters parameters,
                             PictureFormat format) throws IOException {
        try {
            return pictures.picture(key, stored, frame, parameters, format);
        } catch (UndecodableImageException | DicomFormatException e) {
            Viewport room = parameters.rendering().viewport().orElseThrow();
            return format.encode(Icon.of(Math.min(room.width(), room.height()), letters(stored)),
                    parameters.quality());
        }
    }

    private static String letters(StoredInstance stored) throws IOException {
        try {
            return stored.metadata().getString(Tag.Modality, "?");
        } catch (DicomFormatException e) {
            return "";
        }
    }
}
