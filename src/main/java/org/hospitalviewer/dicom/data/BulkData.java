package org.hospitalviewer.dicom.data;

/**
 * A value left where it lies, because it is large.
 *
 * @param vr     its VR
 * @param offset first byte of the value, bytes from the start of the file or of the data set that was read
 * @param length bytes of the value
 */
public record BulkData(VR vr, long offset, long length) implements PixelDataLocation {
}
