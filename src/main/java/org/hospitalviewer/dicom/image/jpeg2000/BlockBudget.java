package org.hospitalviewer.dicom.image.jpeg2000;

import org.hospitalviewer.dicom.image.UndecodableImageException;

/** How many precincts and code-blocks there may be, so that nobody pays for millions that hold nothing. */
final class BlockBudget {
    private static final long FREE = 1 << 16;
    private static final long PER_BYTE = 2;

    private long left;

    BlockBudget(int bytes) {
        left = FREE + PER_BYTE * bytes;
    }

    void take(long count) throws UndecodableImageException {
        left -= count;
        if (left < 0) {
            throw UndecodableImageException.tooLarge("The JPEG 2000 data is cut into too many small parts.");
        }
    }
}
