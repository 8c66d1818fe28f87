package org.hospitalviewer.dicom.image.jpeg2000;

/** The values of a component of a tile, from coefficients to samples: whole numbers, or not (T.800 Annexes F, G). */
sealed interface Coefficients {

    /** Value as a whole number, before the level shift. */
    int at(int index);

    /** Whole numbers of the reversible path. */
    record Whole(int[] values) implements Coefficients {
        @Override
        public int at(int index) {
            return values[index];
        }
    }

    /** Values of the irreversible path. */
    record Real(float[] values) implements Coefficients {
        @Override
        public int at(int index) {
            return Math.round(values[index]);
        }
    }

    /**
     * Decodes all code-blocks and undoes the wavelet transform.
     *
     * @param data that the code-blocks point into
     */
    static Coefficients decode(TileComponent component, byte[] data) {
        int width = component.area.width();
        int size = width * component.area.height();
        BlockDecoder decoder = new BlockDecoder();
        if (component.style.reversible()) {
            int[] values = new int[size];
            forEachBlock(component, data, decoder, (_, at) -> decoder.store(values, at, width));
            new ReversibleWavelet(values, width).undo(component);
            return new Whole(values);
        }
        float[] values = new float[size];
        forEachBlock(component, data, decoder, (band, at) -> decoder.store(values, at, width, band.stepSize()));
        new IrreversibleWavelet(values, width).undo(component);
        return new Real(values);
    }

    private static void forEachBlock(TileComponent component, byte[] data, BlockDecoder decoder, Place place) {
        for (Precinct precinct : component.precincts) {
            for (Precinct.Part part : precinct.parts()) {
                for (CodeBlock block : part.blocks) {
                    if (block.included) {
                        decoder.decode(block, part.band, component.style, data);
                        int x = part.band.left() + block.area.x0() - part.band.area().x0();
                        int y = part.band.top() + block.area.y0() - part.band.area().y0();
                        place.store(part.band, y * component.area.width() + x);
                    }
                }
            }
        }
    }

    /** Takes over the block that was decoded last. */
    @FunctionalInterface
    interface Place {
        void store(SubBand band, int at);
    }

    /** Undoes the transform of the first three components (G.2.2, G.3.2); components of different kinds have none. */
    static void undoColourTransform(Coefficients first, Coefficients second, Coefficients third) {
        if (first instanceof Whole(int[] y) && second instanceof Whole(int[] u) && third instanceof Whole(int[] v)) {
            for (int i = 0; i < y.length; i++) {
                int green = y[i] - (u[i] + v[i] >> 2);
                int red = v[i] + green;
                v[i] = u[i] + green;
                y[i] = red;
                u[i] = green;
            }
        } else if (first instanceof Real(float[] y) && second instanceof Real(float[] cb)
                && third instanceof Real(float[] cr)) {
            for (int i = 0; i < y.length; i++) {
                float luminance = y[i];
                y[i] = luminance + 1.402f * cr[i];
                float blue = luminance + 1.772f * cb[i];
                cb[i] = luminance - 0.344136f * cb[i] - 0.714136f * cr[i];
                cr[i] = blue;
            }
        }
    }
}
