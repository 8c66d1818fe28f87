package org.hospitalviewer.dicom.image.render;

import java.io.IOException;
import java.util.Optional;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.image.DecodedFrame;
import org.hospitalviewer.dicom.image.ImageFrames;
import org.hospitalviewer.dicom.image.PhotometricInterpretation;

/**
 * How a frame is to be shown.
 *
 * @param viewport room to fit into; empty for one pixel of the picture per pixel of the image
 * @param window   to show grey values by, instead of what the file says
 */
public record Rendering(Optional<Viewport> viewport, Optional<Window> window) {

    /**
     * Decodes and shows a frame.
     *
     * @param number from 1
     * @throws org.hospitalviewer.dicom.image.UndecodableImageException when it cannot be shown
     */
    public Picture of(ImageFrames image, int number) throws IOException {
        DecodedFrame frame = image.decode(number);
        FrameAttributes attributes = new FrameAttributes(image.header(), number);
        boolean grey = frame.pixels().photometric().isMonochrome();
        byte[] bytes = grey ? grey(frame, attributes, image.tables())
                : frame.pixels().photometric() == PhotometricInterpretation.PALETTE_COLOR
                ? Palette.read(image.header(), image.tables()).render(frame.samples())
                : ColourRendering.render(frame);
        Picture picture = new Picture(frame.pixels().columns(), frame.pixels().rows(), grey ? 1 : 3, bytes);
        return viewport.isEmpty() ? picture : Scaling.fit(picture, viewport.get(), PixelAspect.of(attributes));
    }

    private byte[] grey(DecodedFrame frame, FrameAttributes attributes, TableSource tables) throws IOException {
        ModalityTransform modality = ModalityTransform.of(attributes, tables);
        Optional<GreyCurve> curve = window.map(GreyCurve.class::cast);
        if (curve.isEmpty()) {
            curve = VoiTransform.of(attributes, tables, frame.samples().isWhole() && modality.isWhole());
        }
        GreyCurve used = curve.orElseGet(() -> wholeRange(frame, attributes, modality));
        boolean inverted = frame.pixels().photometric() == PhotometricInterpretation.MONOCHROME1
                || "INVERSE".equals(attributes.header().getString(Tag.PresentationLUTShape));
        return new GreyRendering(modality, used, inverted).render(frame.samples());
    }

    /** Without a word of the file, all that is in the picture is shown. */
    private static GreyCurve wholeRange(DecodedFrame frame, FrameAttributes attributes, ModalityTransform modality) {
        ValueRange range = ValueRange.ofPicture(frame.samples(), attributes.header());
        double one = modality.apply(range.smallest());
        double other = modality.apply(range.largest());
        return Window.between(Math.min(one, other), Math.max(one, other));
    }
}
