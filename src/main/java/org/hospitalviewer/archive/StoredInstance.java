package org.hospitalviewer.archive;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.image.ImageFrames;

/** One composite object in the archive. */
public interface StoredInstance {

    String studyInstanceUid();

    String seriesInstanceUid();

    String sopInstanceUid();

    String sopClassUid();

    /** Encoding of the data set as stored. */
    String transferSyntaxUid();

    /** Tells this content of the object from any other; letters and digits. */
    String version();

    /**
     * The data set without bulk values: those are locations, counted in bytes from the start of the file; at -1 where
     * the file is elsewhere.
     */
    Attributes metadata() throws IOException;

    /** The whole Part 10 file. */
    Content file() throws IOException;

    /**
     * The same object re-encoded as an explicit little endian Part 10 file.
     *
     * @throws IllegalStateException when its pixel data is compressed
     */
    Content explicitLittleEndianFile() throws IOException;

    /** Number of frames, 0 when the object has no pixel data. */
    int frameCount() throws IOException;

    /**
     * Frames as stored.
     *
     * @param numbers from 1
     * @return the frames in the order asked for; empty when one of them does not exist
     */
    Optional<List<Content>> frames(List<Integer> numbers) throws IOException;

    /** Encoding of {@link #frames}: that of the file, or explicit little endian where the file's pixels are plain. */
    String frameTransferSyntaxUid();

    /**
     * The frames to be decoded.
     *
     * @throws org.hospitalviewer.dicom.image.UndecodableImageException when the object has none, or its header makes no
     *                                                                  picture
     */
    ImageFrames image() throws IOException;

    /**
     * A bulk value: one part, or one per frame when it is encapsulated and no video stream.
     *
     * @param attributePath element as in {@link org.hospitalviewer.dicom.data.AttributePath}
     */
    Optional<List<Content>> bulkData(String attributePath) throws IOException;
}
