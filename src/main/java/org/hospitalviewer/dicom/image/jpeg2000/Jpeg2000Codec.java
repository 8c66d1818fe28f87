package org.hospitalviewer.dicom.image.jpeg2000;

import java.io.IOException;
import org.hospitalviewer.dicom.image.CodedImage;
import org.hospitalviewer.dicom.image.FrameCodec;
import org.hospitalviewer.dicom.image.ImagePixels;

/** JPEG 2000, reversible and not: 1.2.840.10008.1.2.4.90 and .91 (PS3.5 A.4.4). */
public final class Jpeg2000Codec implements FrameCodec {

    @Override
    public CodedImage decode(byte[] stream, ImagePixels pixels) throws IOException {
        return new Codestream(stream, pixels).decode();
    }
}
