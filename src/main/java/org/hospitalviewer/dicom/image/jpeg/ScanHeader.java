package org.hospitalviewer.dicom.image.jpeg;

import java.util.ArrayList;
import java.util.List;
import org.hospitalviewer.dicom.image.UndecodableImageException;

/**
 * Scan header (T.81 B.2.3).
 *
 * @param components    in the order of the scan
 * @param first         of the spectral selection; the predictor when lossless
 * @param last          of the spectral selection
 * @param highBit       of the successive approximation; 0 in a first scan
 * @param lowBit        of the successive approximation; the point transform when lossless
 */
record ScanHeader(List<Component> components, int first, int last, int highBit, int lowBit) {

    static ScanHeader read(Segment segment, FrameHeader frame, Tables tables) throws UndecodableImageException {
        int count = segment.u8();
        List<Component> components = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int id = segment.u8();
            Component component = frame.components().stream().filter(any -> any.id == id).findFirst()
                    .orElseThrow(() -> UndecodableImageException.damaged(
                            "A scan of the JPEG data names a component that does not exist."));
            int choice = segment.u8();
            component.dc = tables.dc(choice >> 4 & 3);
            component.ac = tables.ac(choice & 3);
            components.add(component);
        }
        int first = segment.u8();
        int last = segment.u8();
        int approximation = segment.u8();
        if (count < 1 || components.stream().distinct().count() != count) {
            throw UndecodableImageException.damaged("A scan of the JPEG data repeats a component or has none.");
        }
        return new ScanHeader(components, first, last, approximation >> 4, approximation & 15);
    }
}
