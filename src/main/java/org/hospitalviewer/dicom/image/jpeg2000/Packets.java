package org.hospitalviewer.dicom.image.jpeg2000;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hospitalviewer.dicom.image.UndecodableImageException;

/** Reads the packets of a tile in the order of its progression (T.800 B.9, B.10, B.12). */
final class Packets {
    private static final int SOP = 0xFF91;
    private static final int SOP_BYTES = 6;
    private static final int EPH = 0xFF92;

    private final ByteReader in;
    private final TileStyle style;

    Packets(ByteReader in, TileStyle style) {
        this.in = in;
        this.style = style;
    }

    /** Reads all layers of all precincts. */
    void read(List<Precinct> precincts) throws UndecodableImageException {
        Comparator<Precinct> order = order();
        List<Precinct> sorted = new ArrayList<>(precincts);
        sorted.sort(order);
        switch (style.progression) {
            case 0 -> readLayers(sorted);
            case 1 -> {
                for (int start = 0, end; start < sorted.size(); start = end) {
                    int resolution = sorted.get(start).resolution();
                    end = start;
                    while (end < sorted.size() && sorted.get(end).resolution() == resolution) {
                        end++;
                    }
                    readLayers(sorted.subList(start, end));
                }
            }
            default -> {
                for (Precinct precinct : sorted) {
                    readLayers(List.of(precinct));
                }
            }
        }
    }

    private void readLayers(List<Precinct> precincts) throws UndecodableImageException {
        for (int layer = 0; layer < style.layers; layer++) {
            for (Precinct precinct : precincts) {
                readPacket(precinct, layer);
            }
        }
    }

    private Comparator<Precinct> order() {
        Comparator<Precinct> byNumber = Comparator.comparingInt(Precinct::number);
        Comparator<Precinct> byPlace = Comparator.comparingInt(Precinct::y).thenComparingInt(Precinct::x);
        return switch (style.progression) {
            case 0, 1 -> Comparator.comparingInt(Precinct::resolution).thenComparingInt(Precinct::component)
                    .thenComparing(byNumber);
            case 2 -> Comparator.comparingInt(Precinct::resolution).thenComparing(byPlace)
                    .thenComparingInt(Precinct::component).thenComparing(byNumber);
            case 3 -> byPlace.thenComparingInt(Precinct::component).thenComparingInt(Precinct::resolution)
                    .thenComparing(byNumber);
            default -> Comparator.comparingInt(Precinct::component).thenComparing(byPlace)
                    .thenComparingInt(Precinct::resolution).thenComparing(byNumber);
        };
    }

    private void readPacket(Precinct precinct, int layer) throws UndecodableImageException {
        if (peek16() == SOP) {
            in.position(in.position() + SOP_BYTES);
        }
        PacketBits bits = new PacketBits(in);
        List<Piece> pieces = new ArrayList<>();
        if (bits.read() == 1) {
            for (Precinct.Part part : precinct.parts()) {
                readHeader(part, layer, bits, pieces);
            }
        }
        bits.align();
        if (peek16() == EPH) {
            in.u16();
        }
        for (Piece piece : pieces) {
            if (piece.length() > in.remaining()) {
                throw UndecodableImageException.damaged("The JPEG 2000 data ends in the middle of the picture.");
            }
            piece.segment().add(in.position(), piece.length());
            in.position(in.position() + piece.length());
        }
    }

    /** What the body of a packet has for a segment of a code-block. */
    private record Piece(CodeBlock.Segment segment, int length) {
    }

    private int peek16() throws UndecodableImageException {
        if (in.remaining() < 2) {
            return 0;
        }
        int value = in.u16();
        in.position(in.position() - 2);
        return value;
    }

    private void readHeader(Precinct.Part part, int layer, PacketBits bits, List<Piece> pieces)
            throws UndecodableImageException {
        for (int i = 0; i < part.blocks.length; i++) {
            CodeBlock block = part.blocks[i];
            int x = i % part.blocksWide;
            int y = i / part.blocksWide;
            boolean here = block.included ? bits.read() == 1 : part.inclusion().isBelow(x, y, layer + 1, bits);
            if (here) {
                if (!block.included) {
                    block.included = true;
                    block.zeroPlanes = part.zeroPlanes().value(x, y, part.band.planes(), bits);
                }
                readLengths(block, style.style(part.component), bits, pieces);
            }
        }
    }

    private static void readLengths(CodeBlock block, CodingStyle style, PacketBits bits, List<Piece> pieces)
            throws UndecodableImageException {
        int passes = bits.readPasses();
        while (bits.read() == 1) {
            block.lengthBits++;
        }
        while (passes > 0) {
            CodeBlock.Segment segment = block.open(style);
            int here = Math.min(passes, segment.maxPasses - segment.passes);
            int count = block.lengthBits + 31 - Integer.numberOfLeadingZeros(here);
            if (count > 31) {
                throw UndecodableImageException.damaged("The JPEG 2000 data has a block of impossible length.");
            }
            pieces.add(new Piece(segment, bits.read(count)));
            segment.passes += here;
            passes -= here;
        }
    }
}
