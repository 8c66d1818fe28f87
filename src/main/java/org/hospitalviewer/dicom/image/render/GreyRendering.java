package org.hospitalviewer.dicom.image.render;

import org.hospitalviewer.dicom.image.Samples;

/** Turns stored values into brightnesses of 8 bits. */
final class GreyRendering {
    private final ModalityTransform modality;
    private final GreyCurve curve;
    private final boolean inverted;

    GreyRendering(ModalityTransform modality, GreyCurve curve, boolean inverted) {
        this.modality = modality;
        this.curve = curve;
        this.inverted = inverted;
    }

    byte[] render(Samples samples) {
        return switch (samples) {
            case Samples.Of16(short[] values, boolean signed) -> byTable(values, signed);
            case Samples.Of32 _, Samples.OfFloat _, Samples.OfDouble _ -> oneByOne(samples);
        };
    }

    /** Every value that occurs is computed once. */
    private byte[] byTable(short[] values, boolean signed) {
        byte[] table = new byte[1 << 16];
        ValueRange range = ValueRange.of16(values, signed);
        for (int value = (int) range.smallest(); value <= (int) range.largest(); value++) {
            table[value & 0xFFFF] = grey(value);
        }
        byte[] picture = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            picture[i] = table[values[i] & 0xFFFF];
        }
        return picture;
    }

    private byte[] oneByOne(Samples samples) {
        byte[] picture = new byte[samples.length()];
        for (int i = 0; i < picture.length; i++) {
            picture[i] = grey(samples.at(i));
        }
        return picture;
    }

    private byte grey(double stored) {
        int grey = (int) Math.round(255 * curve.brightness(modality.apply(stored)));
        return (byte) (inverted ? 255 - grey : grey);
    }
}
