package org.hospitalviewer.dicom.io;

/**
 * A part of a file.
 *
 * @param offset first byte, from the start of the file
 * @param length bytes
 */
public record ByteRange(long offset, long length) {
}
