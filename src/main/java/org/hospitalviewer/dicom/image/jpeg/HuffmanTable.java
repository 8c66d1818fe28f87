package org.hospitalviewer.dicom.image.jpeg;

import java.util.Arrays;
import org.hospitalviewer.dicom.image.UndecodableImageException;

/** A Huffman table (T.81 Annex C, F.2.2.3): short codes by one look, long ones by comparing. */
final class HuffmanTable {
    private static final int LOOK_BITS = 9;
    private static final int MAX_BITS = 16;

    private final byte[] symbols;
    /** Length in the upper, symbol in the lower 8 bits, for each start of a code; 0 where the code is longer. */
    private final short[] look = new short[1 << LOOK_BITS];
    /** One more than the largest code of each length, aligned to 16 bits. */
    private final int[] limit = new int[MAX_BITS + 2];
    /** What is added to a code of each length to give the index of its symbol. */
    private final int[] offset = new int[MAX_BITS + 1];

    private HuffmanTable(byte[] symbols) {
        this.symbols = symbols;
    }

    /** Reads counts and symbols of a DHT segment. */
    static HuffmanTable read(Segment segment) throws UndecodableImageException {
        int[] counts = new int[MAX_BITS + 1];
        int total = 0;
        for (int length = 1; length <= MAX_BITS; length++) {
            counts[length] = segment.u8();
            total += counts[length];
        }
        if (total > 256) {
            throw UndecodableImageException.damaged("A Huffman table of the JPEG data has more than 256 codes.");
        }
        byte[] symbols = new byte[total];
        for (int i = 0; i < total; i++) {
            symbols[i] = (byte) segment.u8();
        }
        HuffmanTable table = new HuffmanTable(symbols);
        table.fill(counts);
        return table;
    }

    private void fill(int[] counts) throws UndecodableImageException {
        int code = 0;
        int index = 0;
        for (int length = 1; length <= MAX_BITS; length++) {
            offset[length] = index - code;
            if (code + counts[length] > 1 << length) {
                throw UndecodableImageException.damaged("A Huffman table of the JPEG data has more codes than fit.");
            }
            for (int i = 0; i < counts[length]; i++, code++, index++) {
                if (length <= LOOK_BITS) {
                    short entry = (short) (length << 8 | symbols[index] & 0xFF);
                    int first = code << LOOK_BITS - length;
                    Arrays.fill(look, first, first + (1 << LOOK_BITS - length), entry);
                }
            }
            limit[length] = code << MAX_BITS - length;
            code <<= 1;
        }
        limit[MAX_BITS + 1] = Integer.MAX_VALUE;
    }

    /** Reads one symbol, 0 to 255. */
    int decode(BitReader bits) throws UndecodableImageException {
        int next = bits.peek16();
        int entry = look[next >> MAX_BITS - LOOK_BITS];
        if (entry != 0) {
            bits.drop(entry >> 8);
            return entry & 0xFF;
        }
        int length = LOOK_BITS + 1;
        while (next >= limit[length]) {
            length++;
        }
        if (length > MAX_BITS) {
            throw UndecodableImageException.damaged("The JPEG data has a code that its tables do not know.");
        }
        bits.drop(length);
        return symbols[(next >> MAX_BITS - length) + offset[length]] & 0xFF;
    }
}
