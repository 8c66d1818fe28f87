package org.hospitalviewer.dicom.io;

import java.io.IOException;
import java.io.OutputStream;

/** Where the bytes of values are that were left in their source. */
@FunctionalInterface
public interface BulkDataSource {
    /**
     * Copies bytes of the source.
     *
     * @param offset first byte, bytes from the start of the file or data set that was read
     * @param length bytes to copy
     * @throws IOException when the source or the target fails, or the source has not that many bytes
     */
    void copy(long offset, long length, OutputStream target) throws IOException;
}
