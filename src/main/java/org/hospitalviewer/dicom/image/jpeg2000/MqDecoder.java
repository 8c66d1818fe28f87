package org.hospitalviewer.dicom.image.jpeg2000;

/** The MQ arithmetic decoder (T.800 Annex C). Behind its data it reads ones, as the standard says. */
final class MqDecoder {
    private static final int[] QE = {0x5601, 0x3401, 0x1801, 0x0AC1, 0x0521, 0x0221, 0x5601, 0x5401, 0x4801, 0x3801,
        0x3001, 0x2401, 0x1C01, 0x1601, 0x5601, 0x5401, 0x5101, 0x4801, 0x3801, 0x3401, 0x3001, 0x2801, 0x2401, 0x2201,
        0x1C01, 0x1801, 0x1601, 0x1401, 0x1201, 0x1101, 0x0AC1, 0x09C1, 0x08A1, 0x0521, 0x0441, 0x02A1, 0x0221, 0x0141,
        0x0111, 0x0085, 0x0049, 0x0025, 0x0015, 0x0009, 0x0005, 0x0001, 0x5601};
    private static final int[] NEXT_MORE = {1, 2, 3, 4, 5, 38, 7, 8, 9, 10, 11, 12, 13, 29, 15, 16, 17, 18, 19, 20, 21,
        22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 45, 46};
    private static final int[] NEXT_LESS = {1, 6, 9, 12, 29, 33, 6, 14, 14, 14, 17, 18, 20, 21, 14, 14, 15, 16, 17, 18,
        19, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 46};
    private static final boolean[] SWITCH = new boolean[QE.length];

    static {
        SWITCH[0] = true;
        SWITCH[6] = true;
        SWITCH[14] = true;
    }

    /** State of each context, doubled, plus its more probable symbol. */
    private final int[] states;
    private byte[] data;
    private int position;
    private int code;
    private int interval;
    private int shifts;

    MqDecoder(int contexts) {
        states = new int[contexts];
    }

    void state(int context, int state) {
        states[context] = state << 1;
    }

    /** Begins a codeword (INITDEC). */
    void start(byte[] codeword) {
        data = codeword;
        position = 0;
        code = at(0) << 16;
        byteIn();
        code <<= 7;
        shifts -= 7;
        interval = 0x8000;
    }

    private int at(int index) {
        return index < data.length ? data[index] & 0xFF : 0xFF;
    }

    private void byteIn() {
        int next = at(position + 1);
        if (at(position) == 0xFF) {
            if (next > 0x8F) {
                code += 0xFF00;
                shifts = 8;
            } else {
                position++;
                code += next << 9;
                shifts = 7;
            }
        } else {
            position++;
            code += next << 8;
            shifts = 8;
        }
    }

    int decode(int context) {
        int state = states[context];
        int index = state >> 1;
        int symbol = state & 1;
        int qe = QE[index];
        interval -= qe;
        if (code >>> 16 < qe) {
            boolean more = interval < qe;
            interval = qe;
            symbol = exchange(context, index, symbol, more);
            renormalize();
        } else {
            code -= qe << 16;
            if ((interval & 0x8000) == 0) {
                symbol = exchange(context, index, symbol, interval >= qe);
                renormalize();
            }
        }
        return symbol;
    }

    /** Moves the state on, and gives the symbol that was decoded. */
    private int exchange(int context, int index, int symbol, boolean more) {
        if (more) {
            states[context] = NEXT_MORE[index] << 1 | symbol;
            return symbol;
        }
        states[context] = NEXT_LESS[index] << 1 | (SWITCH[index] ? 1 - symbol : symbol);
        return 1 - symbol;
    }

    private void renormalize() {
        do {
            if (shifts == 0) {
                byteIn();
            }
            interval <<= 1;
            code <<= 1;
            shifts--;
        } while ((interval & 0x8000) == 0);
    }
}
