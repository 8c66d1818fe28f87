package org.hospitalviewer.dicom.image.jpeg2000;

import org.hospitalviewer.dicom.image.UndecodableImageException;

/** A file in the manner of JP2 (T.800 Annex I), which DICOM does not allow but some write. */
final class Jp2Boxes {
    private static final long SIGNATURE = 0x6A502020;
    private static final long CODESTREAM = 0x6A703263;
    private static final int BOX_HEADER_BYTES = 8;

    private Jp2Boxes() {
    }

    /** Where the codestream begins: 0 when there are no boxes. */
    static int codestream(byte[] data) throws UndecodableImageException {
        if (data.length < 12 || new ByteReader(data, 4, data.length).u32() != SIGNATURE) {
            return 0;
        }
        long at = 0;
        while (at + BOX_HEADER_BYTES < data.length) {
            ByteReader box = new ByteReader(data, (int) at, data.length);
            long length = box.u32();
            if (box.u32() == CODESTREAM) {
                return (int) at + BOX_HEADER_BYTES;
            }
            at += Math.max(BOX_HEADER_BYTES, length);
        }
        throw UndecodableImageException.damaged("The JPEG 2000 file has no codestream.");
    }
}
