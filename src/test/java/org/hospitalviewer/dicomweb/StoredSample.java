package org.hospitalviewer.dicomweb;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.hospitalviewer.archive.AnnouncedInstance;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.Origin;
import org.hospitalviewer.archive.RefusedException;
import org.hospitalviewer.archive.StoreOutcome;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.TransferSyntax;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.dicom.data.VR;
import org.hospitalviewer.dicom.io.DicomFormatException;
import org.hospitalviewer.dicom.io.DicomOutputStream;
import org.hospitalviewer.dicom.io.FileMeta;
import org.hospitalviewer.dicom.io.Part10;
import org.hospitalviewer.dicom.io.Part10File;
import org.hospitalviewer.peers.Samples;

/**
 * A sample that lies in the archive.
 *
 * @param file   the Part 10 file that was stored
 * @param header of the file
 */
public record StoredSample(Path file, Attributes header, String transferSyntaxUid) {

    private static final Origin ORIGIN = new Origin(Origin.Door.UPLOAD, "test", "");

    /**
     * Stores a sample. Where another encoding of it is there already, it gets a SOP Instance UID of its own.
     *
     * @param folder for files with another UID
     * @return empty when the archive refuses it
     */
    public static Optional<StoredSample> store(Archive archive, Path sample, Path folder) throws IOException {
        try {
            if (put(archive, sample) != StoreOutcome.QUARANTINED) {
                return Optional.of(of(sample));
            }
            Path own = withOwnUid(sample, folder);
            put(archive, own);
            return Optional.of(of(own));
        } catch (RefusedException | DicomFormatException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * What became of a sample.
     *
     * @param refusal the reason's name; empty when it was stored
     * @param why     in words
     */
    record Intake(Optional<StoredSample> stored, String refusal, String why) {
    }

    /** Stores a sample as above; a well-formed one gets the UIDs that it lacks. */
    static Intake takeIn(Archive archive, Path sample, Path folder) throws IOException {
        try {
            if (put(archive, sample) != StoreOutcome.QUARANTINED) {
                return new Intake(Optional.of(of(sample)), "", "");
            }
            return takenIn(archive, withOwnUid(sample, folder));
        } catch (RefusedException e) {
            return e.reason() == RefusedException.Reason.DATA_SET_MISMATCH
                    && !Samples.name(sample).startsWith("malformed/") ? takenIn(archive, withOwnUid(sample, folder))
                    : new Intake(Optional.empty(), e.reason().name(), e.getMessage());
        } catch (DicomFormatException e) {
            return new Intake(Optional.empty(), RefusedException.Reason.CANNOT_UNDERSTAND.name(), e.getMessage());
        }
    }

    private static Intake takenIn(Archive archive, Path own) throws IOException {
        try {
            put(archive, own);
            return new Intake(Optional.of(of(own)), "", "");
        } catch (RefusedException e) {
            return new Intake(Optional.empty(), e.reason().name(), e.getMessage());
        }
    }

    private static StoredSample of(Path file) throws IOException {
        Part10File opened = Part10File.open(file);
        return new StoredSample(file, opened.header(), opened.meta().transferSyntaxUid());
    }

    private static StoreOutcome put(Archive archive, Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            Part10.Opened opened = Part10.open(in);
            Attributes header = Part10File.open(file).header();
            return archive.store(ORIGIN, new AnnouncedInstance(header.getString(Tag.SOPClassUID),
                    header.getString(Tag.SOPInstanceUID), opened.meta().transferSyntaxUid()), opened.dataSet());
        }
    }

    private static Path withOwnUid(Path sample, Path folder) throws IOException {
        Part10File original = Part10File.open(sample);
        Attributes header = original.header();
        String uid = "2.25." + Integer.toUnsignedString(sample.toString().hashCode());
        header.setString(Tag.SOPInstanceUID, VR.UI, uid);
        for (int tag : new int[] {Tag.StudyInstanceUID, Tag.SeriesInstanceUID}) {
            if (!header.containsValue(tag)) {
                header.setString(tag, VR.UI, uid + "." + Tag.element(tag));
            }
        }
        if (!header.containsValue(Tag.SOPClassUID)) {
            header.setString(Tag.SOPClassUID, VR.UI, original.meta().mediaStorageSopClassUid()
                    .orElse(UID.SecondaryCaptureImageStorage));
        }
        Path own = folder.resolve(uid + ".dcm");
        String syntax = original.meta().transferSyntaxUid();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(own))) {
            Part10.writeHeader(out, FileMeta.of(header.getString(Tag.SOPClassUID), uid, syntax));
            write(original, header, TransferSyntax.of(syntax), out);
        }
        return own;
    }

    private static void write(Part10File original, Attributes header, TransferSyntax syntax, OutputStream out)
            throws IOException {
        if (syntax.deflated()) {
            DeflaterOutputStream deflated = new DeflaterOutputStream(out, new Deflater(Deflater.DEFAULT_COMPRESSION, true));
            new DicomOutputStream(deflated, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, original.bulkDataSource())
                    .writeDataSet(header);
            deflated.finish();
        } else {
            new DicomOutputStream(out, syntax, original.bulkDataSource()).writeDataSet(header);
        }
    }

    String study() {
        return header.getString(Tag.StudyInstanceUID);
    }

    String series() {
        return header.getString(Tag.SeriesInstanceUID);
    }

    String instance() {
        return header.getString(Tag.SOPInstanceUID);
    }

    /** Address of the series. */
    String seriesPath() {
        return "/dicom-web/studies/" + study() + "/series/" + series();
    }

    /** Address of the instance. */
    String path() {
        return seriesPath() + "/instances/" + instance();
    }
}
