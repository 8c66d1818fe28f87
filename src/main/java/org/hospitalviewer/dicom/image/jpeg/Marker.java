package org.hospitalviewer.dicom.image.jpeg;

/** Second bytes of markers (T.81 Table B.1). */
final class Marker {
    static final int SOF_BASELINE = 0xC0;
    static final int SOF_EXTENDED = 0xC1;
    static final int SOF_PROGRESSIVE = 0xC2;
    static final int SOF_LOSSLESS = 0xC3;
    static final int DHT = 0xC4;
    static final int DAC = 0xCC;
    static final int SOF_LAST = 0xCF;
    static final int RST_FIRST = 0xD0;
    static final int RST_LAST = 0xD7;
    static final int SOI = 0xD8;
    static final int EOI = 0xD9;
    static final int SOS = 0xDA;
    static final int DQT = 0xDB;
    static final int DRI = 0xDD;
    static final int APP0 = 0xE0;
    static final int APP14 = 0xEE;
    static final int TEM = 0x01;
    /** An extension that arithmetic coding and others do not use. */
    static final int JPG = 0xC8;

    private Marker() {
    }

    static boolean isFrameHeader(int marker) {
        return marker >= SOF_BASELINE && marker <= SOF_LAST && marker != DHT && marker != JPG && marker != DAC;
    }

    static boolean isRestart(int marker) {
        return marker >= RST_FIRST && marker <= RST_LAST;
    }

    /** Whether no length and parameters follow. */
    static boolean isAlone(int marker) {
        return marker == SOI || marker == EOI || marker == TEM || isRestart(marker);
    }
}
