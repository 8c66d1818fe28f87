package org.hospitalviewer.dicom.io;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.BulkData;
import org.hospitalviewer.dicom.data.ElementVisitor;
import org.hospitalviewer.dicom.data.Fragments;
import org.hospitalviewer.dicom.data.Sequence;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.TransferSyntax;
import org.hospitalviewer.dicom.data.VR;

/**
 * Writes data sets (PS3.5 7). Sequences and items get a defined or undefined length as each says of itself, values are
 * padded to even length. Bulk data is copied from its source, which has to hold it in the byte order that is written.
 */
public final class DicomOutputStream implements Closeable, Flushable {
    private static final int MAX_SHORT_LENGTH = 0xFFFE;
    private static final long MAX_LENGTH = 0xFFFFFFFEL;

    private final OutputStream out;
    private final TransferSyntax transferSyntax;
    private final BulkDataSource bulkSource;

    /** Writes data sets whose values are all held. */
    public DicomOutputStream(OutputStream out, TransferSyntax transferSyntax) {
        this(out, transferSyntax, (offset, length, target) -> {
            throw new IOException("The value of " + length + " bytes was not read and cannot be written");
        });
    }

    /**
     * Writes data sets whose bulk data lies in a source.
     *
     * @throws IllegalArgumentException for a deflated transfer syntax: put a deflater around the stream instead
     */
    public DicomOutputStream(OutputStream out, TransferSyntax transferSyntax, BulkDataSource bulkSource) {
        if (transferSyntax.deflated()) {
            throw new IllegalArgumentException(
                    "A deflated data set is written as explicit little endian into a deflater");
        }
        this.out = new BufferedOutputStream(out);
        this.transferSyntax = transferSyntax;
        this.bulkSource = bulkSource;
    }

    /** Writes all elements and flushes. */
    public void writeDataSet(Attributes attributes) throws IOException {
        new Writer(new EncodedLengths(transferSyntax.explicitVr())).elements(attributes);
        out.flush();
    }

    /** A value too long for its short header is written as UN (PS3.5 6.2.2). */
    static VR encodedVr(VR vr, long length) {
        return length > MAX_SHORT_LENGTH && !vr.hasLongHeader() ? VR.UN : vr;
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void writeShort(int value) throws IOException {
        boolean bigEndian = transferSyntax.bigEndian();
        out.write(bigEndian ? value >>> 8 : value);
        out.write(bigEndian ? value : value >>> 8);
    }

    private void writeInt(int value) throws IOException {
        boolean bigEndian = transferSyntax.bigEndian();
        writeShort(bigEndian ? value >>> 16 : value);
        writeShort(bigEndian ? value : value >>> 16);
    }

    private void writeTag(int tag) throws IOException {
        writeShort(Tag.group(tag));
        writeShort(Tag.element(tag));
    }

    private void writeHeader(int tag, VR vr, long length) throws IOException {
        if (length > MAX_LENGTH) {
            throw new IOException("The value of " + Tag.toDisplay(tag) + " is longer than 4 GiB");
        }
        writeHeader(tag, vr, (int) length);
    }

    private void writeHeader(int tag, VR vr, int length) throws IOException {
        writeTag(tag);
        if (!transferSyntax.explicitVr()) {
            writeInt(length);
            return;
        }
        out.write(vr.name().charAt(0));
        out.write(vr.name().charAt(1));
        if (vr.hasLongHeader()) {
            writeShort(0);
            writeInt(length);
        } else {
            writeShort(length);
        }
    }

    private void writeItemHeader(int tag, int length) throws IOException {
        writeTag(tag);
        writeInt(length);
    }

    private final class Writer implements ElementVisitor<IOException> {
        private static final int UNDEFINED_LENGTH = -1;

        private final EncodedLengths lengths;

        private Writer(EncodedLengths lengths) {
            this.lengths = lengths;
        }

        private void elements(Attributes attributes) throws IOException {
            attributes.accept(this);
        }

        @Override
        public void bytes(int tag, VR vr, byte[] value) throws IOException {
            writeHeader(tag, encodedVr(vr, value.length), EncodedLengths.even(value.length));
            byte[] encoded = value;
            if (transferSyntax.bigEndian() && vr.unitBytes() > 1) {
                encoded = value.clone();
                ByteSwap.inPlace(encoded, vr);
            }
            out.write(encoded);
            pad(value.length, vr);
        }

        private void pad(long length, VR vr) throws IOException {
            if ((length & 1) != 0) {
                out.write(vr.paddingByte());
            }
        }

        @Override
        public void sequence(int tag, Sequence sequence) throws IOException {
            boolean delimited = sequence.isUndefinedLength();
            if (delimited) {
                writeHeader(tag, VR.SQ, UNDEFINED_LENGTH);
            } else {
                writeHeader(tag, VR.SQ, lengths.of(sequence));
            }
            for (Attributes item : sequence) {
                item(item);
            }
            if (delimited) {
                writeItemHeader(Tag.SequenceDelimitationItem, 0);
            }
        }

        private void item(Attributes item) throws IOException {
            boolean delimited = item.isUndefinedLength();
            writeItemHeader(Tag.Item, delimited ? UNDEFINED_LENGTH : (int) lengths.of(item));
            elements(item);
            if (delimited) {
                writeItemHeader(Tag.ItemDelimitationItem, 0);
            }
        }

        @Override
        public void bulkData(int tag, BulkData value) throws IOException {
            writeHeader(tag, value.vr(), EncodedLengths.even(value.length()));
            bulkSource.copy(value.offset(), value.length(), out);
            pad(value.length(), value.vr());
        }

        @Override
        public void fragments(int tag, Fragments value) throws IOException {
            writeHeader(tag, value.vr(), UNDEFINED_LENGTH);
            bulkSource.copy(value.offset(), value.length(), out);
        }
    }
}
