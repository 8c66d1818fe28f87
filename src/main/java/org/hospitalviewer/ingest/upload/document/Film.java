package org.hospitalviewer.ingest.upload.document;

import java.io.IOException;
import java.util.Locale;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;

/** Multi-frame (PS3.3 C.7.6.6) and Cine module (C.7.6.5) of a Video Photographic Image. */
final class Film {

    private static final String VIDEO_PHOTOGRAPHIC_IMAGE_STORAGE = "1.2.840.10008.5.1.4.1.1.77.1.4.1";
    /** (0018,1063) Frame Time as a value of AT, little endian. */
    private static final byte[] FRAME_TIME = {0x18, 0x00, 0x63, 0x10};
    private static final int MS_PER_SECOND = 1_000;

    private Film() {
    }

    static Attributes describe(Archive archive, DocumentDetails details, DocumentKey key, Mp4Film film)
            throws IOException, UnfitDocumentException {
        Attributes object = DocumentHead.of(archive, details, key, VIDEO_PHOTOGRAPHIC_IMAGE_STORAGE, Picture.PHOTOGRAPHY);
        object.setString(Tag.ImageType, VR.CS, "ORIGINAL", "PRIMARY");
        object.setEmpty(Tag.PatientOrientation, VR.CS);
        Picture.addContext(object);
        // PS3.5 8.2.7: MPEG-4 is always YBR_PARTIAL_420.
        Picture.addPixels(object, film.rows(), film.columns(), 3, "YBR_PARTIAL_420");
        int rate = Math.max(1, (int) Math.round(MS_PER_SECOND / film.frameTimeMs()));
        object.setInt(Tag.NumberOfFrames, VR.IS, film.frames());
        object.setBytes(Tag.FrameIncrementPointer, VR.AT, FRAME_TIME);
        object.setString(Tag.FrameTime, VR.DS, String.format(Locale.ROOT, "%.3f", film.frameTimeMs()));
        object.setInt(Tag.CineRate, VR.IS, rate);
        object.setInt(Tag.RecommendedDisplayFrameRate, VR.IS, rate);
        return object;
    }
}
