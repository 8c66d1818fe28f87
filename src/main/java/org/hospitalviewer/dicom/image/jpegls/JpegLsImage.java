package org.hospitalviewer.dicom.image.jpegls;

import org.hospitalviewer.dicom.image.CodedImage;
import org.hospitalviewer.dicom.image.ImagePixels;
import org.hospitalviewer.dicom.image.PixelBudget;
import org.hospitalviewer.dicom.image.UndecodableImageException;

/** One JPEG-LS image on its way from markers to samples (T.87 Annex C). */
final class JpegLsImage {
    private static final int SOI = 0xFFD8;
    private static final int EOI = 0xFFD9;
    private static final int SOS = 0xFFDA;
    private static final int DRI = 0xFFDD;
    private static final int SOF55 = 0xFFF7;
    private static final int LSE = 0xFFF8;

    private final byte[] data;
    private final ImagePixels pixels;
    private int position;
    private int precision;
    private int[] componentIds;
    private short[] values;
    /** MAXVAL, three thresholds, RESET; 0 for what is not said. */
    private final int[] preset = new int[5];
    private boolean[] decoded;

    JpegLsImage(byte[] data, ImagePixels pixels) {
        this.data = data;
        this.pixels = pixels;
    }

    CodedImage decode() throws UndecodableImageException {
        if (u16() != SOI) {
            throw UndecodableImageException.damaged("The compressed image does not begin as JPEG-LS does.");
        }
        while (!isComplete()) {
            int marker = u16();
            if (marker >> 8 != 0xFF || marker == EOI) {
                throw UndecodableImageException.damaged("The JPEG-LS data lacks a part of the picture.");
            }
            if (marker == 0xFFFF) {
                position--; // a fill byte
                continue;
            }
            int start = position;
            int end = start + u16();
            read(marker, end);
        }
        return new CodedImage(pixels.columns(), pixels.rows(), componentIds.length, precision, values,
                CodedImage.Colour.AS_HEADER_SAYS);
    }

    private boolean isComplete() {
        if (decoded == null) {
            return false;
        }
        for (boolean component : decoded) {
            if (!component) {
                return false;
            }
        }
        return true;
    }

    private void read(int marker, int end) throws UndecodableImageException {
        switch (marker) {
            case SOF55 -> readFrame();
            case LSE -> readPreset();
            case DRI -> requireNoRestarts(end);
            case SOS -> {
                readScan(end);
                return;
            }
            default -> {
                // Comments and what applications add.
            }
        }
        position = Math.max(position, end);
    }

    private void readFrame() throws UndecodableImageException {
        precision = u8();
        int rows = u16();
        int columns = u16();
        int count = u8();
        if (precision < 2 || precision > 16 || componentIds != null) {
            throw UndecodableImageException.damaged("The JPEG-LS data names samples of " + precision
                    + " bits, or two pictures.");
        }
        PixelBudget.check(pixels, columns, rows, count, data.length);
        componentIds = new int[count];
        for (int i = 0; i < count; i++) {
            componentIds[i] = u8();
            if (u8() != 0x11) {
                throw UndecodableImageException.unsupported("JPEG-LS with shared colour cannot be decoded here.");
            }
            u8();
        }
        decoded = new boolean[count];
        values = new short[(int) pixels.samplesPerFrame()];
    }

    private void readPreset() throws UndecodableImageException {
        int kind = u8();
        if (kind != 1) {
            throw UndecodableImageException.unsupported("JPEG-LS with tables or sizes of its own is not known here.");
        }
        for (int i = 0; i < preset.length; i++) {
            preset[i] = u16();
        }
    }

    private void requireNoRestarts(int end) throws UndecodableImageException {
        while (position < end) {
            if (u8() != 0) {
                throw UndecodableImageException.unsupported("JPEG-LS with restart markers cannot be decoded here.");
            }
        }
    }

    private void readScan(int end) throws UndecodableImageException {
        int count = u8();
        if (decoded == null || count < 1 || count > decoded.length) {
            throw UndecodableImageException.damaged("The JPEG-LS data has a scan that fits no picture.");
        }
        int[] components = new int[count];
        for (int i = 0; i < count; i++) {
            components[i] = component(u8());
            u8();
        }
        int near = u8();
        int interleave = u8();
        int shift = u8() & 15;
        CodingParameters parameters = CodingParameters.of(precision, near, preset);
        LsBitReader bits = new LsBitReader(data, Math.max(position, end));
        LsScan scan = new LsScan(bits, parameters, pixels, values, shift);
        switch (interleave) {
            case 0 -> scan.component(components[0], decoded.length);
            case 1 -> scan.byLine(components, decoded.length);
            case 2 -> scan.byPixel(components, decoded.length);
            default -> throw UndecodableImageException.damaged("The JPEG-LS data interleaves in an unknown way.");
        }
        position = bits.end();
    }

    private int component(int id) throws UndecodableImageException {
        for (int i = 0; i < componentIds.length; i++) {
            if (componentIds[i] == id && !decoded[i]) {
                decoded[i] = true;
                return i;
            }
        }
        throw UndecodableImageException.damaged(
                "The JPEG-LS data repeats a component, or names one that is not there.");
    }

    private int u8() throws UndecodableImageException {
        if (position >= data.length) {
            throw UndecodableImageException.damaged("The JPEG-LS data ends too early.");
        }
        return data[position++] & 0xFF;
    }

    private int u16() throws UndecodableImageException {
        return u8() << 8 | u8();
    }
}
