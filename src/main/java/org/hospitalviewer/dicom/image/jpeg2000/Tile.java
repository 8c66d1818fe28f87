package org.hospitalviewer.dicom.image.jpeg2000;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.hospitalviewer.dicom.image.UndecodableImageException;

/** A tile: its parts are gathered first, then decoded and put into the image. */
final class Tile {
    private final ImageSize size;
    private final Area area;
    private final TileStyle style;
    private final byte[] data;
    /** First and last place of each part. */
    private final List<int[]> parts = new ArrayList<>(1);

    Tile(ImageSize size, int index, TileStyle style, byte[] data) {
        this.size = size;
        this.area = size.tile(index);
        this.style = style;
        this.data = data;
    }

    TileStyle style() {
        return style;
    }

    void add(int from, int to) {
        parts.add(new int[] {from, to});
    }

    /** The packets of all parts as one run of bytes. */
    private ByteReader packets() {
        if (parts.size() == 1) {
            return new ByteReader(data, parts.getFirst()[0], parts.getFirst()[1]);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        parts.forEach(part -> all.write(data, part[0], part[1] - part[0]));
        return new ByteReader(all.toByteArray(), 0, all.size());
    }

    /**
     * Decodes the tile.
     *
     * @param values  receives the samples of the image, pixel by pixel
     * @param columns of the image
     */
    void decode(short[] values, int columns, BlockBudget budget) throws UndecodableImageException {
        List<TileComponent> components = new ArrayList<>();
        List<Precinct> precincts = new ArrayList<>();
        for (int i = 0; i < size.components(); i++) {
            TileComponent component = new TileComponent(i, area, style.style(i), style.quantization(i),
                    size.precision()[i], budget);
            components.add(component);
            precincts.addAll(component.precincts);
        }
        ByteReader packets = packets();
        new Packets(packets, style).read(precincts);
        List<Coefficients> planes = new ArrayList<>();
        for (TileComponent component : components) {
            planes.add(Coefficients.decode(component, packets.data));
            component.precincts.clear();
        }
        if (style.colourTransform && planes.size() >= 3) {
            Coefficients.undoColourTransform(planes.get(0), planes.get(1), planes.get(2));
        }
        for (int i = 0; i < planes.size(); i++) {
            store(planes.get(i), i, values, columns);
        }
    }

    private void store(Coefficients plane, int component, short[] values, int columns) {
        int precision = size.precision()[component];
        boolean signed = size.signed()[component];
        int lift = signed ? 0 : 1 << precision - 1;
        int least = signed ? -(1 << precision - 1) : 0;
        int most = least + (1 << precision) - 1;
        int stride = size.components();
        for (int y = 0; y < area.height(); y++) {
            int at = ((area.y0() - size.y0() + y) * columns + area.x0() - size.x0()) * stride + component;
            for (int x = 0; x < area.width(); x++, at += stride) {
                values[at] = (short) Math.clamp((long) plane.at(y * area.width() + x) + lift, least, most);
            }
        }
    }
}
