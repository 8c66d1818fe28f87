package org.hospitalviewer.demo;

import java.io.IOException;
import java.util.SplittableRandom;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.dicom.data.VR;

/** A chest radiograph: the chest of the CT, seen through from front to back. */
final class Radiograph {

    private static final int ROWS = 1_760;
    private static final int COLUMNS = 1_760;
    private static final double SPACING_MM = 0.2;
    private static final int BITS = 12;
    private static final int WHITE = 4_095;
    /** Attenuation of water, per mm, at the energies of a radiograph. */
    private static final double WATER = 0.0155;
    private static final double NOISE = 12;

    private Radiograph() {
    }

    static void write(DemoFiles files) throws IOException {
        DemoStudy study = DemoStudy.of("DEMO-CR-CHEST", "Demo^CR Chest", "CR", "Chest PA", "CHEST");
        Attributes image = study.instance(UID.ComputedRadiographyImageStorage, 1);
        image.setString(Tag.ViewPosition, VR.CS, "PA");
        image.setString(Tag.PatientOrientation, VR.CS, "L", "F");
        image.setDouble(Tag.ImagerPixelSpacing, VR.DS, SPACING_MM, SPACING_MM);
        image.setInt(Tag.SamplesPerPixel, VR.US, 1);
        image.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2");
        image.setInt(Tag.Rows, VR.US, ROWS);
        image.setInt(Tag.Columns, VR.US, COLUMNS);
        image.setInt(Tag.BitsAllocated, VR.US, 16);
        image.setInt(Tag.BitsStored, VR.US, BITS);
        image.setInt(Tag.HighBit, VR.US, BITS - 1);
        image.setInt(Tag.PixelRepresentation, VR.US, 0);
        image.setDouble(Tag.WindowCenter, VR.DS, 2_000);
        image.setDouble(Tag.WindowWidth, VR.DS, 3_000);
        image.setBytes(Tag.PixelData, VR.OW, pixels());
        files.write(image);
    }

    private static byte[] pixels() {
        byte[] pixels = new byte[ROWS * COLUMNS * 2];
        SplittableRandom random = new SplittableRandom(1);
        int position = 0;
        for (int row = 0; row < ROWS; row++) {
            double z = (ROWS / 2.0 - row) * SPACING_MM;
            for (int column = 0; column < COLUMNS; column++) {
                double x = (column - COLUMNS / 2.0) * SPACING_MM;
                int value = (int) Math.round(Math.clamp(brightness(x, z) + NOISE * random.nextGaussian(), 0, WHITE));
                pixels[position++] = (byte) value;
                pixels[position++] = (byte) (value >> 8);
            }
        }
        return pixels;
    }

    /** Dense parts are bright. Overlapping parts take their place out of what they lie in. */
    private static double brightness(double x, double z) {
        double attenuation = 0;
        double inside = -1000;
        for (Ellipsoid part : Body.CHEST_CT.parts()) {
            attenuation += part.depth(x, z) * (part.value() - inside) / 1000 * WATER;
            inside = part.rz() > 300 && part.rx() > 100 ? part.value() : 45;
        }
        return 350 + attenuation * 620;
    }
}
