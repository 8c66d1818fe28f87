package org.hospitalviewer.ingest.upload;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.ArchiveQuery;
import org.hospitalviewer.archive.Match;
import org.hospitalviewer.archive.Origin;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.archive.RefusedException;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.io.DicomInputStream;
import org.hospitalviewer.dicom.io.Part10;
import org.hospitalviewer.dicom.io.ReadOptions;
import org.hospitalviewer.ingest.FileIntake;
import org.hospitalviewer.ingest.FileVerdict;
import org.hospitalviewer.ingest.upload.document.FileKind;
import org.springframework.stereotype.Component;

/** Takes one file into the archive and remembers to which study it went. */
@Component
class FileTaking {

    private static final String DICOMDIR = "DICOMDIR";
    /** The Study Instance UID of a usual object lies within this. */
    private static final int LOOKED_AT = 1 << 16;

    private final FileIntake intake;
    private final Archive archive;
    private final UploadAudit audit;

    FileTaking(FileIntake intake, Archive archive, UploadAudit audit) {
        this.intake = intake;
        this.audit = audit;
        this.archive = archive;
    }

    /**
     * Returns when what was taken is durable.
     *
     * @param file read to its end, left open
     * @throws RefusedException only because nothing can be stored now
     * @throws IOException      the file cannot be read
     */
    FileFate take(Origin origin, String path, InputStream file) throws IOException {
        BufferedInputStream ahead = new BufferedInputStream(file, LOOKED_AT);
        FileKind kind = FileKind.of(ahead);
        if (kind == FileKind.ZIP) {
            return FileFate.refused(path, "A ZIP inside of a ZIP is not opened. Unpack it and choose what is in it.");
        }
        if (kind.isDocument()) {
            return FileFate.refused(path, "This is not DICOM but a " + kind
                    + ". Choose it by itself: you are asked then whom it belongs to.");
        }
        if (path.substring(path.lastIndexOf('/') + 1).toUpperCase(Locale.ROOT).equals(DICOMDIR)) {
            return FileFate.refused(path, "This is the table of contents of a disc. The images are in the files beside it.");
        }
        String study = studyOf(ahead);
        FileVerdict verdict = intake.take(origin, ahead);
        FileFate fate = new FileFate(path, verdict.outcome(), verdict.sopInstanceUid(), studyOf(verdict, study),
                verdict.reason());
        audit.brought(origin, fate);
        return fate;
    }

    private String studyOf(FileVerdict verdict, String read) {
        if (verdict.outcome() == FileVerdict.Outcome.REFUSED) {
            return "";
        }
        return read.isEmpty() ? archive.find(ArchiveQuery.of(QueryLevel.IMAGE,
                        List.of(new Match.Equal(Tag.SOPInstanceUID, verdict.sopInstanceUid())), 0, 1)).stream()
                .map(instance -> instance.getString(Tag.StudyInstanceUID, "")).findFirst().orElse("") : read;
    }

    /** Empty where the header is longer than what is looked at. */
    private static String studyOf(BufferedInputStream file) throws IOException {
        file.mark(LOOKED_AT);
        byte[] first = file.readNBytes(LOOKED_AT);
        file.reset();
        try {
            Part10.Opened opened = Part10.open(new ByteArrayInputStream(first));
            return new DicomInputStream(opened.dataSet(), opened.meta().transferSyntax(),
                    ReadOptions.DEFAULT.withStopBeforePixelData()).readDataSet().getString(Tag.StudyInstanceUID, "");
        } catch (IOException cutShort) {
            return "";
        }
    }
}
