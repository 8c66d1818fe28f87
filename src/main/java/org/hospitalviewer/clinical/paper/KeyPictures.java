package org.hospitalviewer.clinical.paper;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.ArchiveUnavailableException;
import org.hospitalviewer.archive.StoredInstance;
import org.hospitalviewer.clinical.report.KeyImage;
import org.hospitalviewer.dicom.image.DecodingMemory;
import org.hospitalviewer.dicom.image.ImageFrames;
import org.hospitalviewer.dicom.image.render.PictureFormat;
import org.hospitalviewer.dicom.image.render.Rendering;
import org.hospitalviewer.dicom.image.render.Viewport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The key images of a report as pictures; a report is printed even when one cannot be shown, and says so. */
@Component
class KeyPictures {

    private static final Logger LOG = LoggerFactory.getLogger(KeyPictures.class);
    /** Enough for 8 cm at 300 dots per inch. */
    private static final int LONGEST_SIDE = 1_000;
    private static final int QUALITY = 92;

    private final Archive archive;
    private final DecodingMemory memory;
    private final AuditLog audit;

    KeyPictures(Archive archive, DecodingMemory memory, AuditLog audit) {
        this.archive = archive;
        this.memory = memory;
        this.audit = audit;
    }

    List<Illustration> of(String studyInstanceUid, List<KeyImage> keyImages, PaperWords words) {
        return keyImages.stream().map(image -> illustration(studyInstanceUid, image, words)).toList();
    }

    private Illustration illustration(String studyInstanceUid, KeyImage key, PaperWords words) {
        try {
            Optional<StoredInstance> instance = archive.instance(studyInstanceUid, key.seriesInstanceUid(),
                    key.sopInstanceUid());
            if (instance.isEmpty()) {
                return missing(key, words.say("paper.image.gone", key.sopInstanceUid()));
            }
            ImageFrames image = instance.get().image();
            if (key.frame() > image.frameCount()) {
                return missing(key, words.say("paper.image.frame", key.sopInstanceUid(),
                        Integer.toString(key.frame())));
            }
            audit.viewedSeries(key.seriesInstanceUid());
            return new Illustration(picture(image, key.frame()), key.caption());
        } catch (IOException | ArchiveUnavailableException e) {
            LOG.warn("Key image {} cannot be printed: {}", key.sopInstanceUid(), e.getMessage());
            return missing(key, words.say("paper.image.broken", key.sopInstanceUid()));
        }
    }

    private byte[] picture(ImageFrames image, int frame) throws IOException {
        try (DecodingMemory.Room _ = memory.forFrame(image.pixels())) {
            return PictureFormat.JPEG.encode(new Rendering(Optional.of(Viewport.of(LONGEST_SIDE, LONGEST_SIDE)),
                    Optional.empty()).of(image, frame), QUALITY);
        }
    }

    private static Illustration missing(KeyImage key, String why) {
        return new Illustration(new byte[0], (key.caption() + " [" + why + "]").strip());
    }
}
