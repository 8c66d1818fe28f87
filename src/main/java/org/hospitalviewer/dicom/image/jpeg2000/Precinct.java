package org.hospitalviewer.dicom.image.jpeg2000;

import java.util.List;

/**
 * A precinct (T.800 B.6): the code-blocks of one place and resolution, which packets bring together.
 *
 * @param component  index
 * @param resolution 0 for the smallest
 * @param number     in its resolution
 * @param x          where the progression comes by, on the reference grid
 * @param y          where the progression comes by, on the reference grid
 * @param parts      its part of each sub-band
 */
record Precinct(int component, int resolution, int number, int x, int y, List<Part> parts) {

    /** What a precinct has of one sub-band. */
    static final class Part {
        final int component;
        final SubBand band;
        final CodeBlock[] blocks;
        final int blocksWide;
        private TagTree inclusion;
        private TagTree zeroPlanes;

        Part(int component, SubBand band, CodeBlock[] blocks, int blocksWide) {
            this.component = component;
            this.band = band;
            this.blocks = blocks;
            this.blocksWide = blocksWide;
        }

        TagTree inclusion() {
            if (inclusion == null) {
                inclusion = new TagTree(blocksWide, blocks.length / blocksWide);
            }
            return inclusion;
        }

        TagTree zeroPlanes() {
            if (zeroPlanes == null) {
                zeroPlanes = new TagTree(blocksWide, blocks.length / blocksWide);
            }
            return zeroPlanes;
        }
    }
}
