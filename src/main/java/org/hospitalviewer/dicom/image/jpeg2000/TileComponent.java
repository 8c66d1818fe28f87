package org.hospitalviewer.dicom.image.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import org.hospitalviewer.dicom.image.UndecodableImageException;

/** One component of a tile: its resolutions, sub-bands, precincts and code-blocks (T.800 B.5 to B.7). */
final class TileComponent {
    /** Planes beyond these do not fit into the arithmetic of the decoder. */
    private static final int MAX_PLANES = 29;

    final Area area;
    final CodingStyle style;
    final List<Precinct> precincts = new ArrayList<>();
    private final Quantization quantization;
    private final int index;
    private final int precision;
    private final BlockBudget budget;

    TileComponent(int index, Area area, CodingStyle style, Quantization quantization, int precision,
                  BlockBudget budget) throws UndecodableImageException {
        this.index = index;
        this.area = area;
        this.style = style;
        this.quantization = quantization;
        this.precision = precision;
        this.budget = budget;
        for (int resolution = 0; resolution <= style.levels(); resolution++) {
            lay(resolution);
        }
    }

    /** Area of a resolution, 0 being the smallest. */
    Area resolution(int resolution) {
        return area.reduced(style.levels() - resolution);
    }

    private void lay(int resolution) throws UndecodableImageException {
        Area place = resolution(resolution);
        if (place.isEmpty()) {
            return;
        }
        List<SubBand> bands = bands(resolution);
        int px = style.precinctsX()[resolution];
        int py = style.precinctsY()[resolution];
        int firstX = place.x0() >> px;
        int firstY = place.y0() >> py;
        int wide = (place.x1() + (1 << px) - 1 >> px) - firstX;
        int high = (place.y1() + (1 << py) - 1 >> py) - firstY;
        budget.take((long) wide * high);
        int down = style.levels() - resolution;
        for (int number = 0; number < wide * high; number++) {
            int x = firstX + number % wide;
            int y = firstY + number / wide;
            precincts.add(new Precinct(index, resolution, number, position(x, px + down, area.x0()),
                    position(y, py + down, area.y0()), parts(bands, resolution, x, y)));
        }
    }

    private static int position(int precinct, int exponent, int start) {
        return (int) Math.max((long) precinct << exponent, start);
    }

    private List<SubBand> bands(int resolution) throws UndecodableImageException {
        int levels = style.levels();
        if (resolution == 0) {
            return List.of(band(0, 0, area.reduced(levels), 0, 0));
        }
        Area lower = resolution(resolution - 1);
        int down = levels - resolution + 1;
        int first = 3 * (resolution - 1);
        return List.of(band(first + 1, 1, area.band(down, 1, 0), lower.width(), 0),
                band(first + 2, 2, area.band(down, 0, 1), 0, lower.height()),
                band(first + 3, 3, area.band(down, 1, 1), lower.width(), lower.height()));
    }

    private SubBand band(int number, int kind, Area place, int left, int top) throws UndecodableImageException {
        int exponent = quantization.exponent(number);
        int planes = quantization.guardBits() + exponent - 1;
        if (planes > MAX_PLANES) {
            throw UndecodableImageException.unsupported("JPEG 2000 with so many bit planes cannot be decoded here.");
        }
        int gain = kind == 0 ? 0 : kind == SubBand.HH ? 2 : 1;
        float step = style.reversible() ? 1
                : (float) Math.scalb(quantization.mantissa(number), precision + gain - exponent);
        return new SubBand(place, left, top, kind, planes, step);
    }

    private List<Precinct.Part> parts(List<SubBand> bands, int resolution, int x, int y)
            throws UndecodableImageException {
        int halved = resolution > 0 ? 1 : 0;
        int px = style.precinctsX()[resolution] - halved;
        int py = style.precinctsY()[resolution] - halved;
        List<Precinct.Part> parts = new ArrayList<>(bands.size());
        for (SubBand band : bands) {
            Area cell = new Area(clamped((long) x << px), clamped((long) y << py), clamped((long) x + 1 << px),
                    clamped((long) y + 1 << py));
            Area place = cell.within(band.area());
            if (!place.isEmpty()) {
                parts.add(part(band, place, Math.min(style.blockX(), px), Math.min(style.blockY(), py)));
            }
        }
        return parts;
    }

    private static int clamped(long position) {
        return (int) Math.min(position, Integer.MAX_VALUE);
    }

    private Precinct.Part part(SubBand band, Area place, int bx, int by) throws UndecodableImageException {
        int firstX = place.x0() >> bx;
        int firstY = place.y0() >> by;
        int wide = (place.x1() + (1 << bx) - 1 >> bx) - firstX;
        int high = (place.y1() + (1 << by) - 1 >> by) - firstY;
        budget.take((long) wide * high);
        CodeBlock[] blocks = new CodeBlock[wide * high];
        for (int i = 0; i < blocks.length; i++) {
            int x = firstX + i % wide;
            int y = firstY + i / wide;
            blocks[i] = new CodeBlock(new Area(x << bx, y << by, x + 1 << bx, y + 1 << by).within(place));
        }
        return new Precinct.Part(index, band, blocks, wide);
    }
}
