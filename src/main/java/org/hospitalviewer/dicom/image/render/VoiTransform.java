package org.hospitalviewer.dicom.image.render;

import java.io.IOException;
import java.util.Optional;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Sequence;
import org.hospitalviewer.dicom.data.Tag;

/** What the file says of the values of interest (VOI, PS3.3 C.11.2): its first window, else its first table. */
final class VoiTransform {

    private VoiTransform() {
    }

    static Optional<GreyCurve> of(FrameAttributes frame, TableSource source) throws IOException {
        Attributes windows = frame.of(Tag.FrameVOILUTSequence, Tag.WindowCenter);
        Optional<GreyCurve> window = window(windows);
        if (window.isPresent()) {
            return window;
        }
        Sequence tables = frame.of(Tag.FrameVOILUTSequence, Tag.VOILUTSequence).getSequence(Tag.VOILUTSequence);
        return tables == null || tables.isEmpty() ? Optional.empty()
                : Optional.of(curve(LookupTable.read(tables.get(0), source)));
    }

    private static Optional<GreyCurve> window(Attributes windows) {
        WindowFunction function = WindowFunction.of(windows.getString(Tag.VOILUTFunction));
        double center = windows.getDouble(Tag.WindowCenter, Double.NaN);
        double width = windows.getDouble(Tag.WindowWidth, Double.NaN);
        return Window.isUsable(center, width, function) ? Optional.of(new Window(center, width, function))
                : Optional.empty();
    }

    /** Tables of eight bits may say they have sixteen; their entries tell. */
    private static GreyCurve curve(LookupTable table) {
        double largest = table.largest();
        return value -> Math.min(1, table.at(value) / largest);
    }
}
