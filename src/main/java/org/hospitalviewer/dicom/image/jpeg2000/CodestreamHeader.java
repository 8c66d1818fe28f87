package org.hospitalviewer.dicom.image.jpeg2000;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import org.hospitalviewer.dicom.image.UndecodableImageException;

/**
 * What the main header of a codestream says of its size (T.800 A.5.1, A.6.1).
 *
 * @param start           first byte of the codestream in the data; before it there may be a JP2 file's boxes
 * @param precision       bits of the samples of the first component
 * @param tiles           number of tiles
 * @param layers          quality layers of every tile
 * @param blockSamples    samples of a code-block at most
 * @param precinctSamples samples of the smallest precinct at most
 */
record CodestreamHeader(int start, long columns, long rows, int components, int precision, long tiles, int layers,
                        int blockSamples, long precinctSamples) {
    private static final int SOC = 0xFF4F;
    private static final int SIZ = 0xFF51;
    private static final int COD = 0xFF52;
    private static final int SOT = 0xFF90;
    private static final int JP2_SIGNATURE = 0x6A502020;
    private static final int JP2_CODESTREAM = 0x6A703263;

    static CodestreamHeader read(byte[] data) throws UndecodableImageException {
        try {
            return read(ByteBuffer.wrap(data));
        } catch (BufferUnderflowException | IllegalArgumentException | ArithmeticException e) {
            throw UndecodableImageException.damaged("The JPEG 2000 data ends within its header.", e);
        }
    }

    private static CodestreamHeader read(ByteBuffer data) throws UndecodableImageException {
        int start = start(data);
        data.position(start);
        if (u16(data) != SOC || u16(data) != SIZ) {
            throw UndecodableImageException.damaged("The compressed image does not begin as JPEG 2000 does.");
        }
        int end = data.position() + u16(data);
        data.getShort();
        long[] sizes = new long[8];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Integer.toUnsignedLong(data.getInt());
        }
        int components = u16(data);
        int precision = 0;
        for (int i = 0; i < components; i++) {
            precision = Math.max(precision, (data.get() & 0x7F) + 1);
            if (data.getShort() != 0x0101) {
                throw UndecodableImageException.unsupported("JPEG 2000 with shared colour cannot be decoded here.");
            }
        }
        data.position(end);
        long tiles = Math.multiplyExact(Math.ceilDiv(sizes[0] - sizes[6], sizes[4]),
                Math.ceilDiv(sizes[1] - sizes[7], sizes[5]));
        return codingStyle(data, new CodestreamHeader(start, sizes[0] - sizes[2], sizes[1] - sizes[3], components,
                precision, tiles, 1, 1, 1));
    }

    /** A file in the manner of JP2 (T.800 Annex I) is not allowed in DICOM, but occurs. */
    private static int start(ByteBuffer data) {
        if (data.limit() < 12 || data.getInt(4) != JP2_SIGNATURE) {
            return 0;
        }
        int at = 0;
        while (data.getInt(at + 4) != JP2_CODESTREAM) {
            at += Math.max(8, data.getInt(at) & 0x7FFFFFFF);
            data.position(at);
        }
        return at + 8;
    }

    private static CodestreamHeader codingStyle(ByteBuffer data, CodestreamHeader header)
            throws UndecodableImageException {
        for (int marker = u16(data); marker != SOT; marker = u16(data)) {
            int end = data.position() + u16(data);
            if (marker == COD) {
                boolean ownPrecincts = (data.get() & 1) != 0;
                data.get();
                int layers = u16(data);
                data.get();
                int levels = data.get() & 0xFF;
                int block = 1 << (data.get() & 15) + (data.get() & 15) + 4;
                data.getShort();
                long precinct = Integer.MAX_VALUE;
                for (int i = 0; ownPrecincts && i <= levels; i++) {
                    int exponents = data.get();
                    precinct = Math.min(precinct, 1L << (exponents & 15) + (exponents >> 4 & 15));
                }
                return new CodestreamHeader(header.start, header.columns, header.rows, header.components,
                        header.precision, header.tiles, layers, block, precinct);
            }
            data.position(end);
        }
        throw UndecodableImageException.damaged("The JPEG 2000 data does not say how it is coded.");
    }

    private static int u16(ByteBuffer data) {
        return data.getShort() & 0xFFFF;
    }
}
