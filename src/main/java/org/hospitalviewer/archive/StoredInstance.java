package org.hospitalviewer.archive;

import java.io.IOException;
import java.util.Optional;
import org.hospitalviewer.dicom.data.Attributes;

/** One composite object in the archive. */
public interface StoredInstance {

    String studyInstanceUid();

    String seriesInstanceUid();

    String sopInstanceUid();

    String sopClassUid();

    /** Encoding of the data set as stored. */
    String transferSyntaxUid();

    /** The data set without bulk values: those are locations, counted in bytes from the start of the file. */
    Attributes metadata() throws IOException;

    /** The whole Part 10 file. */
    Content file() throws IOException;

    /** Number of frames, 0 when the object has no pixel data. */
    int frameCount() throws IOException;

    /**
     * One frame as stored.
     *
     * @param number from 1
     */
    Optional<Content> frame(int number) throws IOException;

    /**
     * A bulk value as it lies in the file.
     *
     * @param offset bytes from the start of the file, as {@link #metadata()} gives it
     * @param length bytes
     */
    Optional<Content> bulkData(long offset, long length) throws IOException;
}
