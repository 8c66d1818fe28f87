package org.hospitalviewer.dicom.image.render;

import java.io.IOException;
import java.util.Optional;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Sequence;
import org.hospitalviewer.dicom.data.Tag;

/** What the file says of the values of interest (VOI, PS3.3 C.11.2): its first window, else its first table. */
final class VoiTransform {

    private static final double NARROW = 2;

    private VoiTransform() {
    }

    /** @param whole whether all values are whole numbers, as LINEAR takes them to be */
    static Optional<GreyCurve> of(FrameAttributes frame, TableSource source, boolean whole) throws IOException {
        Attributes windows = frame.of(Tag.FrameVOILUTSequence, Tag.WindowCenter);
        Optional<GreyCurve> window = window(windows, whole);
        if (window.isPresent()) {
            return window;
        }
        Sequence tables = frame.of(Tag.FrameVOILUTSequence, Tag.VOILUTSequence).getSequence(Tag.VOILUTSequence);
        return tables == null || tables.isEmpty() ? Optional.empty()
                : Optional.of(curve(LookupTable.read(tables.get(0), source)));
    }

    private static Optional<GreyCurve> window(Attributes windows, boolean whole) {
        double center = windows.getDouble(Tag.WindowCenter, Double.NaN);
        double width = windows.getDouble(Tag.WindowWidth, Double.NaN);
        WindowFunction function = function(windows, width, whole);
        return Window.isUsable(center, width, function) ? Optional.of(new Window(center, width, function))
                : Optional.empty();
    }

    /** LINEAR takes one off the width (PS3.3 C.11.2.1.2.1), which leaves nothing of a narrow window over fractions. */
    private static WindowFunction function(Attributes windows, double width, boolean whole) {
        WindowFunction function = WindowFunction.of(windows.getString(Tag.VOILUTFunction));
        return function == WindowFunction.LINEAR && !whole && width < NARROW ? WindowFunction.LINEAR_EXACT : function;
    }

    /** Tables of eight bits may say they have sixteen; their entries tell. */
    private static GreyCurve curve(LookupTable table) {
        double largest = table.largest();
        return value -> Math.min(1, table.at(value) / largest);
    }
}
