package org.hospitalviewer.ingest.upload.document;

import java.io.IOException;
import java.util.Locale;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.dicom.data.VR;

/** General Image (PS3.3 C.7.6.1), Image Pixel (C.7.6.3), SC Equipment (C.8.6.1) and VL Image (C.8.12.1). */
final class Picture {

    static final String VL_PHOTOGRAPHIC_IMAGE_STORAGE = "1.2.840.10008.5.1.4.1.1.77.1.4";
    static final String PHOTOGRAPHY = "XC";
    private static final int ACQUISITION_CONTEXT_SEQUENCE = Tag.of(0x0040, 0x0555);
    private static final int MAX_DECIMAL_STRING = 16;

    private Picture() {
    }

    /** A photograph of the patient, or a page or screen. */
    static Attributes head(Archive archive, DocumentDetails details, DocumentKey key)
            throws IOException, UnfitDocumentException {
        Attributes object = details.photograph()
                ? DocumentHead.of(archive, details, key, VL_PHOTOGRAPHIC_IMAGE_STORAGE, PHOTOGRAPHY)
                : DocumentHead.of(archive, details, key, UID.SecondaryCaptureImageStorage, "OT");
        if (details.photograph()) {
            object.setString(Tag.ImageType, VR.CS, "ORIGINAL", "PRIMARY");
            addContext(object);
        } else {
            object.setString(Tag.ImageType, VR.CS, "DERIVED", "SECONDARY");
            object.setString(Tag.ConversionType, VR.CS, "SD");
            object.setString(Tag.BurnedInAnnotation, VR.CS, "YES");
        }
        object.setEmpty(Tag.PatientOrientation, VR.CS);
        object.setString(Tag.LossyImageCompression, VR.CS, "00");
        return object;
    }

    /** Acquisition Context (C.7.6.14), of which nothing is known. */
    static void addContext(Attributes object) {
        object.newSequence(ACQUISITION_CONTEXT_SEQUENCE);
    }

    static void addPixels(Attributes object, int rows, int columns, int samples, String photometric) {
        object.setInt(Tag.SamplesPerPixel, VR.US, samples);
        object.setString(Tag.PhotometricInterpretation, VR.CS, photometric);
        if (samples > 1) {
            object.setInt(Tag.PlanarConfiguration, VR.US, 0);
        }
        object.setInt(Tag.Rows, VR.US, rows);
        object.setInt(Tag.Columns, VR.US, columns);
        object.setInt(Tag.BitsAllocated, VR.US, 8);
        object.setInt(Tag.BitsStored, VR.US, 8);
        object.setInt(Tag.HighBit, VR.US, 7);
        object.setInt(Tag.PixelRepresentation, VR.US, 0);
    }

    /** C.7.6.1.1.5: stays true of pixels that were decoded. */
    static void addLoss(Attributes object, String method, double ratio) {
        String text = String.format(Locale.ROOT, "%.2f", ratio);
        object.setString(Tag.LossyImageCompression, VR.CS, "01");
        object.setString(Tag.LossyImageCompressionRatio, VR.DS,
                text.substring(0, Math.min(MAX_DECIMAL_STRING, text.length())));
        object.setString(Tag.LossyImageCompressionMethod, VR.CS, method);
    }
}
