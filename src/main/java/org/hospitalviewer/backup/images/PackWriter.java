package org.hospitalviewer.backup.images;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import net.lingala.zip4j.io.outputstream.ZipOutputStream;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import net.lingala.zip4j.model.enums.CompressionLevel;
import net.lingala.zip4j.model.enums.CompressionMethod;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.hospitalviewer.archive.HeldFile;
import org.hospitalviewer.backup.file.RecoveryKey;
import org.hospitalviewer.dicom.data.TransferSyntax;

/** Writes a pack of images as it comes: a ZIP whose entries are DICOM files, each encrypted with AES-256. */
final class PackWriter {

    /** First words of the ZIP's comment, before the identification of the key; what other programs show. */
    static final String COMMENT = "Hospital DICOM Viewer Pro images, pack key ";
    static final String SUFFIX = ".dcm";

    private static final int BUFFER_BYTES = 64 * 1024;

    private final ZipOutputStream zip;
    private final RecoveryKey key;

    PackWriter(OutputStream out, RecoveryKey key) throws IOException {
        this.zip = new ZipOutputStream(new BufferedOutputStream(out, BUFFER_BYTES), key.text().toCharArray());
        this.key = key;
    }

    /** @throws java.nio.file.NoSuchFileException when its file is gone; the pack is as it was before */
    void add(HeldFile image) throws IOException {
        try (InputStream file = Files.newInputStream(image.file())) {
            zip.putNextEntry(parameters(image));
            file.transferTo(zip);
            zip.closeEntry();
        }
    }

    /** Pixels that are compressed already are not compressed again. */
    private static ZipParameters parameters(HeldFile image) throws IOException {
        ZipParameters parameters = new ZipParameters();
        parameters.setFileNameInZip(image.sha256() + SUFFIX);
        parameters.setEncryptFiles(true);
        parameters.setEncryptionMethod(EncryptionMethod.AES);
        parameters.setAesKeyStrength(AesKeyStrength.KEY_STRENGTH_256);
        parameters.setCompressionLevel(CompressionLevel.FASTEST);
        if (TransferSyntax.of(image.transferSyntaxUid()).encapsulated()) {
            parameters.setCompressionMethod(CompressionMethod.STORE);
            parameters.setEntrySize(Files.size(image.file()));
        }
        return parameters;
    }

    /** Writes the end of the ZIP. */
    void finish() throws IOException {
        zip.setComment(COMMENT + key.id());
        zip.close();
    }
}
