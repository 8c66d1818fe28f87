package org.hospitalviewer.dicom.image.jpeg;

import java.io.IOException;
import org.hospitalviewer.dicom.image.CodedImage;
import org.hospitalviewer.dicom.image.FrameCodec;
import org.hospitalviewer.dicom.image.ImagePixels;

/**
 * JPEG by the process that the data itself names, whatever the transfer syntax says: 1.2.840.10008.1.2.4.50, .51, .53,
 * .55, .57 and .70 (PS3.5 A.4.1, A.4.2).
 */
public final class JpegCodec implements FrameCodec {

    @Override
    public CodedImage decode(byte[] stream, ImagePixels pixels) throws IOException {
        return new JpegImage(stream, pixels).decode();
    }

    /** Whether the bytes begin as JPEG. */
    public static boolean isJpeg(byte[] stream) {
        return stream.length > 2 && (stream[0] & 0xFF) == 0xFF && (stream[1] & 0xFF) == Marker.SOI;
    }
}
