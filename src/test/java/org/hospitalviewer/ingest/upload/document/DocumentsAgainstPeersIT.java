package org.hospitalviewer.ingest.upload.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.hospitalviewer.peers.Dcmtk;
import org.hospitalviewer.peers.Python;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others make of objects that were documents. */
class DocumentsAgainstPeersIT {

    @TempDir
    private Path folder;

    private String made(String name, byte[] document) throws Exception {
        Path file = Files.write(folder.resolve(name), document);
        Path target = folder.resolve(name + ".dcm");
        new DocumentObject(null).write(FileKind.of(document), file, DocumentObjectTest.details(true),
                DocumentKey.of(name, Instant.EPOCH), target);
        return target.toString();
    }

    @Test
    void dcmtkReadsEachOfThem() throws Exception {
        assertThat(Dcmtk.run("dcmdump", made("a.pdf", Documents.pdf())).text())
                .contains("EncapsulatedPDFStorage", "application/pdf", "Wound, left shin");
        assertThat(Dcmtk.run("dcmdump", made("a.jpg", Documents.jpeg(false))).text())
                .contains("VLPhotographicImageStorage", "JPEGBaseline", "YBR_FULL_422", "PixelSequence #=2");
        assertThat(Dcmtk.run("dcmdump", made("turned.jpg", Documents.jpegTurned(6))).text())
                .contains("LittleEndianExplicit", "[RGB]", "ISO_10918_1");
        assertThat(Dcmtk.run("dcmdump", made("a.mp4", Documents.film())).text())
                .contains("VideoPhotographicImageStorage", "YBR_PARTIAL_420", "(0018,1063)");
    }

    @Test
    void dcmtkDecodesThePhotograph() throws Exception {
        Dcmtk.Output decoded = Dcmtk.run("dcmdjpeg", made("a.jpg", Documents.jpeg(false)), folder.resolve("out").toString());
        assertThat(decoded.exit()).as(decoded.text()).isZero();
    }

    @Test
    void pydicomFindsTheSamePictureAndThePatient() throws Exception {
        String statement = "import sys, pydicom\nsys.stdout.reconfigure(encoding='utf-8')\n"
                + "for name in sys.argv[1:]:\n ds = pydicom.dcmread(name)\n"
                + " print(ds.PatientName, ds.Modality, ds.file_meta.TransferSyntaxUID.name, len(ds.get('PixelData', b'')))\n";
        String text = Python.withPydicom().run(List.of(), "-c", statement, made("a.pdf", Documents.pdf()),
                made("a.png", Documents.png()), made("a.mp4", Documents.film()));
        assertThat(text).contains("M\u00fcller^\u00c4nne DOC Explicit VR Little Endian 0",
                "M\u00fcller^\u00c4nne XC Explicit VR Little Endian " + 3 * Documents.WIDTH * Documents.HEIGHT,
                "M\u00fcller^\u00c4nne XC MPEG-4 AVC/H.264 High Profile / Level 4.1");
    }
}
