package org.hospitalviewer.e2e;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Dictionary;
import org.hospitalviewer.dicom.data.TransferSyntax;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.dicom.data.VR;
import org.hospitalviewer.dicom.io.DicomOutputStream;
import org.hospitalviewer.dicom.io.FileMeta;
import org.hospitalviewer.dicom.io.Part10;
import org.hospitalviewer.dicom.io.Part10File;
import org.hospitalviewer.peers.Samples;

/**
 * Two slices of a head, and what files lay over them: the first has an overlay and a shutter of its own, for the second
 * somebody has saved two looks, and a report speaks of it.
 */
final class DisplayedStudy {

    /** First column and row of the square that the overlay draws, from 0. */
    static final int SQUARE = 200;
    static final int SQUARE_SIDE = 10;
    /** What is left by the shutter: a circle around the middle. */
    static final int SHUTTER_RADIUS = 200;
    /** Brightness of what is closed, 0 to 255. */
    static final int SHUTTER_GREY = 128;

    private static final String GRAYSCALE_SOFTCOPY_PRESENTATION_STATE = "1.2.840.10008.5.1.4.1.1.11.1";
    private static final String BASIC_TEXT_SR = "1.2.840.10008.5.1.4.1.1.88.11";
    private static final int SIDE = 512;

    private final Path folder;
    private final String study = TinyStudy.freshUid();
    private final String slices = TinyStudy.freshUid();
    private final String looks = TinyStudy.freshUid();
    private final String reports = TinyStudy.freshUid();
    private final String second = TinyStudy.freshUid();
    private final List<Path> files = new ArrayList<>();

    private DisplayedStudy(Path folder) {
        this.folder = folder;
    }

    static DisplayedStudy in(Path folder) throws IOException {
        DisplayedStudy made = new DisplayedStudy(folder);
        made.slice("IM0060.dcm", TinyStudy.freshUid(), made::overlayAndShutter);
        made.slice("IM0061.dcm", made.second, _ -> {
        });
        made.look("Bone, reversed", DisplayedStudy::reversed);
        made.look("For the surgeon", DisplayedStudy::turned);
        made.report();
        return made;
    }

    String studyInstanceUid() {
        return study;
    }

    String reportSeriesInstanceUid() {
        return reports;
    }

    String imageSeriesInstanceUid() {
        return slices;
    }

    /** Of the slice that the looks and the report are about. */
    String secondInstanceUid() {
        return second;
    }

    List<Path> files() {
        return files;
    }

    Path secondSlice() {
        return files.get(1);
    }

    /** The look that changes the greys alone. */
    Path reversedLook() {
        return files.get(2);
    }

