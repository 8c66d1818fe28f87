package org.hospitalviewer.dicomweb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.hospitalviewer.archive.Content;
import org.hospitalviewer.archive.StoredInstance;
import org.hospitalviewer.dicom.image.DecodingMemory;
import org.hospitalviewer.dicom.image.ImageFrames;
import org.hospitalviewer.dicom.image.UndecodableImageException;
import org.hospitalviewer.dicom.image.render.PictureFormat;
import org.springframework.stereotype.Component;

/** Makes pictures of frames, each only once as long as the cache has room. */
@Component
class Pictures {
    /** To be raised when pictures come out differently, so that old ones are not shown any more. */
    private static final String GENERATION = "1";

    private final DecodingMemory memory;
    private final PictureCache cache;

    Pictures(DecodingMemory memory, PictureCache cache) {
        this.memory = memory;
        this.cache = cache;
    }

    /**
     * Names a picture: equal keys stand for equal bytes.
     *
     * @param frame number from 1; 0 for the middle one
     */
    static String key(StoredInstance instance, int frame, PictureParameters parameters, PictureFormat format)
            throws IOException {
        String text = String.join("\n", GENERATION, instance.sopInstanceUid(), revision(instance.file()),
                Integer.toString(frame), parameters.toString(), format.name());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 20);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A corrected object keeps its UID, but not its file. */
    private static String revision(Content file) throws IOException {
        return switch (file) {
            case Content.FileSlices(Path path, _) -> path.getFileName() + " " + file.length() + " "
                    + Files.getLastModifiedTime(path).toMillis();
            case Content.Copied _ -> Long.toString(file.length());
        };
    }

    /**
     * The picture, encoded.
     *
     * @param frame number from 1; 0 for the middle one
     * @throws UndecodableImageException when there is none
     */
    byte[] picture(String key, StoredInstance instance, int frame, PictureParameters parameters, PictureFormat format)
            throws IOException {
        Optional<byte[]> kept = cache.get(key);
        if (kept.isPresent()) {
            return kept.get();
        }
        ImageFrames image = instance.image();
        if (frame > image.frameCount()) {
            throw WebProblem.notFound("There is no such frame in this instance.");
        }
        int number = frame > 0 ? frame : Math.max(1, Math.ceilDiv(image.frameCount(), 2));
        byte[] made;
        try (DecodingMemory.Room _ = memory.forFrame(image.pixels())) {
            made = format.encode(parameters.rendering().of(image, number), parameters.quality());
        }
        cache.put(key, made);
        return made;
    }
}
