package org.hospitalviewer.dicom.image;

/** Planar Configuration (PS3.3 C.7.6.3.1.3): samples by pixel, or by colour plane. */
final class Planes {

    private Planes() {
    }

    /** The samples pixel by pixel, where they came plane by plane. */
    static Samples interleaved(Samples planes, ImagePixels pixels) {
        int count = pixels.pixelsPerFrame();
        int samples = pixels.samples();
        return switch (planes) {
            case Samples.Of16(short[] from, boolean signed) -> {
                short[] to = new short[from.length];
                for (int plane = 0; plane < samples; plane++) {
                    for (int i = 0, source = plane * count, at = plane; i < count; i++, at += samples) {
                        to[at] = from[source + i];
                    }
                }
                yield new Samples.Of16(to, signed);
            }
            case Samples.Of32(int[] from, boolean signed) -> {
                int[] to = new int[from.length];
                for (int plane = 0; plane < samples; plane++) {
                    for (int i = 0, source = plane * count, at = plane; i < count; i++, at += samples) {
                        to[at] = from[source + i];
                    }
                }
                yield new Samples.Of32(to, signed);
            }
            case Samples.OfFloat floats -> floats;
            case Samples.OfDouble doubles -> doubles;
        };
    }
}
