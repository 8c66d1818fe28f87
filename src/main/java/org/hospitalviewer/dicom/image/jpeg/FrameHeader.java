package org.hospitalviewer.dicom.image.jpeg;

import java.util.ArrayList;
import java.util.List;
import org.hospitalviewer.dicom.image.UndecodableImageException;

/**
 * Frame header (T.81 B.2.2).
 *
 * @param kind      marker of the process
 * @param precision bits of a sample
 */
record FrameHeader(int kind, int precision, int rows, int columns, List<Component> components) {

    static FrameHeader read(int marker, Segment segment) throws UndecodableImageException {
        int precision = segment.u8();
        int rows = segment.u16();
        int columns = segment.u16();
        int count = segment.u8();
        List<Component> components = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int id = segment.u8();
            int sampling = segment.u8();
            int horizontal = sampling >> 4;
            int vertical = sampling & 15;
            if (horizontal < 1 || horizontal > 4 || vertical < 1 || vertical > 4) {
                throw UndecodableImageException.damaged("The JPEG data names impossible sampling factors.");
            }
            components.add(new Component(id, horizontal, vertical, segment.u8() & 3));
        }
        FrameHeader header = new FrameHeader(marker, precision, rows, columns, components);
        header.checkPrecision();
        return header;
    }

    private void checkPrecision() throws UndecodableImageException {
        boolean possible = switch (kind) {
            case Marker.SOF_BASELINE -> precision == 8;
            case Marker.SOF_EXTENDED, Marker.SOF_PROGRESSIVE -> precision == 8 || precision == 12;
            case Marker.SOF_LOSSLESS -> precision >= 2 && precision <= 16;
            default -> throw UndecodableImageException.unsupported(
                    "This kind of JPEG (arithmetic coding or hierarchical) cannot be decoded here.");
        };
        if (!possible) {
            throw UndecodableImageException.damaged("The JPEG data names samples of " + precision + " bits.");
        }
    }

    /** Whether the picture has a whole number of samples for each of a component's. */
    boolean hasWholeRatios() {
        return components.stream().allMatch(component -> maxHorizontal() % component.horizontal == 0
                && maxVertical() % component.vertical == 0);
    }

    boolean isLossless() {
        return kind == Marker.SOF_LOSSLESS;
    }

    boolean isProgressive() {
        return kind == Marker.SOF_PROGRESSIVE;
    }

    int maxHorizontal() {
        return components.stream().mapToInt(component -> component.horizontal).max().orElse(1);
    }

    int maxVertical() {
        return components.stream().mapToInt(component -> component.vertical).max().orElse(1);
    }

    boolean isSubsampled() {
        return components.stream().anyMatch(component -> component.horizontal != maxHorizontal()
                || component.vertical != maxVertical());
    }

    /** Lays out the components; to be called when the size has been checked. */
    void lay() {
        components.forEach(component -> component.lay(columns, rows, maxHorizontal(), maxVertical()));
    }
}
