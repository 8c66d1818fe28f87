package org.hospitalviewer.dicom.data;

/** Where pixel data lies: native in one block, or encapsulated in fragments (PS3.5 A.4). */
public sealed interface PixelDataLocation permits BulkData, Fragments {
    VR vr();

    /** First byte behind the element header, bytes from the start of the file or of the data set that was read. */
    long offset();

    /** Bytes up to the next element; when encapsulated with all item headers and the sequence delimiter. */
    long length();
}
