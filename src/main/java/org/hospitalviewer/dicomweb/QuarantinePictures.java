package org.hospitalviewer.dicomweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.archive.StoredInstance;
import org.hospitalviewer.dicom.image.UndecodableImageException;
import org.hospitalviewer.dicom.image.render.Icon;
import org.hospitalviewer.dicom.image.render.PictureFormat;
import org.hospitalviewer.dicom.image.render.Viewport;
import org.hospitalviewer.dicom.io.DicomFormatException;
import org.hospitalviewer.study.StudyQuarantine;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Small pictures of the two objects that clash. */
@RestController
@RequestMapping("/api/quarantine/{id}")
@Requires(Action.DECIDE_QUARANTINE)
class QuarantinePictures {

    /** Room for a picture, pixels. */
    private static final int SIDE = 320;
    private static final int MIDDLE_FRAME = 0;

    private final StudyQuarantine quarantine;
    private final Pictures pictures;

    QuarantinePictures(StudyQuarantine quarantine, Pictures pictures) {
        this.quarantine = quarantine;
        this.pictures = pictures;
    }

    @GetMapping("/arrived/picture")
    void arrived(@PathVariable long id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        send(quarantine.instance(id, true), request, response);
    }

    @GetMapping("/stored/picture")
    void stored(@PathVariable long id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        send(quarantine.instance(id, false), request, response);
    }

    private void send(Optional<StoredInstance> instance, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        StoredInstance shown = instance.orElseThrow(() -> WebProblem.notFound("There is no such object."));
        PictureParameters parameters = PictureParameters.of(request, Optional.of(Viewport.of(SIDE, SIDE)));
        String key = Pictures.key(shown, MIDDLE_FRAME, parameters, PictureFormat.PNG);
        if (!PictureAnswer.isKnown(key, request, response)) {
            PictureAnswer.send(picture(key, shown, parameters), PictureFormat.PNG.mediaType(), request, response);
        }
    }

    private byte[] picture(String key, StoredInstance shown, PictureParameters parameters) throws IOException {
        try {
            return pictures.picture(key, shown, MIDDLE_FRAME, parameters, PictureFormat.PNG);
        } catch (UndecodableImageException | DicomFormatException e) {
            return PictureFormat.PNG.encode(Icon.of(SIDE, ""), parameters.quality());
        }
    }
}
