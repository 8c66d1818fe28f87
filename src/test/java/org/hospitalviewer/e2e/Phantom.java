package org.hospitalviewer.e2e;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.PixelDataLocation;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.io.Part10File;
import org.hospitalviewer.peers.Samples;

/** One slice of the phantom as its file has it: 12 bits in unsigned 16-bit little endian words. */
final class Phantom {

    private final Attributes header;
    private final Path file;
    private final ShortBuffer stored;

    private Phantom(Part10File slice) throws IOException {
        header = slice.header();
        file = slice.path();
        PixelDataLocation pixels = slice.pixelData().orElseThrow();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        slice.bulkDataSource().copy(pixels.offset(), pixels.length(), bytes);
        stored = ByteBuffer.wrap(bytes.toByteArray()).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    }

    static String studyInstanceUid() {
        return open(files().getFirst()).header().getString(Tag.StudyInstanceUID);
    }

    /** The slice that holds this SOP Instance UID. */
    static Phantom slice(String sopInstanceUid) {
        Part10File slice = files().stream().map(Phantom::open)
                .filter(file -> sopInstanceUid.equals(file.header().getString(Tag.SOPInstanceUID)))
                .findFirst().orElseThrow();
        try {
            return new Phantom(slice);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** SOP Instance UIDs from the feet to the head, by the third coordinate of Image Position (Patient). */
    static List<String> fromFeetToHead() {
        return files().stream().map(Phantom::open)
                .sorted(Comparator.comparingDouble(
                        file -> file.header().getDoubles(Tag.ImagePositionPatient)[2]))
                .map(file -> file.header().getString(Tag.SOPInstanceUID)).toList();
    }

    Path file() {
        return file;
    }

    /** Image Position (Patient), in mm. */
    double[] position() {
        return header.getDoubles(Tag.ImagePositionPatient);
    }

    /** Width of a pixel along a row, in mm. */
    double columnSpacingMm() {
        return header.getDoubles(Tag.PixelSpacing)[1];
    }

    int columns() {
        return header.getInt(Tag.Columns, 0);
    }

    int rows() {
        return header.getInt(Tag.Rows, 0);
    }

    /** Value in HU after the modality LUT (PS3.3 C.11.1). */
    double hounsfield(int column, int row) {
        int value = Short.toUnsignedInt(stored.get(row * columns() + column));
        return value * header.getDouble(Tag.RescaleSlope, 1) + header.getDouble(Tag.RescaleIntercept, 0);
    }

    /**
     * Grey of a pixel, 0 to 255, by the linear function of PS3.3 C.11.2.1.2.1.
     *
     * @param center Window Center in HU
     * @param width  Window Width in HU
     */
    double grey(int column, int row, double center, double width) {
        double part = (hounsfield(column, row) - (center - 0.5)) / (width - 1) + 0.5;
        return Math.clamp(part, 0, 1) * 255;
    }

    private static List<Path> files() {
        return Samples.files(Clinic.PHANTOM);
    }

    private static Part10File open(Path file) {
        try {
            return Part10File.open(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
