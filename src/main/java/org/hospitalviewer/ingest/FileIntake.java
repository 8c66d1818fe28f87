package org.hospitalviewer.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.hospitalviewer.archive.AnnouncedInstance;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.Origin;
import org.hospitalviewer.archive.RefusedException;
import org.hospitalviewer.archive.StoreOutcome;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.io.DicomFormatException;
import org.hospitalviewer.dicom.io.FileMeta;
import org.hospitalviewer.dicom.io.Part10;
import org.springframework.stereotype.Component;

/** Takes files in the format of PS3.10 into the archive, one at a time. */
@Component
public class FileIntake {

    private final Archive archive;

    FileIntake(Archive archive) {
        this.archive = archive;
    }

    /**
     * Returns when what was taken is durable. What old files do not say in their meta information, or without one, the
     * data set says.
     *
     * @param origin who brings it
     * @param file   read to its end, left open
     * @throws RefusedException only because nothing can be stored now; the same file may be taken later
     * @throws IOException      the file cannot be read
     */
    public FileVerdict take(Origin origin, InputStream file) throws IOException {
        Described object;
        try {
            object = describe(Part10.open(file));
        } catch (DicomFormatException e) {
            return FileVerdict.refused("", e.getMessage());
        }
        String sopInstanceUid = object.announced().sopInstanceUid();
        try {
            return accepted(archive.store(origin, object.announced(), object.dataSet()), sopInstanceUid);
        } catch (RefusedException e) {
            return switch (e.reason()) {
                case OUT_OF_RESOURCES -> throw e;
                case CANNOT_UNDERSTAND, DATA_SET_MISMATCH -> FileVerdict.refused(sopInstanceUid, e.getMessage());
            };
        }
    }

    private record Described(AnnouncedInstance announced, InputStream dataSet) {
    }

    private static Described describe(Part10.Opened opened) throws IOException {
        FileMeta meta = opened.meta();
        Optional<String> sopClass = meta.mediaStorageSopClassUid();
        Optional<String> sopInstance = meta.mediaStorageSopInstanceUid();
        if (sopClass.isPresent() && sopInstance.isPresent()) {
            return new Described(new AnnouncedInstance(sopClass.get(), sopInstance.get(), meta.transferSyntaxUid()),
                    opened.dataSet());
        }
        HeaderAhead ahead = HeaderAhead.of(opened.dataSet(), meta.transferSyntax());
        return new Described(new AnnouncedInstance(
                sopClass.orElse(ahead.header().getString(Tag.SOPClassUID, "")),
                sopInstance.orElse(ahead.header().getString(Tag.SOPInstanceUID, "")), meta.transferSyntaxUid()),
                ahead.dataSet());
    }

    private static FileVerdict accepted(StoreOutcome outcome, String sopInstanceUid) {
        return new FileVerdict(switch (outcome) {
            case STORED -> FileVerdict.Outcome.IMPORTED;
            case DUPLICATE -> FileVerdict.Outcome.DUPLICATE;
            case QUARANTINED -> FileVerdict.Outcome.QUARANTINED;
        }, sopInstanceUid, "");
    }
}
