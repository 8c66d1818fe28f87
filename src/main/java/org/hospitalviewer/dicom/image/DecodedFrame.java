package org.hospitalviewer.dicom.image;

/**
 * A frame whose samples are plain numbers.
 *
 * @param pixels  description that is true of the samples: the header's, but for the photometric interpretation
 * @param samples pixel by pixel, whatever the planar configuration; unused bits cleared, signs extended
 */
public record DecodedFrame(ImagePixels pixels, Samples samples) {
}
