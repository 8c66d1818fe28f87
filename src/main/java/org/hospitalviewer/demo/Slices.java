package org.hospitalviewer.demo;

import java.io.IOException;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.dicom.data.VR;

/** Demo studies of many slices: CT of head and chest, and an oblique MR of the head. */
final class Slices {

    private static final int TWO_BYTES = 16;

    private Slices() {
    }

    static void writeHeadCt(DemoFiles files) throws IOException {
        DemoStudy study = DemoStudy.of("DEMO-CT-HEAD", "Demo^CT Head", "CT", "CT head", "HEAD");
        write(study, UID.CTImageStorage, SliceStack.transverse(512, 0.45, 72, 2.5, 4), Body.HEAD_CT, files);
    }

    static void writeChestCt(DemoFiles files) throws IOException {
        DemoStudy study = DemoStudy.of("DEMO-CT-CHEST", "Demo^CT Chest", "CT", "CT chest", "CHEST");
        write(study, UID.CTImageStorage, SliceStack.transverse(512, 0.72, 80, 4, 9), Body.CHEST_CT, files);
    }

    static void writeHeadMr(DemoFiles files) throws IOException {
        DemoStudy study = DemoStudy.of("DEMO-MR-HEAD", "Demo^MR Head", "MR", "MR head T1 oblique", "HEAD");
        SliceStack stack = SliceStack.transverse(256, 0.86, 36, 4.5, 8).oblique(18, 7);
        write(study, UID.MRImageStorage, stack, Body.HEAD_MR, files);
    }

    private static void write(DemoStudy study, String sopClassUid, SliceStack stack, Body body, DemoFiles files)
            throws IOException {
        for (int slice = 0; slice < stack.slices(); slice++) {
            Attributes image = study.instance(sopClassUid, slice + 1);
            image.setString(Tag.FrameOfReferenceUID, VR.UI, study.frameOfReferenceUid());
            stack.describe(slice, image);
            image.setInt(Tag.SamplesPerPixel, VR.US, 1);
            image.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2");
            image.setInt(Tag.BitsAllocated, VR.US, TWO_BYTES);
            image.setInt(Tag.BitsStored, VR.US, TWO_BYTES);
            image.setInt(Tag.HighBit, VR.US, TWO_BYTES - 1);
            image.setInt(Tag.PixelRepresentation, VR.US, 1);
            if (sopClassUid.equals(UID.CTImageStorage)) {
                describeCt(body, image);
            } else {
                describeMr(image);
            }
            image.setBytes(Tag.PixelData, VR.OW, stack.pixels(slice, body));
            files.write(image);
        }
    }

    private static void describeCt(Body body, Attributes image) {
        boolean head = body == Body.HEAD_CT;
        image.setDouble(Tag.KVP, VR.DS, 120);
        image.setDouble(Tag.RescaleIntercept, VR.DS, 0);
        image.setDouble(Tag.RescaleSlope, VR.DS, 1);
        image.setString(Tag.RescaleType, VR.LO, "HU");
        image.setDouble(Tag.WindowCenter, VR.DS, head ? 40 : -400);
        image.setDouble(Tag.WindowWidth, VR.DS, head ? 90 : 1500);
    }

    private static void describeMr(Attributes image) {
        image.setString(Tag.ScanningSequence, VR.CS, "GR");
        image.setString(Tag.SequenceVariant, VR.CS, "SP");
        image.setString(Tag.MRAcquisitionType, VR.CS, "2D");
        image.setDouble(Tag.RepetitionTime, VR.DS, 500);
        image.setDouble(Tag.EchoTime, VR.DS, 12);
        image.setDouble(Tag.MagneticFieldStrength, VR.DS, 1.5);
        image.setDouble(Tag.WindowCenter, VR.DS, 350);
        image.setDouble(Tag.WindowWidth, VR.DS, 700);
    }
}
