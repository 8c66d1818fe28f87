package org.hospitalviewer.demo;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.TransferSyntax;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.dicom.io.DicomOutputStream;
import org.hospitalviewer.dicom.io.FileMeta;
import org.hospitalviewer.dicom.io.Part10;

/** Files of one demo study, from when they are made until they are sent. */
final class DemoFiles implements AutoCloseable {

    private final Path folder;
    private final List<Path> files = new ArrayList<>();

    DemoFiles(Path folder) {
        this.folder = folder;
    }

    void write(Attributes instance) throws IOException {
        Path file = Files.createTempFile(folder, "demo-", ".dcm");
        files.add(file);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            Part10.writeHeader(out, FileMeta.of(instance.getString(Tag.SOPClassUID),
                    instance.getString(Tag.SOPInstanceUID), UID.ExplicitVRLittleEndian));
            new DicomOutputStream(out, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).writeDataSet(instance);
        }
    }

    List<Path> paths() {
        return List.copyOf(files);
    }

    @Override
    public void close() throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
