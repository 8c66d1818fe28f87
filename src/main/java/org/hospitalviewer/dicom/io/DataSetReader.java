package org.hospitalviewer.dicom.io;

import java.io.IOException;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.BulkData;
import org.hospitalviewer.dicom.data.Dictionary;
import org.hospitalviewer.dicom.data.Fragments;
import org.hospitalviewer.dicom.data.Sequence;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.TransferSyntax;
import org.hospitalviewer.dicom.data.VR;

/** Reads the elements of one data set (PS3.5 7.1, 7.5, A.4), within limits. */
final class DataSetReader {
    private static final int UNDEFINED_LENGTH = -1;
    private static final byte[] EMPTY = {};

    private final ByteSource source;
    private final ReadOptions options;
    private final ReadLimits limits;
    private boolean explicitVr;
    private int pixelRepresentation;
    private int elementCount;
    private long heldBytes;
    private boolean stopped;
    /** Header of the element at hand. */
    private int tag;
    private VR vr;
    private int declaredLength;

    DataSetReader(ByteSource source, TransferSyntax transferSyntax, ReadOptions options) {
        this.source = source;
        this.options = options;
        this.limits = options.limits();
        this.explicitVr = transferSyntax.explicitVr();
        source.setBigEndian(transferSyntax.bigEndian());
    }

    /** Reads elements to the end of the source. */
    Attributes read() throws IOException {
        Attributes attributes = new Attributes();
        checkFirstElement();
        while (!stopped && source.position() < source.end() && source.hasAhead(1)) {
            if (isZeroPadding()) {
                break;
            }
            readHeader();
            if (Tag.group(tag) == 0xFFFE) {
                throw broken("stands outside of any sequence");
            }
            readElement(attributes, source.end(), 0);
        }
        attributes.trim();
        return attributes;
    }

    /**
     * Reads the elements of one group, as file meta information and commands are; stops before the first of another.
     */
    Attributes readGroup(int group) throws IOException {
        Attributes attributes = new Attributes();
        while (source.hasAhead(8) && source.peekUnsignedShort(0) == group) {
            readHeader();
            readElement(attributes, source.end(), 0);
        }
        attributes.trim();
        return attributes;
    }

    /** Implicit VR whose first length is two letters is explicit VR in truth: better to say so than to misread. */
    private void checkFirstElement() throws IOException {
        if (!explicitVr && source.hasAhead(8) && VR.of(source.peek(4), source.peek(5)) != null) {
            throw new DicomFormatException("The data set is declared implicit VR but is encoded with explicit VR");
        }
    }

    /** Some writers pad the file with zeros behind the last element. */
    private boolean isZeroPadding() throws IOException {
        if (source.position() == 0 || source.hasAhead(8) && (source.peekInt(0) != 0 || source.peekInt(4) != 0)) {
            return false;
        }
        while (source.hasAhead(1)) {
            if (source.peek(0) != 0) {
                throw new DicomFormatException("Bytes that are no DICOM element at byte " + source.position());
            }
            source.advance(1);
        }
        return true;
    }

    private void readHeader() throws IOException {
        need(8);
        tag = Tag.of(source.peekUnsignedShort(0), source.peekUnsignedShort(2));
        if (++elementCount > limits.maxElements()) {
            throw new DicomFormatException("The data set has more than " + limits.maxElements()
                    + " elements and items");
        }
        if (Tag.group(tag) == 0xFFFE) {
            vr = null;
            endHeader(8, source.peekInt(4));
        } else if (explicitVr) {
            readExplicitVr();
        } else {
            vr = Dictionary.vr(tag, pixelRepresentation);
            endHeader(8, source.peekInt(4));
        }
    }

    private void readExplicitVr() throws IOException {
        int first = source.peek(4);
        int second = source.peek(5);
        vr = VR.of(first, second);
        boolean longHeader = vr == null ? isUnknownLongHeader(first, second) : vr.hasLongHeader();
        if (vr == null) {
            vr = first == ' ' ? Dictionary.vr(tag, pixelRepresentation) : VR.UN;
        }
        if (longHeader) {
            need(12);
            endHeader(12, source.peekInt(8));
        } else {
            endHeader(8, source.peekUnsignedShort(6));
        }
    }

