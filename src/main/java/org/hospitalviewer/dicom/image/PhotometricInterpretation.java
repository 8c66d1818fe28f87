package org.hospitalviewer.dicom.image;

import java.util.Arrays;
import java.util.Optional;

/** What the samples of a pixel mean (PS3.3 C.7.6.3.1.2); the constants are named as the defined terms. */
public enum PhotometricInterpretation {
    MONOCHROME1, MONOCHROME2, PALETTE_COLOR, RGB, YBR_FULL, YBR_FULL_422, YBR_PARTIAL_422, YBR_PARTIAL_420, YBR_ICT,
    YBR_RCT, XYB;

    /** The defined term, such as {@code PALETTE COLOR}. */
    public String term() {
        return this == PALETTE_COLOR ? "PALETTE COLOR" : name();
    }

    static Optional<PhotometricInterpretation> of(String term) {
        return Arrays.stream(values()).filter(value -> value.term().equals(term)).findFirst();
    }

    public boolean isMonochrome() {
        return this == MONOCHROME1 || this == MONOCHROME2;
    }

    /** Whether a pixel is one sample. */
    public boolean isSingleSample() {
        return isMonochrome() || this == PALETTE_COLOR;
    }

    /** Whether pairs or squares of pixels share their colour when the pixels are not compressed. */
    public boolean isSubsampled() {
        return this == YBR_FULL_422 || this == YBR_PARTIAL_422 || this == YBR_PARTIAL_420;
    }

    /** The meaning once decompressed: the transforms of JPEG 2000 are undone then (PS3.5 8.2.4). */
    PhotometricInterpretation decompressed() {
        return this == YBR_ICT || this == YBR_RCT ? RGB : this;
    }
}
