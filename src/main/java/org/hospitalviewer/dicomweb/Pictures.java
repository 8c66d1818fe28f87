package org.hospitalviewer.dicomweb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.hospitalviewer.archive.StoredInstance;
import org.hospitalviewer.dicom.image.DecodingMemory;
import org.hospitalviewer.dicom.image.ImageFrames;
import org.hospitalviewer.dicom.image.UndecodableImageException;
import org.hospitalviewer.dicom.image.render.PictureFormat;

/** Makes pictures of frames, each only once as long as the cache has room. */
class Pictures {
    /** To be raised when pictures come out differently, so that old ones are not shown any more. */
    private static final String GENERATION = "2";

    private final DecodingMemory memory;
    private final DiskCache cache;

    Pictures(DecodingMemory memory, DiskCache cache) {
        this.memory = memory;
        this.cache = cache;
    }

    /**
     * Names a picture: equal keys stand for equal bytes.
     *
     * @param frame number from 1; 0 for the middle one
     */
    static String key(StoredInstance instance, int frame, PictureParameters parameters, PictureFormat format) {
        String text = String.join("\n", GENERATION, instance.sopInstanceUid(), instance.version(),
                Integer.toString(frame), parameters.toString(), format.name());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 20);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
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
        byte[] made = frame > 0 ? made(image, frame, parameters, format) : representative(image, parameters, format);
        cache.put(key, made);
        return made;
    }

    /** The middle frame; the first where that one cannot be shown. */
    private byte[] representative(ImageFrames image, PictureParameters parameters, PictureFormat format)
            throws IOException {
        int middle = Math.max(1, Math.ceilDiv(image.frameCount(), 2));
        try {
            return made(image, middle, parameters, format);
        } catch (UndecodableImageException e) {
            if (middle == 1 || e.reason() == UndecodableImageException.Reason.UNSUPPORTED) {
                throw e;
            }
            return made(image, 1, parameters, format);
        }
    }

    private byte[] made(ImageFrames image, int number, PictureParameters parameters, PictureFormat format)
            throws IOException {
        try (DecodingMemory.Room _ = memory.forFrame(image.pixels())) {
            return format.encode(parameters.rendering().of(image, number), parameters.quality());
        }
    }
}