    /**
     * A VR of a later edition has the long header (PS3.5 6.2.2); those who invent one often write the short. Some
     * scanners write two spaces for a VR that depends on Pixel Representation.
     */
    private boolean isUnknownLongHeader(int first, int second) throws DicomFormatException {
        if (first == ' ' && second == ' ' && !Dictionary.vr(tag).hasLongHeader()) {
            return false;
        }
        if (first < 'A' || first > 'Z' || second < 'A' || second > 'Z') {
            throw broken("has no value representation: the data set is damaged or not encoded as declared");
        }
        return source.peekUnsignedShort(6) == 0;
    }

    private void endHeader(int headerBytes, int length) {
        source.advance(headerBytes);
        declaredLength = length;
    }

    private void readElement(Attributes into, long end, int depth) throws IOException {
        if (options.stopBeforePixelData() && depth == 0 && Tag.isPixelData(tag)) {
            stopped = true;
        } else if (declaredLength == UNDEFINED_LENGTH) {
            readUndefinedLength(into, end, depth);
        } else {
            long length = Integer.toUnsignedLong(declaredLength);
            checkRoom(length, end);
            readDefinedLength(into, length, depth);
        }
    }

    private void readUndefinedLength(Attributes into, long end, int depth) throws IOException {
        if (vr == VR.SQ || vr == VR.UN || !explicitVr && !Tag.isPixelData(tag)) {
            Sequence sequence = into.newSequence(tag);
            sequence.setUndefinedLength(true);
            readSequenceAs(sequence, vr == VR.UN, end, true, depth + 1);
        } else if (vr == VR.OB || vr == VR.OW) {
            into.setFragments(tag, readFragments(end));
        } else {
            throw broken("has undefined length, which VR " + vr + " must not have");
        }
    }

    private void readDefinedLength(Attributes into, long length, int depth) throws IOException {
        if (vr == VR.SQ && isItemAhead(length)) {
            readSequenceAs(into.newSequence(tag), false, source.position() + length, false, depth + 1);
        } else if (length > 0 && Tag.isPixelData(tag) || isBulk(length)) {
            into.setBulkData(tag, vr, new BulkData(vr, source.position(), length));
            skip(length);
        } else {
            readValue(into, length, depth);
        }
    }

    private boolean isBulk(long length) {
        return vr.isBulk() && length > options.bulkThresholdBytes() && (vr != VR.UN || Dictionary.vr(tag) != VR.SQ);
    }

    /**
     * An implicit VR data set may hold, under a tag that is a sequence now, what an old edition allowed: kept as UN.
     */
    private boolean isItemAhead(long length) throws IOException {
        if (explicitVr || length == 0) {
            return true;
        }
        boolean item = length >= 8 && source.hasAhead(4)
                && Tag.of(source.peekUnsignedShort(0), source.peekUnsignedShort(2)) == Tag.Item;
        if (!item) {
            vr = VR.UN;
        }
        return item;
    }

    private void readValue(Attributes into, long length, int depth) throws IOException {
        byte[] value = hold(length);
        if (source.isBigEndian()) {
            ByteSwap.inPlace(value, vr);
        }
        if (tag == Tag.PixelRepresentation && value.length >= 1) {
            pixelRepresentation = value[0];
        }
        if (vr != VR.UN || !isSequenceInUn(into, value, depth)) {
            into.setBytes(tag, vr, value);
        }
    }

    /** A sequence that passed through somebody who did not know it: implicit VR little endian (PS3.5 6.2.2). */
    private boolean isSequenceInUn(Attributes into, byte[] value, int depth) throws IOException {
        if (value.length < 8 || Dictionary.vr(tag) != VR.SQ) {
            return false;
        }
        ReadLimits rest = new ReadLimits(limits.maxDepth(), limits.maxElements() - elementCount,
                limits.maxHeaderBytes(), limits.maxInflatedBytes());
        ByteSource bytes = ByteSource.of(value, source.position() - value.length);
        DataSetReader reader = new DataSetReader(bytes, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN,
                options.withLimits(rest));
        try {
            reader.readSequence(into.newSequence(tag), bytes.end(), false, depth + 1);
        } catch (DicomFormatException e) {
            // It is no sequence after all: its bytes take the place.
            return false;
        }
        elementCount += reader.elementCount;
        return true;
    }

