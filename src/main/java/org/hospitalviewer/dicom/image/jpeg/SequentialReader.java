package org.hospitalviewer.dicom.image.jpeg;

import java.util.Arrays;
import org.hospitalviewer.dicom.image.UndecodableImageException;

/** Blocks of the baseline and extended sequential processes (T.81 F.2), transformed as they come. */
final class SequentialReader implements BlockScan.BlockReader {
    private final BitReader bits;
    private final Tables tables;
    private final ScanHeader scan;
    private final InverseDct transform;
    private final int[] block = new int[64];

    SequentialReader(BitReader bits, Tables tables, ScanHeader scan, InverseDct transform) {
        this.bits = bits;
        this.tables = tables;
        this.scan = scan;
        this.transform = transform;
    }

    @Override
    public void reset() {
        scan.components().forEach(component -> component.dcPrediction = 0);
    }

    @Override
    public void read(Component component, int index) throws UndecodableImageException {
        int[] steps = tables.quantization(component.quantization);
        int size = Tables.present(component.dc).decode(bits);
        if (size > 15) {
            throw UndecodableImageException.damaged("The JPEG data has an impossible coefficient.");
        }
        component.dcPrediction += bits.readExtended(size);
        int dc = component.dcPrediction * steps[0];
        int at = index / component.paddedBlocksWide * 8 * component.stride() + index % component.paddedBlocksWide * 8;
        if (readRest(Tables.present(component.ac), steps)) {
            block[0] = dc;
            transform.transform(block, component.plane, at, component.stride());
            Arrays.fill(block, 0);
        } else {
            transform.fill(dc, component.plane, at, component.stride());
        }
    }

    /** Reads all but the first coefficient; says whether there was one. */
    private boolean readRest(HuffmanTable codes, int[] steps) throws UndecodableImageException {
        boolean any = false;
        for (int k = 1; k < 64; k++) {
            int symbol = codes.decode(bits);
            int size = symbol & 15;
            int zeros = symbol >> 4;
            if (size == 0) {
                if (zeros < 15) {
                    break;
                }
                k += 15;
            } else {
                k += zeros;
                if (k > 63) {
                    throw UndecodableImageException.damaged("The JPEG data has a block of more than 64 coefficients.");
                }
                block[ZigZag.ORDER[k]] = bits.readExtended(size) * steps[k];
                any = true;
            }
        }
        return any;
    }
}
