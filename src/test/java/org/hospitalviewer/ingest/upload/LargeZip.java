package org.hospitalviewer.ingest.upload;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.BulkData;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.TransferSyntax;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.dicom.data.VR;
import org.hospitalviewer.dicom.io.DicomOutputStream;
import org.hospitalviewer.dicom.io.FileMeta;
import org.hospitalviewer.dicom.io.Part10;

/** A ZIP of large multi-frame objects, made anew each time it is written, of the same bytes; it never lies anywhere. */
final class LargeZip {

    static final int OBJECT_MEGABYTES = 160;
    private static final String MULTI_FRAME_GRAYSCALE_WORD_SC = "1.2.840.10008.5.1.4.1.1.7.3";
    private static final int ROWS = 4_096;
    private static final int FRAME_BYTES = ROWS * ROWS * 2;
    private static final int BLOCK = 1 << 20;
    private static final int FRAMES = OBJECT_MEGABYTES * BLOCK / FRAME_BYTES;

    private final String study = Slice.newUid();
    private final String series = Slice.newUid();
    private final List<String> objects = new ArrayList<>();
    private final List<String> sha256 = new ArrayList<>();
    private final byte[] noise = new byte[BLOCK];

    LargeZip(int count) {
        new Random(count).nextBytes(noise);
        for (int i = 0; i < count; i++) {
            objects.add(Slice.newUid());
        }
    }

    String study() {
        return study;
    }

    List<String> objects() {
        return objects;
    }

    /** Of the data sets, in the order of the objects; known after the ZIP was written once. */
    List<String> sha256() {
        return sha256;
    }

    /** Of the ZIP, in bytes. */
    long size() throws IOException {
        long[] size = {0};
        writeTo(new OutputStream() {
            @Override
            public void write(int value) {
                size[0]++;
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                size[0] += length;
            }
        });
        return size[0];
    }

    void writeTo(OutputStream target) throws IOException {
        sha256.clear();
        ZipOutputStream zip = new ZipOutputStream(target);
        zip.setLevel(Deflater.NO_COMPRESSION);
        for (String object : objects) {
            ZipEntry entry = new ZipEntry(object);
            entry.setTime(0);
            zip.putNextEntry(entry);
            Part10.writeHeader(zip, FileMeta.of(MULTI_FRAME_GRAYSCALE_WORD_SC, object, UID.ExplicitVRLittleEndian));
            writeDataSet(object, zip);
        }
        zip.finish();
    }

    private void writeDataSet(String object, OutputStream target) throws IOException {
        DigestOutputStream digested = new DigestOutputStream(target, sha256Digest());
        new DicomOutputStream(digested, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
                (_, _, out) -> writePixels(object, out)).writeDataSet(attributes(object));
        sha256.add(HexFormat.of().formatHex(digested.getMessageDigest().digest()));
    }

    private Attributes attributes(String object) {
        Attributes image = Slice.of(study, series, objects.indexOf(object) + 1, 1).attributes();
        image.setString(Tag.SOPClassUID, VR.UI, MULTI_FRAME_GRAYSCALE_WORD_SC);
        image.setString(Tag.SOPInstanceUID, VR.UI, object);
        image.setInt(Tag.NumberOfFrames, VR.IS, FRAMES);
        image.setInt(Tag.Rows, VR.US, ROWS);
        image.setInt(Tag.Columns, VR.US, ROWS);
        image.setBulkData(Tag.PixelData, VR.OW, new BulkData(VR.OW, 0, (long) FRAMES * FRAME_BYTES));
        return image;
    }

    /** No two blocks are the same, so that none can take the place of another. */
    private void writePixels(String object, OutputStream out) throws IOException {
        byte[] block = noise.clone();
        for (int i = 0; i < OBJECT_MEGABYTES; i++) {
            ByteBuffer.wrap(block).putInt(objects.indexOf(object)).putInt(i);
            out.write(block);
        }
    }

    static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is written goes away in pieces, without those that are there already. */
    static final class InPieces extends OutputStream {

        /** Takes a piece. */
        interface Taker {
            void take(long offset, byte[] piece) throws IOException;
        }

        private static final int PIECE = 4 << 20;

        private final long from;
        private final Taker taker;
        private final ByteArrayOutputStream piece = new ByteArrayOutputStream(PIECE);
        private long written;

        InPieces(long from, Taker taker) {
            this.from = from;
            this.taker = taker;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int passedOver = (int) Math.clamp(from - written, 0, length);
            piece.write(bytes, offset + passedOver, length - passedOver);
            written += length;
            if (piece.size() >= PIECE) {
                flushPiece();
            }
        }

        @Override
        public void close() throws IOException {
            if (piece.size() > 0) {
                flushPiece();
            }
        }

        private void flushPiece() throws IOException {
            taker.take(written - piece.size(), piece.toByteArray());
            piece.reset();
        }
    }
}
