package org.hospitalviewer.dicom.image.jpegls;

import java.io.IOException;
import org.hospitalviewer.dicom.image.CodedImage;
import org.hospitalviewer.dicom.image.FrameCodec;
import org.hospitalviewer.dicom.image.ImagePixels;

/** JPEG-LS lossless and near-lossless: 1.2.840.10008.1.2.4.80 and .81 (PS3.5 A.4.3). */
public final class JpegLsCodec implements FrameCodec {

    @Override
    public CodedImage decode(byte[] stream, ImagePixels pixels) throws IOException {
        return new JpegLsImage(stream, pixels).decode();
    }
}
