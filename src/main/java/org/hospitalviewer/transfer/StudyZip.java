package org.hospitalviewer.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.Content;
import org.hospitalviewer.archive.StoredInstance;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.TransferSyntax;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.dicom.media.DicomDir;

/**
 * A study as a ZIP file: ordinary DICOM media (PS3.10) with a DICOMDIR. Names are counted, never taken from the data, so
 * that no patient's name becomes a path. What cannot be read is named in a text beside the others.
 */
public final class StudyZip {

    private static final String FOLDER = "DICOM";
    private static final String PROBLEMS = "PROBLEMS.TXT";

    private final StudyInstances instances;
    private final String studyUid;

    public StudyZip(Archive archive, String studyUid) {
        this.studyUid = studyUid;
        this.instances = new StudyInstances(archive, studyUid);
    }

    /** Called before each object; throws to stop. */
    @FunctionalInterface
    public interface Step {
        void next(String sopInstanceUid) throws IOException;
    }

    /** Whether there is anything to write. */
    public boolean exists() {
        return instances.count() > 0;
    }

    int count() {
        return instances.count();
    }

    /**
     * Writes the file; ZIP64 where it needs to be (PKWARE APPNOTE 4.3).
     *
     * @return what could not be read, a line for each object
     */
    public List<String> writeTo(OutputStream out, Step step) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.US_ASCII);
        DicomDir directory = new DicomDir(UID.random());
        List<String> problems = new ArrayList<>();
        int seriesNumber = 0;
        for (String series : instances.series()) {
            seriesNumber++;
            int number = 0;
            for (StoredInstance instance : instances.ofSeries(series)) {
                step.next(instance.sopInstanceUid());
                number++;
                String[] fileId = {FOLDER, "SE%06d".formatted(seriesNumber), "IM%06d".formatted(number)};
                add(zip, directory, instance, fileId, problems);
            }
        }
        finish(zip, directory, problems);
        return problems;
    }

    private static void add(ZipOutputStream zip, DicomDir directory, StoredInstance instance, String[] fileId,
                            List<String> problems) throws IOException {
        Attributes header;
        Content file;
        try {
            header = instance.metadata();
            file = instance.file();
        } catch (IOException e) {
            problems.add(instance.sopInstanceUid() + ": " + e.getMessage());
            return;
        }
        boolean compressed = TransferSyntax.of(instance.transferSyntaxUid()).encapsulated();
        zip.setLevel(compressed ? Deflater.NO_COMPRESSION : Deflater.BEST_SPEED);
        zip.putNextEntry(new ZipEntry(String.join("/", fileId)));
        file.transferTo(zip);
        zip.closeEntry();
        directory.add(header, instance.transferSyntaxUid(), fileId);
    }

    private void finish(ZipOutputStream zip, DicomDir directory, List<String> problems) throws IOException {
        if (!problems.isEmpty()) {
            zip.putNextEntry(new ZipEntry(PROBLEMS));
            zip.write(("These objects of the study " + studyUid + " could not be read:\r\n"
                    + String.join("\r\n", problems) + "\r\n").getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        zip.putNextEntry(new ZipEntry("DICOMDIR"));
        directory.writeTo(zip);
        zip.closeEntry();
        zip.finish();
    }
}
