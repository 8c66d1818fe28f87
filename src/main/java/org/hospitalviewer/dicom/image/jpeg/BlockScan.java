package org.hospitalviewer.dicom.image.jpeg;

import java.io.IOException;
import java.util.List;

/** Walks through the blocks of a scan in the order of T.81 A.2, restarting where markers stand. */
final class BlockScan {

    /** Decodes the next block into its place. */
    interface BlockReader {
        /**
         * Decodes one block.
         *
         * @param index of the block in the component, in rows of padded blocks
         */
        void read(Component component, int index) throws IOException;

        /** Forgets what earlier blocks say of later ones. */
        void reset();
    }

    private final FrameHeader frame;
    private final List<Component> components;
    private final int restartInterval;
    private final BitReader bits;
    private final BlockReader reader;
    private int untilRestart;

    BlockScan(FrameHeader frame, List<Component> components, int restartInterval, BitReader bits, BlockReader reader) {
        this.frame = frame;
        this.components = components;
        this.restartInterval = restartInterval;
        this.bits = bits;
        this.reader = reader;
        this.untilRestart = restartInterval;
    }

    void run() throws IOException {
        reader.reset();
        if (components.size() == 1) {
            readAlone(components.getFirst());
        } else {
            readInterleaved();
        }
        bits.requireData();
    }

    private void readAlone(Component component) throws IOException {
        for (int y = 0; y < component.blocksHigh; y++) {
            bits.requireData();
            for (int x = 0; x < component.blocksWide; x++) {
                restartWhereDue();
                reader.read(component, y * component.paddedBlocksWide + x);
            }
        }
    }

    private void readInterleaved() throws IOException {
        int unitsWide = Math.ceilDiv(frame.columns(), 8 * frame.maxHorizontal());
        int unitsHigh = Math.ceilDiv(frame.rows(), 8 * frame.maxVertical());
        for (int y = 0; y < unitsHigh; y++) {
            bits.requireData();
            for (int x = 0; x < unitsWide; x++) {
                restartWhereDue();
                for (Component component : components) {
                    readUnit(component, x, y);
                }
            }
        }
    }

    private void readUnit(Component component, int x, int y) throws IOException {
        for (int v = 0; v < component.vertical; v++) {
            int row = (y * component.vertical + v) * component.paddedBlocksWide + x * component.horizontal;
            for (int h = 0; h < component.horizontal; h++) {
                reader.read(component, row + h);
            }
        }
    }

    private void restartWhereDue() throws IOException {
        if (restartInterval > 0 && untilRestart-- == 0) {
            bits.restart();
            reader.reset();
            untilRestart = restartInterval - 1;
        }
    }
}
