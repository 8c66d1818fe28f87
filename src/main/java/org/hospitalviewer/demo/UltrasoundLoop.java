package org.hospitalviewer.demo;

import java.io.IOException;
import java.util.SplittableRandom;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.dicom.data.VR;

/** A colour ultrasound loop: a beating chamber in a sector of speckle, with flow in red and blue. */
final class UltrasoundLoop {

    private static final int ROWS = 480;
    private static final int COLUMNS = 640;
    private static final int FRAMES = 30;
    private static final double FRAME_MILLIS = 40;
    private static final double CM_PER_PIXEL = 0.035;
    private static final int APEX_ROW = 20;
    private static final int DEPTH = 440;
    private static final double HALF_ANGLE = Math.toRadians(38);
    /** (0018,1063), Frame Time, as an attribute tag in little endian. */
    private static final byte[] FRAME_TIME_TAG = {0x18, 0x00, 0x63, 0x10};
    private static final int CENTIMETRES = 3;

    private UltrasoundLoop() {
    }

    static void write(DemoFiles files) throws IOException {
        DemoStudy study = DemoStudy.of("DEMO-US-HEART", "Demo^US Heart", "US", "Echocardiogram, colour loop", "HEART");
        Attributes image = study.instance(UID.UltrasoundMultiFrameImageStorage, 1);
        image.setInt(Tag.SamplesPerPixel, VR.US, 3);
        image.setString(Tag.PhotometricInterpretation, VR.CS, "RGB");
        image.setInt(Tag.PlanarConfiguration, VR.US, 0);
        image.setInt(Tag.NumberOfFrames, VR.IS, FRAMES);
        image.setBytes(Tag.FrameIncrementPointer, VR.AT, FRAME_TIME_TAG);
        image.setDouble(Tag.FrameTime, VR.DS, FRAME_MILLIS);
        image.setInt(Tag.RecommendedDisplayFrameRate, VR.IS, (int) (1000 / FRAME_MILLIS));
        image.setInt(Tag.Rows, VR.US, ROWS);
        image.setInt(Tag.Columns, VR.US, COLUMNS);
        image.setInt(Tag.BitsAllocated, VR.US, 8);
        image.setInt(Tag.BitsStored, VR.US, 8);
        image.setInt(Tag.HighBit, VR.US, 7);
        image.setInt(Tag.PixelRepresentation, VR.US, 0);
        describeRegion(image.newSequence(Tag.SequenceOfUltrasoundRegions).addItem());
        byte[] pixels = new byte[FRAMES * ROWS * COLUMNS * 3];
        for (int frame = 0; frame < FRAMES; frame++) {
            draw(frame, pixels);
        }
        image.setBytes(Tag.PixelData, VR.OB, pixels);
        files.write(image);
    }

    /** So that distances can be measured (PS3.3 C.8.5.5). */
    private static void describeRegion(Attributes region) {
        region.setInt(Tag.RegionSpatialFormat, VR.US, 1);
        region.setInt(Tag.RegionDataType, VR.US, 1);
        region.setInt(Tag.RegionFlags, VR.UL, 0);
        region.setInt(Tag.RegionLocationMinX0, VR.UL, 0);
        region.setInt(Tag.RegionLocationMinY0, VR.UL, 0);
        region.setInt(Tag.RegionLocationMaxX1, VR.UL, COLUMNS - 1);
        region.setInt(Tag.RegionLocationMaxY1, VR.UL, ROWS - 1);
        region.setInt(Tag.PhysicalUnitsXDirection, VR.US, CENTIMETRES);
        region.setInt(Tag.PhysicalUnitsYDirection, VR.US, CENTIMETRES);
        region.setDouble(Tag.PhysicalDeltaX, VR.FD, CM_PER_PIXEL);
        region.setDouble(Tag.PhysicalDeltaY, VR.FD, CM_PER_PIXEL);
    }

    private static void draw(int frame, byte[] pixels) {
        double beat = Math.sin(2 * Math.PI * frame / FRAMES);
        SplittableRandom speckle = new SplittableRandom(frame);
        int position = frame * ROWS * COLUMNS * 3;
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                int colour = colour(row - APEX_ROW, column - COLUMNS / 2.0, beat, speckle.nextDouble());
                pixels[position++] = (byte) (colour >> 16);
                pixels[position++] = (byte) (colour >> 8);
                pixels[position++] = (byte) colour;
            }
        }
    }

    /** Red, green and blue of one point, given from the apex of the sector. */
    private static int colour(double down, double across, double beat, double speckle) {
        double distance = Math.hypot(down, across);
        if (distance > DEPTH || Math.abs(Math.atan2(across, down)) > HALF_ANGLE) {
            return 0;
        }
        double size = 1 + 0.18 * beat;
        double wall = Math.hypot((down - 230) / (120 * size), (across + 15) / (70 * size));
        double flow = Math.hypot((down - 250) / 60, (across + 15) / 22);
        if (flow < 1 && Math.abs(beat) > 0.15) {
            int strength = (int) (120 + 120 * Math.abs(beat) * (1 - flow));
            return beat > 0 ? strength << 16 | strength / 5 << 8 : strength | strength / 3 << 8;
        }
        double tissue = wall < 1 ? 12 : wall < 1.25 ? 170 : 80;
        int grey = (int) Math.min(255, tissue * (0.45 + 0.9 * speckle) * (1 - 0.4 * distance / DEPTH));
        return grey << 16 | grey << 8 | grey;
    }
}
