package org.hospitalviewer.dicom.image;

import java.io.IOException;

/** Decodes one compressed frame. */
@FunctionalInterface
public interface FrameCodec {
    /**
     * The samples of a frame.
     *
     * @param stream the compressed frame, all its fragments in one
     * @param pixels what the header says of it
     * @throws UndecodableImageException when it is broken, of a kind not known, or not of the size that the header says
     */
    CodedImage decode(byte[] stream, ImagePixels pixels) throws IOException;
}
