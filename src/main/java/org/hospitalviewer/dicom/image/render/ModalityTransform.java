package org.hospitalviewer.dicom.image.render;

import java.io.IOException;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Sequence;
import org.hospitalviewer.dicom.data.Tag;

/** From stored values to modality values such as HU (PS3.3 C.11.1). */
sealed interface ModalityTransform {

    double apply(double stored);

    /** Whether whole numbers stay such. */
    boolean isWhole();

    /** Rescale Slope and Intercept. */
    record Linear(double slope, double intercept) implements ModalityTransform {
        @Override
        public double apply(double stored) {
            return stored * slope + intercept;
        }

        @Override
        public boolean isWhole() {
            return slope == Math.rint(slope) && intercept == Math.rint(intercept);
        }
    }

    /** Modality LUT Sequence. */
    record Table(LookupTable table) implements ModalityTransform {
        @Override
        public double apply(double stored) {
            return table.at(stored);
        }

        @Override
        public boolean isWhole() {
            return true;
        }
    }

    /** The one that is in force for a frame; without any, stored values are modality values. */
    static ModalityTransform of(FrameAttributes frame, TableSource source) throws IOException {
        Sequence tables = frame.header().getSequence(Tag.ModalityLUTSequence);
        if (tables != null && !tables.isEmpty()) {
            return new Table(LookupTable.read(tables.get(0), source));
        }
        Attributes rescale = frame.of(Tag.PixelValueTransformationSequence, Tag.RescaleSlope);
        double slope = rescale.getDouble(Tag.RescaleSlope, 1);
        double intercept = rescale.getDouble(Tag.RescaleIntercept, 0);
        boolean usable = slope != 0 && Double.isFinite(slope) && Double.isFinite(intercept);
        return usable ? new Linear(slope, intercept) : new Linear(1, 0);
    }
}
