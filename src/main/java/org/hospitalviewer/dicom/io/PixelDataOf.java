package org.hospitalviewer.dicom.io;

import java.util.Optional;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.AttributePath;
import org.hospitalviewer.dicom.data.PixelDataLocation;
import org.hospitalviewer.dicom.data.Tag;

/** Finds the pixel data of a data set: integer, float or double; there is at most one (PS3.3 C.7.6.3). */
final class PixelDataOf {
    private static final int[] TAGS = {Tag.PixelData, Tag.FloatPixelData, Tag.DoubleFloatPixelData};

    private PixelDataOf() {
    }

    static Optional<PixelDataLocation> dataSet(Attributes header) {
        for (int tag : TAGS) {
            Optional<PixelDataLocation> location = AttributePath.locate(header, Tag.toString(tag));
            if (location.isPresent()) {
                return location;
            }
        }
        return Optional.empty();
    }
}
