package org.hospitalviewer.dicom.image.render;

import java.io.IOException;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.image.UndecodableImageException;

/**
 * A lookup table of a file (PS3.3 C.11.1.1, C.11.2.1.1, C.7.6.3.1.5).
 *
 * @param first  value that the first entry is for; smaller ones take it too
 * @param bits   of an entry
 * @param values unsigned
 */
record LookupTable(int first, int bits, int[] values) {

    /** Table in an item of Modality LUT Sequence or VOI LUT Sequence. */
    static LookupTable read(Attributes item, TableSource source) throws IOException {
        return read(item, Tag.LUTDescriptor, source.bytes(item, Tag.LUTData));
    }

    /**
     * Reads a table.
     *
     * @param data little endian words; or bytes, where the words are too few
     */
    static LookupTable read(Attributes header, int descriptorTag, byte[] data) throws UndecodableImageException {
        int[] descriptor = descriptor(header, descriptorTag);
        int entries = descriptor[0] == 0 ? 1 << 16 : descriptor[0];
        boolean isPacked = data.length < 2 * entries;
        if (entries < 0 || data.length < (isPacked ? entries : 2 * entries)) {
            throw UndecodableImageException.damaged("A lookup table of the image is cut off.");
        }
        int[] values = new int[entries];
        for (int i = 0; i < entries; i++) {
            values[i] = isPacked ? data[i] & 0xFF : data[2 * i] & 0xFF | (data[2 * i + 1] & 0xFF) << 8;
        }
        return new LookupTable(descriptor[1], descriptor[2], values);
    }

    /** Number of entries, first value, bits of an entry. */
    static int[] descriptor(Attributes header, int tag) throws UndecodableImageException {
        double[] numbers = header.getDoubles(tag);
        if (numbers.length < 3 || numbers[2] < 1 || numbers[2] > 16) {
            throw UndecodableImageException.damaged("A lookup table of the image has no usable descriptor.");
        }
        return new int[] {(int) numbers[0] & 0xFFFF, (int) numbers[1], (int) numbers[2]};
    }

    int at(double value) {
        return values[Math.clamp((long) value - first, 0, values.length - 1)];
    }

    /** Largest entry that the bits allow. */
    int largest() {
        return (1 << bits) - 1;
    }
}
