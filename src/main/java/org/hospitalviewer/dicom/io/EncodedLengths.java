package org.hospitalviewer.dicom.io;

import java.util.IdentityHashMap;
import java.util.Map;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.BulkData;
import org.hospitalviewer.dicom.data.ElementVisitor;
import org.hospitalviewer.dicom.data.Fragments;
import org.hospitalviewer.dicom.data.Sequence;
import org.hospitalviewer.dicom.data.VR;

/** Counts beforehand the bytes that items and sequences take, so that their lengths can be written first. */
final class EncodedLengths {
    private static final int ITEM_HEADER_BYTES = 8;
    private static final int DELIMITER_BYTES = 8;

    private final boolean explicitVr;
    private final Map<Object, Long> lengths = new IdentityHashMap<>();

    EncodedLengths(boolean explicitVr) {
        this.explicitVr = explicitVr;
    }

    /** Bytes of an item's or data set's elements, without item header and delimiter. */
    long of(Attributes attributes) {
        Long known = lengths.get(attributes);
        return known != null ? known : count(attributes);
    }

    /** Bytes of a sequence's value: all items, without the sequence delimiter. */
    long of(Sequence sequence) {
        Long known = lengths.get(sequence);
        if (known != null) {
            return known;
        }
        long sum = 0;
        for (Attributes item : sequence) {
            sum += ITEM_HEADER_BYTES + of(item) + (item.isUndefinedLength() ? DELIMITER_BYTES : 0);
        }
        lengths.put(sequence, sum);
        return sum;
    }

    static long even(long length) {
        return length + (length & 1);
    }

    /** Bytes of an element header (PS3.5 7.1.2, 7.1.3). */
    int header(VR vr) {
        return explicitVr && vr.hasLongHeader() ? 12 : 8;
    }

    private long count(Attributes attributes) {
        Count count = new Count();
        attributes.accept(count);
        lengths.put(attributes, count.sum);
        return count.sum;
    }

    private final class Count implements ElementVisitor<RuntimeException> {
        private long sum;

        @Override
        public void bytes(int tag, VR vr, byte[] value) {
            sum += header(DicomOutputStream.encodedVr(vr, value.length)) + even(value.length);
        }

        @Override
        public void sequence(int tag, Sequence sequence) {
            sum += header(VR.SQ) + of(sequence) + (sequence.isUndefinedLength() ? DELIMITER_BYTES : 0);
        }

        @Override
        public void bulkData(int tag, BulkData value) {
            sum += header(value.vr()) + even(value.length());
        }

        @Override
        public void fragments(int tag, Fragments value) {
            sum += header(value.vr()) + value.length();
        }
    }
}
