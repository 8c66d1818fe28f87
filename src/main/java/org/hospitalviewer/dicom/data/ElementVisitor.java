package org.hospitalviewer.dicom.data;

/**
 * Sees each element of a data set in the order of tags, by the kind of its value.
 *
 * @param <X> what a visit may throw
 */
public interface ElementVisitor<X extends Exception> {
    /** A value that is held: bytes as in a little-endian data set, not to be changed. */
    void bytes(int tag, VR vr, byte[] value) throws X;

    void sequence(int tag, Sequence sequence) throws X;

    /** A value that was left in its source. */
    void bulkData(int tag, BulkData value) throws X;

    /** Encapsulated pixel data that was left in its source. */
    void fragments(int tag, Fragments value) throws X;
}
