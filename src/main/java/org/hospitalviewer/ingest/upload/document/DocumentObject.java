package org.hospitalviewer.ingest.upload.document;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.BulkData;
import org.hospitalviewer.dicom.data.Fragments;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.TransferSyntax;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.dicom.data.VR;
import org.hospitalviewer.dicom.io.BulkDataSource;
import org.hospitalviewer.dicom.io.DicomOutputStream;
import org.hospitalviewer.dicom.io.FileMeta;
import org.hospitalviewer.dicom.io.Part10;
import org.springframework.stereotype.Component;

/** Makes DICOM files of documents. Films and PDFs are copied through; of pictures that must be decoded one is held at a time. */
@Component
public class DocumentObject {

    private static final int ENCAPSULATED_DOCUMENT_LENGTH = Tag.of(0x0042, 0x0015);
    private static final String DOCUMENT = "DOC";

    private final Archive archive;

    DocumentObject(Archive archive) {
        this.archive = archive;
    }

    /**
     * Writes the object.
     *
     * @param kind   of the document, by its bytes
     * @param key    the same for each attempt to store the same document
     * @param target is replaced
     * @throws UnfitDocumentException when no object can be made of it
     */
    public synchronized void write(FileKind kind, Path document, DocumentDetails details, DocumentKey key, Path target)
            throws IOException, UnfitDocumentException {
        switch (kind) {
            case PDF -> writePdf(document, details, key, target);
            case JPEG -> writeJpeg(document, details, key, target);
            case PNG -> writeDecoded(DecodedPicture.read(document, "png", 1), head(details, key), target);
            case MP4 -> writeFilm(document, details, key, target);
            case OBJECT, ZIP -> throw new UnfitDocumentException("This is no PDF, JPEG, PNG or MP4.");
        }
    }

    /** Encapsulated Document module (PS3.3 C.24.2). */
    private void writePdf(Path document, DocumentDetails details, DocumentKey key, Path target)
            throws IOException, UnfitDocumentException {
        PdfFile.check(document);
        long length = Files.size(document);
        Attributes object = DocumentHead.of(archive, details, key, UID.EncapsulatedPDFStorage, DOCUMENT);
        object.setString(Tag.ConversionType, VR.CS, "WSD");
        object.setEmpty(Tag.AcquisitionDateTime, VR.DT);
        object.setString(Tag.BurnedInAnnotation, VR.CS, "YES");
        object.setString(Tag.DocumentTitle, VR.ST, details.title());
        object.newSequence(Tag.ConceptNameCodeSequence);
        object.setString(Tag.MIMETypeOfEncapsulatedDocument, VR.LO, "application/pdf");
        object.setInt(ENCAPSULATED_DOCUMENT_LENGTH, VR.UL, (int) length);
        object.setBulkData(Tag.EncapsulatedDocument, VR.OB, new BulkData(VR.OB, 0, length));
        write(object, UID.ExplicitVRLittleEndian, (_, count, out) -> FileFragment.copy(document, count, out), target);
    }

    private Attributes head(DocumentDetails details, DocumentKey key) throws IOException, UnfitDocumentException {
        return Picture.head(archive, details, key);
    }

    /** Baseline is kept as it is; what is turned or coded otherwise is decoded, so that every viewer shows it upright. */
    private void writeJpeg(Path document, DocumentDetails details, DocumentKey key, Path target)
            throws IOException, UnfitDocumentException {
        JpegFile jpeg = JpegFile.read(document);
        if (jpeg.bits() != 8 || jpeg.components() != 1 && jpeg.components() != 3 || jpeg.rows() == 0
                || jpeg.columns() == 0) {
            throw new UnfitDocumentException("The JPEG is coded in a way that DICOM viewers do not know. Save it anew as an"
                    + " ordinary colour JPEG.");
        }
        Attributes object = head(details, key);
        Picture.addLoss(object, "ISO_10918_1", (double) jpeg.rows() * jpeg.columns() * jpeg.components() / jpeg.length());
        if (jpeg.process() != JpegFile.BASELINE || jpeg.orientation() != 1) {
            writeDecoded(DecodedPicture.read(document, "jpeg", jpeg.orientation()), object, target);
            return;
        }
        DecodedPicture.check(document, "jpeg");
        Picture.addPixels(object, jpeg.rows(), jpeg.columns(), jpeg.components(), photometric(jpeg));
        writeFragment(object, UID.JPEGBaseline8Bit, new FileFragment(document, jpeg.length()), target);
    }

    /** PS3.5 8.2.1. */
    private static String photometric(JpegFile jpeg) {
        if (jpeg.components() == 1) {
            return "MONOCHROME2";
        }
        if (jpeg.rgb()) {
            return "RGB";
        }
        return jpeg.subsampled() ? "YBR_FULL_422" : "YBR_FULL";
    }

    private static void writeDecoded(DecodedPicture picture, Attributes object, Path target) throws IOException {
        Picture.addPixels(object, picture.rows(), picture.columns(), 3, "RGB");
        object.setBulkData(Tag.PixelData, VR.OB, new BulkData(VR.OB, 0, picture.bytes()));
        write(object, UID.ExplicitVRLittleEndian, (_, _, out) -> picture.writeTo(out), target);
    }

    private void writeFilm(Path document, DocumentDetails details, DocumentKey key, Path target)
            throws IOException, UnfitDocumentException {
        Mp4Film film = Mp4Film.read(document);
        long length = Files.size(document);
        if (!FileFragment.fits(length)) {
            throw new UnfitDocumentException("The film is longer than 4 GB.");
        }
        Attributes object = Film.describe(archive, details, key, film);
        Picture.addLoss(object, "ISO_14496_10", 3.0 * film.rows() * film.columns() * film.frames() / length);
        writeFragment(object, film.transferSyntaxUid(), new FileFragment(document, length), target);
    }

    private static void writeFragment(Attributes object, String syntax, FileFragment fragment, Path target)
            throws IOException {
        object.setFragments(Tag.PixelData, new Fragments(VR.OB, 0));
        write(object, syntax, (_, _, out) -> fragment.writeTo(out), target);
    }

    private static void write(Attributes object, String syntax, BulkDataSource bulk, Path target) throws IOException {
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(target), 1 << 16)) {
            Part10.writeHeader(file, FileMeta.of(object.getString(Tag.SOPClassUID), object.getString(Tag.SOPInstanceUID),
                    syntax));
            new DicomOutputStream(file, TransferSyntax.of(syntax), bulk).writeDataSet(object);
        }
    }
}
