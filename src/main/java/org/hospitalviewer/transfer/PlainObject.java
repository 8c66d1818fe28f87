package org.hospitalviewer.transfer;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.BulkData;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.TransferSyntax;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.dicom.data.VR;
import org.hospitalviewer.dicom.image.DecodedFrame;
import org.hospitalviewer.dicom.image.ImageFrames;
import org.hospitalviewer.dicom.image.LittleEndianFrame;
import org.hospitalviewer.dicom.image.UndecodableImageException;
import org.hospitalviewer.dicom.io.BulkDataSource;
import org.hospitalviewer.dicom.io.DicomOutputStream;
import org.hospitalviewer.dicom.io.FileMeta;
import org.hospitalviewer.dicom.io.Part10;
import org.hospitalviewer.dicom.io.Part10File;

/** Re-encodes an object in plain little endian for a device that takes nothing else; one frame at a time is held. */
final class PlainObject {

    /** Extended offset table (PS3.3 C.7.6.3), which belongs to compressed pixels. */
    private static final int EXTENDED_OFFSET_TABLE = 0x7FE00001;
    private static final int EXTENDED_OFFSET_TABLE_LENGTHS = 0x7FE00002;
    private static final long MAX_BYTES = 0xFFFFFFFEL;
    private static final int BITS_PER_BYTE = 8;
    /** No place in the file: stands for the decoded pixels. */
    private static final long DECODED = Long.MAX_VALUE;

    private final Part10File file;
    private final TransferSyntax target;

    private PlainObject(Part10File file, TransferSyntax target) {
        this.file = file;
        this.target = target;
    }

    /**
     * Writes the object to another file.
     *
     * @param source a Part 10 file
     * @param target explicit or implicit little endian
     * @throws UndecodableImageException when its pixels cannot be decoded here
     */
    static void write(Path source, TransferSyntax target, Path to) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(to))) {
            new PlainObject(Part10File.open(source), target).write(out);
        }
    }

    private void write(OutputStream out) throws IOException {
        Attributes header = file.header();
        TransferSyntax stored = file.meta().transferSyntax();
        boolean decode = header.contains(Tag.PixelData) && (stored.encapsulated() || stored.bigEndian());
        if (stored.bigEndian() && !decode && hasBulkData(header)) {
            throw UndecodableImageException.unsupported("Bulk data in big endian cannot be turned around here.");
        }
        Part10.writeHeader(out, FileMeta.of(header.getString(Tag.SOPClassUID), header.getString(Tag.SOPInstanceUID),
                target.uid()));
        if (decode) {
            writeDecoded(header, out);
        } else {
            new DicomOutputStream(out, target, file.bulkDataSource()).writeDataSet(header);
        }
    }

    private static boolean hasBulkData(Attributes header) {
        return Arrays.stream(header.tags()).anyMatch(tag -> header.bulkData(tag).isPresent());
    }

    private void writeDecoded(Attributes header, OutputStream out) throws IOException {
        ImageFrames frames = ImageFrames.of(file);
        DecodedFrame first = frames.decode(1);
        long frameBytes = LittleEndianFrame.bytes(first).length;
        long bits = (long) first.samples().length() * first.pixels().allocated();
        if (frames.frameCount() > 1 && bits % BITS_PER_BYTE != 0) {
            throw UndecodableImageException.unsupported("Frames that share bytes cannot be put together here.");
        }
        long length = Math.multiplyExact(frameBytes, (long) frames.frameCount());
        if (length > MAX_BYTES) {
            throw UndecodableImageException.unsupported("The decoded pixels pass the length that plain pixels can have.");
        }
        Attributes plain = new Attributes();
        plain.addAll(header);
        plain.remove(EXTENDED_OFFSET_TABLE);
        plain.remove(EXTENDED_OFFSET_TABLE_LENGTHS);
        plain.setString(Tag.PhotometricInterpretation, VR.CS, first.pixels().photometric().term());
        VR vr = first.pixels().allocated() > BITS_PER_BYTE || target.uid().equals(UID.ImplicitVRLittleEndian)
                ? VR.OW : VR.OB;
        plain.setBulkData(Tag.PixelData, vr, new BulkData(vr, DECODED, length));
        new DicomOutputStream(out, target, pixels(frames)).writeDataSet(plain);
    }

    private BulkDataSource pixels(ImageFrames frames) {
        return (offset, length, to) -> {
            if (offset == DECODED) {
                for (int number = 1; number <= frames.frameCount(); number++) {
                    to.write(LittleEndianFrame.bytes(frames.decode(number)));
                }
            } else {
                file.bulkDataSource().copy(offset, length, to);
            }
        };
    }
}
