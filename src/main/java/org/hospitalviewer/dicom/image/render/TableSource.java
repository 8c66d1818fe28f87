package org.hospitalviewer.dicom.image.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.BulkData;
import org.hospitalviewer.dicom.image.UndecodableImageException;
import org.hospitalviewer.dicom.io.BulkDataSource;

/**
 * Where the values of lookup tables come from: from the header, or from the file where they are large.
 *
 * @param bulkData  of the file
 * @param bigEndian byte order of what lies in the file
 */
public record TableSource(BulkDataSource bulkData, boolean bigEndian) {
    /** 65536 words, and some padding. */
    private static final int MAX_BYTES = 2 * 65536 + 16;

    byte[] bytes(Attributes header, int tag) throws IOException {
        Optional<BulkData> large = header.bulkData(tag);
        if (large.isEmpty()) {
            byte[] held = header.getBytes(tag);
            if (held == null) {
                throw UndecodableImageException.damaged("A lookup table of the image has no values.");
            }
            return held;
        }
        if (large.get().length() > MAX_BYTES) {
            throw UndecodableImageException.damaged("A lookup table of the image is impossibly long.");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream((int) large.get().length());
        bulkData.copy(large.get().offset(), large.get().length(), out);
        byte[] words = out.toByteArray();
        if (bigEndian) {
            swap(words);
        }
        return words;
    }

    /** Turns the bytes of 16-bit words around, in place. */
    public static void swap(byte[] words) {
        for (int i = 0; i + 1 < words.length; i += 2) {
            byte first = words[i];
            words[i] = words[i + 1];
            words[i + 1] = first;
        }
    }
}
