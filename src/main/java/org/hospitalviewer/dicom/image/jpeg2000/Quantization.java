package org.hospitalviewer.dicom.image.jpeg2000;

import org.hospitalviewer.dicom.image.UndecodableImageException;

/**
 * Quantization of a component (QCD, QCC; T.800 A.6.4, A.6.5, Annex E).
 *
 * @param guardBits against overflow
 * @param derived   whether the values of all sub-bands follow from the first
 * @param exponents by sub-band
 * @param mantissas by sub-band, 11 bits; 0 when reversible
 */
record Quantization(int guardBits, boolean derived, int[] exponents, int[] mantissas) {

    static Quantization read(ByteReader in) throws UndecodableImageException {
        int style = in.u8();
        int kind = style & 31;
        if (kind > 2) {
            throw UndecodableImageException.damaged("The JPEG 2000 data names an unknown quantization.");
        }
        int count = kind == 0 ? in.remaining() : kind == 1 ? 1 : in.remaining() / 2;
        int[] exponents = new int[count];
        int[] mantissas = new int[count];
        for (int i = 0; i < count; i++) {
            int value = kind == 0 ? in.u8() << 8 : in.u16();
            exponents[i] = value >> 11;
            mantissas[i] = kind == 0 ? 0 : value & 0x7FF;
        }
        return new Quantization(style >> 5, kind == 1, exponents, mantissas);
    }

    /**
     * Exponent of a sub-band.
     *
     * @param band  0 for the lowest, then three for each resolution
     */
    int exponent(int band) throws UndecodableImageException {
        if (derived) {
            return Math.max(0, exponents[0] - Math.max(0, (band - 1) / 3));
        }
        if (band >= exponents.length) {
            throw UndecodableImageException.damaged("The JPEG 2000 data lacks the quantization of a sub-band.");
        }
        return exponents[band];
    }

    /** Factor of the step size beside its power of two. */
    float mantissa(int band) {
        return 1 + mantissas[derived ? 0 : band] / 2048f;
    }
}
