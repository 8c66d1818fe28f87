package org.hospitalviewer.dicom.image.jpeg2000;

/**
 * A sub-band (T.800 B.5).
 *
 * @param area    in its own coordinates
 * @param left    column of its first coefficient among those of the component
 * @param top     row of its first coefficient among those of the component
 * @param kind    0 LL, 1 HL, 2 LH, 3 HH
 * @param planes  bit planes of its magnitudes, empty ones included (Mb)
 * @param stepSize by which magnitudes are multiplied; 1 when reversible
 */
record SubBand(Area area, int left, int top, int kind, int planes, float stepSize) {
    static final int HL = 1;
    static final int HH = 3;
}
