package org.hospitalviewer.dicom.image.render;

/**
 * A picture of 8 bits, ready to be encoded.
 *
 * @param width    pixels
 * @param height   pixels
 * @param channels 1 grey, or 3 red, green, blue
 * @param bytes    row by row, the channels of a pixel side by side
 */
public record Picture(int width, int height, int channels, byte[] bytes) {
}
