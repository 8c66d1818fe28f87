package org.hospitalviewer.ingest;

import java.io.IOException;
import java.io.InputStream;
import org.hospitalviewer.archive.AnnouncedInstance;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.Origin;
import org.hospitalviewer.archive.RefusedException;
import org.hospitalviewer.archive.StoreOutcome;
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
     * Returns when what was taken is durable.
     *
     * @param origin who brings it
     * @param file   read to its end, left open
     * @throws RefusedException only because nothing can be stored now; the same file may be taken later
     * @throws IOException      the file cannot be read
     */
    public FileVerdict take(Origin origin, InputStream file) throws IOException {
        Part10.Opened opened;
        try {
            opened = Part10.open(file);
        } catch (DicomFormatException e) {
            return FileVerdict.refused("", e.getMessage());
        }
        FileMeta meta = opened.meta();
        AnnouncedInstance announced = new AnnouncedInstance(meta.mediaStorageSopClassUid().orElse(""),
                meta.mediaStorageSopInstanceUid().orElse(""), meta.transferSyntaxUid());
        try {
            return accepted(archive.store(origin, announced, opened.dataSet()), announced.sopInstanceUid());
        } catch (RefusedException e) {
            return switch (e.reason()) {
                case OUT_OF_RESOURCES -> throw e;
                case CANNOT_UNDERSTAND, DATA_SET_MISMATCH ->
                        FileVerdict.refused(announced.sopInstanceUid(), e.getMessage());
            };
        }
    }

    private static FileVerdict accepted(StoreOutcome outcome, String sopInstanceUid) {
        return new FileVerdict(switch (outcome) {
            case STORED -> FileVerdict.Outcome.IMPORTED;
            case DUPLICATE -> FileVerdict.Outcome.DUPLICATE;
            case QUARANTINED -> FileVerdict.Outcome.QUARANTINED;
        }, sopInstanceUid, "");
    }
}
