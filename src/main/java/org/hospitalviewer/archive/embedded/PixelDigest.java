package org.hospitalviewer.archive.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.hospitalviewer.dicom.data.BulkData;
import org.hospitalviewer.dicom.data.Fragments;
import org.hospitalviewer.dicom.data.PixelDataLocation;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.io.Part10File;

/**
 * Tells whether the pixel data of two files is the same, byte for byte as stored.
 *
 * @param bytes  length of the value, 0 when there is none
 * @param sha256 as hexadecimal digits
 */
record PixelDigest(long bytes, String sha256) {

    static PixelDigest of(Part10File file) throws IOException {
        MessageDigest sha256;
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
        long bytes = 0;
        Optional<PixelDataLocation> pixels = file.pixelData();
        if (pixels.isPresent()) {
            bytes = copy(file, pixels.get(), new DigestOutputStream(OutputStream.nullOutputStream(), sha256));
        } else if (file.header().getBytes(Tag.PixelData) instanceof byte[] held) {
            sha256.update(held);
            bytes = held.length;
        }
        return new PixelDigest(bytes, HexFormat.of().formatHex(sha256.digest()));
    }

    private static long copy(Part10File file, PixelDataLocation pixels, OutputStream out) throws IOException {
        return switch (pixels) {
            case BulkData value -> copy(file, value.offset(), value.length(), out);
            case Fragments value -> copy(file, value.offset(), value.length(), out);
        };
    }

    private static long copy(Part10File file, long offset, long length, OutputStream out) throws IOException {
        file.bulkDataSource().copy(offset, length, out);
        return length;
    }
}
