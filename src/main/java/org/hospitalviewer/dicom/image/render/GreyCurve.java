package org.hospitalviewer.dicom.image.render;

/** From modality values to brightness: a window, or a table of the file. */
@FunctionalInterface
interface GreyCurve {
    /** Brightness from 0 to 1 of a modality value. */
    double brightness(double modalityValue);
}
