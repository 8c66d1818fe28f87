package org.hospitalviewer.dicom.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.BulkData;
import org.hospitalviewer.dicom.data.ElementVisitor;
import org.hospitalviewer.dicom.data.Fragments;
import org.hospitalviewer.dicom.data.Sequence;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;

/** The elements of a file as lines: path, VR, bytes, CRC-32 of the value in little-endian order. */
final class ElementLines implements ElementVisitor<IOException> {
    private static final int DELIMITER_BYTES = 8;

    private final String path;
    private final BulkDataSource source;
    private final boolean bigEndian;
    private final List<String> lines;

    private ElementLines(String path, BulkDataSource source, boolean bigEndian, List<String> lines) {
        this.path = path;
        this.source = source;
        this.bigEndian = bigEndian;
        this.lines = lines;
    }

    static List<String> of(Part10File file) throws IOException {
        List<String> lines = new ArrayList<>();
        boolean bigEndian = file.meta().transferSyntax().bigEndian();
        file.header().accept(new ElementLines("", file.bulkDataSource(), bigEndian, lines));
        return lines;
    }

    private void line(int tag, VR vr, long length, String checksum) {
        lines.add(path + Tag.toString(tag) + '\t' + vr + '\t' + length + '\t' + checksum);
    }

    @Override
    public void bytes(int tag, VR vr, byte[] value) {
        line(tag, vr, value.length, checksum(value));
    }

    private static String checksum(byte[] value) {
        CRC32 checksum = new CRC32();
        checksum.update(value);
        return String.format("%08x", checksum.getValue());
    }

    @Override
    public void sequence(int tag, Sequence sequence) throws IOException {
        line(tag, VR.SQ, sequence.size(), "");
        int number = 0;
        for (Attributes item : sequence) {
            String itemPath = path + Tag.toString(tag) + '/' + ++number + '/';
            item.accept(new ElementLines(itemPath, source, bigEndian, lines));
        }
    }

    @Override
    public void bulkData(int tag, BulkData value) throws IOException {
        line(tag, value.vr(), value.length(), checksum(read(value.offset(), value.length(), value.vr())));
    }

    /** Without the delimiter, as pydicom has it. */
    @Override
    public void fragments(int tag, Fragments value) throws IOException {
        long length = value.length() - DELIMITER_BYTES;
        line(tag, value.vr(), length, checksum(read(value.offset(), length, VR.OB)));
    }

    private byte[] read(long offset, long length, VR vr) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        source.copy(offset, length, bytes);
        byte[] value = bytes.toByteArray();
        if (bigEndian) {
            ByteSwap.inPlace(value, vr);
        }
        return value;
    }
}