    private byte[] hold(long length) throws IOException {
        heldBytes += length;
        if (heldBytes > limits.maxHeaderBytes()) {
            throw broken("of " + length + " bytes makes the header longer than the limit of "
                    + limits.maxHeaderBytes() + " bytes");
        }
        if (length == 0) {
            return EMPTY;
        }
        byte[] value = source.read((int) length);
        if (value.length < length) {
            throw cutShort(length, value.length);
        }
        return value;
    }

    private void skip(long length) throws IOException {
        long skipped = source.skip(length);
        if (skipped < length) {
            throw cutShort(length, skipped);
        }
    }

    private void readSequenceAs(Sequence sequence, boolean implicitLittleEndian, long end, boolean delimited, int depth)
            throws IOException {
        boolean outerExplicit = explicitVr;
        boolean outerBigEndian = source.isBigEndian();
        if (implicitLittleEndian) {
            explicitVr = false;
            source.setBigEndian(false);
        }
        readSequence(sequence, end, delimited, depth);
        explicitVr = outerExplicit;
        source.setBigEndian(outerBigEndian);
    }

    private void readSequence(Sequence sequence, long end, boolean delimited, int depth) throws IOException {
        if (depth > limits.maxDepth()) {
            throw broken("is nested deeper than " + limits.maxDepth() + " sequences");
        }
        while (delimited || source.position() < end) {
            readHeader();
            if (tag == Tag.SequenceDelimitationItem && (delimited || source.position() == end)) {
                return;
            }
            if (tag != Tag.Item) {
                throw broken("stands where an item of a sequence is expected");
            }
            readItem(sequence.addItem(), end, depth);
        }
    }

    private void readItem(Attributes item, long end, int depth) throws IOException {
        boolean delimited = declaredLength == UNDEFINED_LENGTH;
        long length = Integer.toUnsignedLong(declaredLength);
        if (!delimited) {
            checkRoom(length, end);
        }
        item.setUndefinedLength(delimited);
        long itemEnd = delimited ? end : source.position() + length;
        while (delimited || source.position() < itemEnd) {
            readHeader();
            if (tag == Tag.ItemDelimitationItem && (delimited || source.position() == itemEnd)) {
                break;
            }
            if (Tag.group(tag) == 0xFFFE) {
                throw broken("stands where an element of an item is expected");
            }
            readElement(item, itemEnd, depth);
        }
        item.trim();
    }

    private Fragments readFragments(long end) throws IOException {
        Fragments fragments = new Fragments(vr, source.position());
        boolean first = true;
        for (readHeader(); tag == Tag.Item; readHeader()) {
            long length = Integer.toUnsignedLong(declaredLength);
            checkRoom(length, end);
            if (first) {
                fragments.basicOffsetTable(hold(length));
            } else {
                fragments.add(source.position(), declaredLength);
                skip(length);
            }
            first = false;
        }
        if (tag != Tag.SequenceDelimitationItem) {
            throw broken("stands where a fragment of pixel data is expected");
        }
        fragments.end(source.position() - fragments.offset());
        return fragments;
    }

    private void checkRoom(long length, long end) throws DicomFormatException {
        long room = end - source.position();
        if (length > room) {
            throw cutShort(length, room);
        }
    }

    private void need(int bytes) throws IOException {
        if (!source.hasAhead(bytes)) {
            throw new DicomFormatException("The data set is cut short: it ends within an element or sequence near byte "
                    + source.position());
        }
    }

    private DicomFormatException cutShort(long declared, long found) {
        return broken("declares " + declared + " bytes, but only " + Math.max(0, found) + " are there");
    }

    private DicomFormatException broken(String what) {
        return new DicomFormatException("Element " + Tag.toDisplay(tag) + " near byte " + source.position()
                + ' ' + what);
    }
}
