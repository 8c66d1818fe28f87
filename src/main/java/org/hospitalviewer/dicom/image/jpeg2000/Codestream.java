package org.hospitalviewer.dicom.image.jpeg2000;

import java.util.Map;
import java.util.TreeMap;
import org.hospitalviewer.dicom.image.CodedImage;
import org.hospitalviewer.dicom.image.ImagePixels;
import org.hospitalviewer.dicom.image.UndecodableImageException;

/** One codestream on its way from markers to samples (T.800 Annex A). */
final class Codestream {
    private static final int SOC = 0xFF4F;
    private static final int SIZ = 0xFF51;
    private static final int COD = 0xFF52;
    private static final int COC = 0xFF53;
    private static final int QCD = 0xFF5C;
    private static final int QCC = 0xFF5D;
    private static final int RGN = 0xFF5E;
    private static final int POC = 0xFF5F;
    private static final int PPM = 0xFF60;
    private static final int PPT = 0xFF61;
    private static final int CAP = 0xFF50;
    private static final int SOT = 0xFF90;
    private static final int SOD = 0xFF93;
    private static final int EOC = 0xFFD9;
    private static final int SOT_BYTES = 12;

    private final byte[] data;
    private final ImagePixels pixels;
    private final Map<Integer, Tile> tiles = new TreeMap<>();
    private ImageSize size;
    private TileStyle mainStyle;

    Codestream(byte[] data, ImagePixels pixels) {
        this.data = data;
        this.pixels = pixels;
    }

    CodedImage decode() throws UndecodableImageException {
        ByteReader in = new ByteReader(data, Jp2Boxes.codestream(data), data.length);
        if (in.u16() != SOC || in.u16() != SIZ) {
            throw UndecodableImageException.damaged("The compressed image does not begin as JPEG 2000 does.");
        }
        size = ImageSize.read(segment(in), pixels, data.length);
        mainStyle = new TileStyle(size.components());
        int marker = readSegments(in, mainStyle);
        while (marker == SOT) {
            readTilePart(in);
            marker = in.remaining() >= 2 ? in.u16() : EOC;
        }
        return image();
    }

    /** The segment at the reader's place, which goes on behind it. */
    private static ByteReader segment(ByteReader in) throws UndecodableImageException {
        int start = in.position();
        int end = start + in.u16();
        if (end < start + 2 || end - start - 2 > in.remaining()) {
            throw UndecodableImageException.damaged("The JPEG 2000 data ends within a header.");
        }
        in.position(end);
        return new ByteReader(in.data, start + 2, end);
    }

    /** Reads segments up to a marker that ends a header, and gives it. */
    private static int readSegments(ByteReader in, TileStyle style) throws UndecodableImageException {
        for (int marker = in.u16();; marker = in.u16()) {
            if (marker == SOT || marker == SOD || marker == EOC) {
                style.requireComplete();
                return marker;
            }
            ByteReader segment = segment(in);
            switch (marker) {
                case COD -> style.readCod(segment);
                case COC -> style.readCoc(segment);
                case QCD -> style.readQcd(segment);
                case QCC -> style.readQcc(segment);
                case RGN, POC, PPM, PPT, CAP -> throw UndecodableImageException.unsupported(
                        "This variant of JPEG 2000 (marker " + Integer.toHexString(marker) + ") is not known here.");
                default -> {
                    // Lengths, comments and what is only of use to others.
                }
            }
        }
    }

    private void readTilePart(ByteReader in) throws UndecodableImageException {
        int start = in.position() - 2;
        ByteReader header = segment(in);
        int index = header.u16();
        long length = header.u32();
        if (index >= (long) size.tilesWide() * size.tilesHigh() || length != 0 && length < SOT_BYTES + 2) {
            throw UndecodableImageException.damaged("The JPEG 2000 data has a tile that is not in the image.");
        }
        Tile tile = tiles.computeIfAbsent(index, _ -> new Tile(size, index, mainStyle.forTile(), data));
        if (readSegments(in, tile.style()) != SOD) {
            throw UndecodableImageException.damaged("The JPEG 2000 data has a tile without data.");
        }
        long end = length == 0 ? data.length : Math.min(start + length, data.length);
        tile.add(in.position(), (int) Math.max(end, in.position()));
        in.position((int) Math.max(end, in.position()));
    }

    private CodedImage image() throws UndecodableImageException {
        if (tiles.size() != (long) size.tilesWide() * size.tilesHigh()) {
            throw UndecodableImageException.damaged("The JPEG 2000 data has " + tiles.size() + " of "
                    + (long) size.tilesWide() * size.tilesHigh() + " tiles.");
        }
        short[] values = new short[(int) pixels.samplesPerFrame()];
        BlockBudget budget = new BlockBudget(data.length);
        for (Tile tile : tiles.values()) {
            tile.decode(values, pixels.columns(), budget);
        }
        int precision = 0;
        for (int each : size.precision()) {
            precision = Math.max(precision, each);
        }
        return new CodedImage(pixels.columns(), pixels.rows(), size.components(), precision, values,
                CodedImage.Colour.AS_HEADER_SAYS);
    }
}
