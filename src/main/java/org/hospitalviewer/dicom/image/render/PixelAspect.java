package org.hospitalviewer.dicom.image.render;

import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;

/** Height of a pixel divided by its width (PS3.3 10.7.1.3, C.7.6.3.1.7); 1 when nothing is said. */
final class PixelAspect {
    private static final double MOST = 50;

    private PixelAspect() {
    }

    static double of(FrameAttributes frame) {
        Attributes spacing = frame.of(Tag.PixelMeasuresSequence, Tag.PixelSpacing);
        for (int tag : new int[] {Tag.PixelSpacing, Tag.ImagerPixelSpacing, Tag.PixelAspectRatio}) {
            double[] values = (tag == Tag.PixelSpacing ? spacing : frame.header()).getDoubles(tag);
            if (values.length >= 2 && values[0] > 0 && values[1] > 0) {
                double aspect = values[0] / values[1];
                return aspect < MOST && aspect > 1 / MOST ? aspect : 1;
            }
        }
        return 1;
    }
}