    private void slice(String sample, String uid, Consumer<Attributes> change) throws IOException {
        Part10File original = Part10File.open(Samples.path(Clinic.PHANTOM + "/" + sample));
        Attributes header = original.header();
        set(header, "StudyInstanceUID", study);
        set(header, "SeriesInstanceUID", slices);
        set(header, "SOPInstanceUID", uid);
        change.accept(header);
        Path file = folder.resolve(uid + ".dcm");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            Part10.writeHeader(out, FileMeta.of(UID.CTImageStorage, uid, original.meta().transferSyntaxUid()));
            new DicomOutputStream(out, TransferSyntax.of(original.meta().transferSyntaxUid()),
                    original.bulkDataSource()).writeDataSet(header);
        }
        files.add(file);
    }

    private void overlayAndShutter(Attributes header) {
        header.setInt(0x60000010, VR.US, SQUARE_SIDE);
        header.setInt(0x60000011, VR.US, SQUARE_SIDE);
        header.setString(0x60000022, VR.LO, "Lesion <1>");
        header.setString(0x60000040, VR.CS, "G");
        header.setInt(0x60000050, VR.SS, SQUARE + 1, SQUARE + 1);
        header.setInt(0x60000100, VR.US, 1);
        header.setInt(0x60000102, VR.US, 0);
        byte[] bits = new byte[14];
        Arrays.fill(bits, (byte) 0xFF);
        header.setBytes(0x60003000, VR.OW, bits);
        set(header, "ShutterShape", "CIRCULAR");
        set(header, "CenterOfCircularShutter", "256", "256");
        set(header, "RadiusOfCircularShutter", String.valueOf(SHUTTER_RADIUS));
        number(header, "ShutterPresentationValue", SHUTTER_GREY * 65535 / 255);
    }

    private void look(String description, Consumer<Attributes> what) throws IOException {
        Attributes state = object(GRAYSCALE_SOFTCOPY_PRESENTATION_STATE, looks, "PR");
        set(state, "ContentLabel", "LOOK");
        set(state, "ContentDescription", description);
        set(state, "ContentCreatorName", "Roe^Jane");
        set(state, "PresentationCreationDate", "20240229");
        set(state, "PresentationCreationTime", "083115");
        Attributes series = item(state, "ReferencedSeriesSequence");
        set(series, "SeriesInstanceUID", slices);
        reference(item(series, "ReferencedImageSequence"));
        set(state, "RescaleIntercept", "-1024");
        set(state, "RescaleSlope", "1");
        set(state, "RescaleType", "HU");
        what.accept(state);
        write(state);
    }

    private static void reversed(Attributes state) {
        window(state, "400", "1800");
        set(state, "PresentationLUTShape", "INVERSE");
        area(state, 1, SIDE);
    }

    /** Lying on its side and mirrored, the middle of it, with a mark and words. */
    private static void turned(Attributes state) {
        window(state, "40", "400");
        set(state, "PresentationLUTShape", "IDENTITY");
        number(state, "ImageRotation", 90);
        set(state, "ImageHorizontalFlip", "Y");
        area(state, 129, 384);
        Attributes layer = item(state, "GraphicLayerSequence");
        set(layer, "GraphicLayer", "MARKS");
        set(layer, "GraphicLayerOrder", "1");
        Attributes annotation = item(state, "GraphicAnnotationSequence");
        set(annotation, "GraphicLayer", "MARKS");
        graphic(annotation, "POLYLINE", 200, 256, 300, 256);
        graphic(annotation, "CIRCLE", 256, 256, 296, 256);
        Attributes words = item(annotation, "TextObjectSequence");
        set(words, "UnformattedTextValue", "Look <here>");
        set(words, "BoundingBoxAnnotationUnits", "DISPLAY");
        words.setDouble(tag("BoundingBoxTopLeftHandCorner"), VR.FL, 0.1, 0.15);
        words.setDouble(tag("BoundingBoxBottomRightHandCorner"), VR.FL, 0.3, 0.25);
        set(words, "BoundingBoxTextHorizontalJustification", "LEFT");
        set(words, "AnchorPointAnnotationUnits", "PIXEL");
        words.setDouble(tag("AnchorPoint"), VR.FL, 256, 296);
        set(words, "AnchorPointVisibility", "Y");
    }

    private static void window(Attributes state, String center, String width) {
        Attributes voi = item(state, "SoftcopyVOILUTSequence");
        set(voi, "WindowCenter", center);
        set(voi, "WindowWidth", width);
    }

    private static void area(Attributes state, int from, int to) {
        Attributes area = item(state, "DisplayedAreaSelectionSequence");
        area.setInt(tag("DisplayedAreaTopLeftHandCorner"), VR.SL, from, from);
        area.setInt(tag("DisplayedAreaBottomRightHandCorner"), VR.SL, to, to);
        set(area, "PresentationSizeMode", "SCALE TO FIT");
        set(area, "PresentationPixelAspectRatio", "1", "1");
    }

    private static void graphic(Attributes annotation, String type, double... points) {
        Attributes graphic = item(annotation, "GraphicObjectSequence");
        set(graphic, "GraphicAnnotationUnits", "PIXEL");
        number(graphic, "GraphicDimensions", 2);
        number(graphic, "NumberOfGraphicPoints", points.length / 2);
        graphic.setDouble(tag("GraphicData"), VR.FL, points);
        set(graphic, "GraphicType", type);
        set(graphic, "GraphicFilled", "N");
    }

    private void report() throws IOException {
        Attributes report = object(BASIC_TEXT_SR, reports, "SR");
        set(report, "PatientName", "Doe^John");
        set(report, "CompletionFlag", "COMPLETE");
        set(report, "VerificationFlag", "UNVERIFIED");
        set(report, "ValueType", "CONTAINER");
        set(report, "ContinuityOfContent", "SEPARATE");
        name(report, "Head CT");
        Attributes finding = content(report, "TEXT", "Finding");
        set(finding, "TextValue", "A cube <b>of plastic</b>.");
        for (String size : List.of("20", "19.5")) {
            Attributes value = item(content(report, "NUM", "Edge"), "MeasuredValueSequence");
            set(value, "NumericValue", size);
            code(item(value, "MeasurementUnitsCodeSequence"), "mm", "UCUM", "millimeter");
        }
        reference(item(content(report, "IMAGE", "Source image"), "ReferencedSOPSequence"));
        Attributes evidence = item(report, "CurrentRequestedProcedureEvidenceSequence");
        set(evidence, "StudyInstanceUID", study);
        Attributes series = item(evidence, "ReferencedSeriesSequence");
        set(series, "SeriesInstanceUID", slices);
        reference(item(series, "ReferencedSOPSequence"));
        write(report);
    }

    private static Attributes content(Attributes report, String type, String name) {
        Attributes content = item(report, "ContentSequence");
        set(content, "RelationshipType", "CONTAINS");
        set(content, "ValueType", type);
        name(content, name);
        return content;
    }

    private static void name(Attributes content, String name) {
        code(item(content, "ConceptNameCodeSequence"), "1", "99TEST", name);
    }

    private static void code(Attributes code, String value, String scheme, String meaning) {
        set(code, "CodeValue", value);
        set(code, "CodingSchemeDesignator", scheme);
        set(code, "CodeMeaning", meaning);
    }

    private void reference(Attributes reference) {
        set(reference, "ReferencedSOPClassUID", UID.CTImageStorage);
        set(reference, "ReferencedSOPInstanceUID", second);
    }

    private Attributes object(String sopClass, String series, String modality) {
        Attributes object = new Attributes();
        set(object, "SOPClassUID", sopClass);
        set(object, "SOPInstanceUID", TinyStudy.freshUid());
        set(object, "Modality", modality);
        set(object, "PatientName", "Phantom");
        set(object, "SeriesNumber", "9");
        set(object, "InstanceNumber", String.valueOf(files.size()));
        set(object, "StudyInstanceUID", study);
        set(object, "SeriesInstanceUID", series);
        return object;
    }

    private void write(Attributes object) throws IOException {
        String uid = object.getString(tag("SOPInstanceUID"));
        Path file = folder.resolve(uid + ".dcm");
        try (OutputStream out = Files.newOutputStream(file)) {
            Part10.writeHeader(out, FileMeta.of(object.getString(tag("SOPClassUID")), uid, UID.ExplicitVRLittleEndian));
            new DicomOutputStream(out, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).writeDataSet(object);
        }
        files.add(file);
    }

    private static Attributes item(Attributes holder, String sequence) {
        int tag = tag(sequence);
        return (holder.getSequence(tag) == null ? holder.newSequence(tag) : holder.getSequence(tag)).addItem();
    }

    private static void set(Attributes attributes, String keyword, String... values) {
        int tag = tag(keyword);
        attributes.setString(tag, Dictionary.vr(tag), values);
    }

    private static void number(Attributes attributes, String keyword, int value) {
        int tag = tag(keyword);
        attributes.setInt(tag, Dictionary.vr(tag), value);
    }

    private static int tag(String keyword) {
        return Dictionary.tag(keyword).orElseThrow(() -> new IllegalArgumentException(keyword));
    }
}
