package org.hospitalviewer.archive.embedded;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.TransferSyntax;
import org.hospitalviewer.dicom.io.DicomOutputStream;
import org.hospitalviewer.dicom.io.FileMeta;
import org.hospitalviewer.dicom.io.Part10;
import org.hospitalviewer.dicom.io.Part10File;

/** A file with another header and the same bulk values, in the same transfer syntax. */
final class RewrittenFile {

    private static final int BUFFER_BYTES = 64 * 1024;

    private RewrittenFile() {
    }

    /**
     * Writes the file and returns when it is durable. Its time is that of the file it comes from, by which objects are
     * put into the order of their arrival.
     *
     * @param target place that is free
     * @throws IOException also when the pixels in the new file are not those of the old one; then there is none
     */
    static void write(Part10File from, FileMeta meta, Attributes header, IncomingFile file, Path target)
            throws IOException {
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(file.channel()), BUFFER_BYTES);
        Part10.writeHeader(out, meta);
        TransferSyntax syntax = from.meta().transferSyntax();
        if (syntax.deflated()) {
            writeDeflated(from, header, out);
        } else {
            new DicomOutputStream(out, syntax, from.bulkDataSource()).writeDataSet(header);
        }
        out.flush();
        file.require(written -> {
            if (!PixelDigest.of(Part10File.open(written)).equals(PixelDigest.of(from))) {
                throw new IOException("The pixels did not come through unchanged; the file stays as it was");
            }
            Files.setLastModifiedTime(written, Files.getLastModifiedTime(from.path()));
        });
        file.moveTo(target);
    }

    /** PS3.5 A.5: explicit little endian, deflated without header. */
    private static void writeDeflated(Part10File from, Attributes header, OutputStream out) throws IOException {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            DeflaterOutputStream deflated = new DeflaterOutputStream(out, deflater);
            new DicomOutputStream(deflated, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, from.bulkDataSource())
                    .writeDataSet(header);
            deflated.finish();
        } finally {
            deflater.end();
        }
    }
}
