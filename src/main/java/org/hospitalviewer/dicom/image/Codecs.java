package org.hospitalviewer.dicom.image;

import java.util.Optional;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.dicom.image.jpeg.JpegCodec;
import org.hospitalviewer.dicom.image.jpeg2000.Jpeg2000Codec;
import org.hospitalviewer.dicom.image.jpegls.JpegLsCodec;

/** Which codec belongs to which transfer syntax (PS3.5 A.4). */
final class Codecs {

    private Codecs() {
    }

    /** The codec; empty for encodings that nobody here knows. */
    static Optional<FrameCodec> of(String transferSyntaxUid) {
        return Optional.ofNullable(switch (transferSyntaxUid) {
            case UID.JPEGBaseline8Bit, UID.JPEGExtended12Bit, UID.JPEGSpectralSelectionNonHierarchical,
                 UID.JPEGFullProgressionNonHierarchical, UID.JPEGLossless, UID.JPEGLosslessSV1 -> new JpegCodec();
            case UID.JPEGLSLossless, UID.JPEGLSNearLossless -> new JpegLsCodec();
            case UID.JPEG2000Lossless, UID.JPEG2000 -> new Jpeg2000Codec();
            case UID.DeflatedImageFrameCompression -> new DeflatedFrameCodec();
            case UID.RLELossless -> new RleCodec();
            default -> null;
        });
    }
}
