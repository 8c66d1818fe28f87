package org.hospitalviewer.ingest.folder;

import java.io.IOException;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.io.DicomFormatException;
import org.hospitalviewer.dicom.io.DicomInputStream;
import org.hospitalviewer.dicom.io.Part10;
import org.hospitalviewer.dicom.io.ReadOptions;

/**
 * Beside each compressed image an Orthanc keeps a copy that ends before the pixels. It has the UIDs of the image, whose
 * place in the archive it must not take.
 */
final class OrthancExtract {

    private OrthancExtract() {
    }

    /** Whether the file is one: describes a picture and ends where that would begin. */
    static boolean isOne(SourceFile file) throws IOException {
        if (!OrthancFile.isOne(file.file())) {
            return false;
        }
        try (OpenedFile opened = OpenedFile.open(file)) {
            Part10.Opened part10 = Part10.open(opened.in());
            DicomInputStream in = new DicomInputStream(part10.dataSet(), part10.meta().transferSyntax(),
                    ReadOptions.DEFAULT.withStopBeforePixelData());
            Attributes header = in.readDataSet();
            return header.contains(Tag.Rows) && part10.dataSetOffset() + in.position() >= opened.length();
        } catch (DicomFormatException e) {
            return false; // refused for that
        }
    }
}
