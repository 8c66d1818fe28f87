package org.hospitalviewer.dicom.image.jpeg;

import org.hospitalviewer.dicom.image.UndecodableImageException;

/** Blocks of the progressive process (T.81 G.1.2, G.2): coefficients come in bands and bit by bit. */
final class ProgressiveReader implements BlockScan.BlockReader {
    private final BitReader bits;
    private final ScanHeader scan;
    /** Blocks that are still to come without anything new in this band. */
    private int emptyBlocks;

    ProgressiveReader(BitReader bits, ScanHeader scan) throws UndecodableImageException {
        this.bits = bits;
        this.scan = scan;
        boolean band = scan.first() == 0 ? scan.last() == 0
                : scan.first() <= scan.last() && scan.last() < 64 && scan.components().size() == 1;
        if (!band || scan.lowBit() > 13 || scan.highBit() != 0 && scan.highBit() != scan.lowBit() + 1) {
            throw UndecodableImageException.damaged("A scan of the JPEG data names an impossible band.");
        }
    }

    @Override
    public void reset() {
        scan.components().forEach(component -> component.dcPrediction = 0);
        emptyBlocks = 0;
    }

    @Override
    public void read(Component component, int index) throws UndecodableImageException {
        int at = index * 64;
        if (scan.first() == 0) {
            readDc(component, at);
        } else if (scan.highBit() == 0) {
            readBand(component.coefficients, at, Tables.present(component.ac));
        } else {
            refineBand(component.coefficients, at, Tables.present(component.ac));
        }
    }

    private void readDc(Component component, int at) throws UndecodableImageException {
        if (scan.highBit() != 0) {
            component.coefficients[at] |= (short) (bits.readBit() << scan.lowBit());
            return;
        }
        int size = Tables.present(component.dc).decode(bits);
        if (size > 15) {
            throw UndecodableImageException.damaged("The JPEG data has an impossible coefficient.");
        }
        component.dcPrediction += bits.readExtended(size);
        component.coefficients[at] = (short) (component.dcPrediction << scan.lowBit());
    }

    private void readBand(short[] coefficients, int at, HuffmanTable codes) throws UndecodableImageException {
        if (emptyBlocks > 0) {
            emptyBlocks--;
            return;
        }
        for (int k = scan.first(); k <= scan.last(); k++) {
            int symbol = codes.decode(bits);
            int zeros = symbol >> 4;
            int size = symbol & 15;
            if (size > 0) {
                k += zeros;
                if (k > 63) {
                    throw UndecodableImageException.damaged("The JPEG data has a block of more than 64 coefficients.");
                }
                coefficients[at + k] = (short) (bits.readExtended(size) << scan.lowBit());
            } else if (zeros == 15) {
                k += 15;
            } else {
                emptyBlocks = (1 << zeros) - 1 + bits.read(zeros);
                return;
            }
        }
    }

    private void refineBand(short[] coefficients, int at, HuffmanTable codes) throws UndecodableImageException {
        int k = scan.first();
        while (emptyBlocks == 0 && k <= scan.last()) {
            int symbol = codes.decode(bits);
            int zeros = symbol >> 4;
            int value = 0;
            if ((symbol & 15) != 0) {
                value = bits.readBit() == 1 ? 1 << scan.lowBit() : -1 << scan.lowBit();
            } else if (zeros < 15) {
                emptyBlocks = (1 << zeros) + bits.read(zeros);
                break;
            }
            k = refineUntilZero(coefficients, at, k, zeros);
            if (value != 0 && k <= scan.last()) {
                coefficients[at + k] = (short) value;
            }
            k++;
        }
        if (emptyBlocks > 0) {
            refineUntilZero(coefficients, at, k, 64);
            emptyBlocks--;
        }
    }

    /** Refines coefficients that are not zero, up to the zero behind so many zeros; gives its index. */
    private int refineUntilZero(short[] coefficients, int at, int from, int zeros) {
        int left = zeros;
        int k = from;
        for (; k <= scan.last(); k++) {
            int old = coefficients[at + k];
            if (old == 0) {
                if (left == 0) {
                    break;
                }
                left--;
            } else if (bits.readBit() == 1 && (old & 1 << scan.lowBit()) == 0) {
                coefficients[at + k] += (short) (old > 0 ? 1 << scan.lowBit() : -1 << scan.lowBit());
            }
        }
        return k;
    }
}
