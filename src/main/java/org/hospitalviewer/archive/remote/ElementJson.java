package org.hospitalviewer.archive.remote;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.BulkData;
import org.hospitalviewer.dicom.data.DecimalString;
import org.hospitalviewer.dicom.data.Dictionary;
import org.hospitalviewer.dicom.data.Sequence;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;

/** One element on its way from JSON into a data set (PS3.18 F.2.2): its members are gathered until all are known. */
final class ElementJson {

    /** Where a value lies that only the other server has. */
    private static final long ELSEWHERE = -1;
    /** A DS has 16 characters at most (PS3.5 6.2); servers print doubles with up to 17 digits. */
    private static final int MAX_DECIMAL_CHARACTERS = 16;

    private final Attributes target;
    private final int tag;
    private final List<String> values = new ArrayList<>(1);
    private VR vr;
    private Sequence sequence;
    private byte[] binary;
    private boolean elsewhere;
    private int emptyObjects;

    ElementJson(Attributes target, int tag) {
        this.target = target;
        this.tag = tag;
    }

    void vr(String name) {
        vr = VR.valueOf(name);
    }

    void value(String value) {
        values.add(value);
    }

    void binary(byte[] value) {
        binary = value;
    }

    void elsewhere() {
        elsewhere = true;
    }

    void emptyObject() {
        emptyObjects++;
    }

    /** The next item of what proved to be a sequence. */
    Attributes item() {
        if (sequence == null) {
            sequence = target.newSequence(tag);
        }
        return sequence.addItem();
    }

    /** Puts the element into the data set, whose text stays in UTF-8 whatever character set the server had. */
    void finish() {
        if (tag == Tag.SpecificCharacterSet || Tag.isGroupLength(tag)) {
            return;
        }
        VR known = vr != null ? vr : sequence != null ? VR.SQ : Dictionary.vr(tag);
        if (sequence != null || known == VR.SQ) {
            finishSequence();
        } else if (elsewhere) {
            target.setBulkData(tag, known, new BulkData(known, ELSEWHERE, ELSEWHERE));
        } else if (known.isBulk()) {
            target.setBytes(tag, known, binary == null ? new byte[0] : even(binary));
        } else if (isWithoutValue()) {
            target.setEmpty(tag, known);
        } else {
            finishValues(known);
        }
    }

    private boolean isWithoutValue() {
        return values.stream().allMatch(String::isEmpty);
    }

    private void finishSequence() {
        Sequence items = sequence == null ? target.newSequence(tag) : sequence;
        for (int i = 0; i < emptyObjects; i++) {
            items.addItem();
        }
    }

    private void finishValues(VR known) {
        switch (known) {
            case DS -> target.setString(tag, known, values.stream().map(ElementJson::decimal).toArray(String[]::new));
            case US, SS, UL, SL -> target.setInt(tag, known, values.stream().mapToInt(ElementJson::integer).toArray());
            case FL, FD -> target.setDouble(tag, known, values.stream().mapToDouble(ElementJson::floating).toArray());
            case AT -> target.setBytes(tag, known, tags());
            case SV, UV -> target.setBytes(tag, known, longs());
            default -> target.setString(tag, known, values.toArray(String[]::new));
        }
    }

    private static String decimal(String value) {
        if (value.length() <= MAX_DECIMAL_CHARACTERS) {
            return value;
        }
        try {
            return DecimalString.of(Double.parseDouble(value));
        } catch (NumberFormatException e) {
            return value;
        }
    }

    private static int integer(String value) {
        return value.isEmpty() ? 0 : (int) (long) Double.parseDouble(value);
    }

    private static double floating(String value) {
        return switch (value) {
            case "" -> Double.NaN;
            case "inf", "Infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(value);
        };
    }

    private byte[] tags() {
        ByteBuffer bytes = ByteBuffer.allocate(values.size() * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (String value : values) {
            int named = Integer.parseUnsignedInt(value, 16);
            bytes.putShort((short) (named >>> 16)).putShort((short) named);
        }
        return bytes.array();
    }

    private byte[] longs() {
        ByteBuffer bytes = ByteBuffer.allocate(values.size() * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (String value : values) {
            bytes.putLong(vr == VR.UV ? Long.parseUnsignedLong(value) : Long.parseLong(value));
        }
        return bytes.array();
    }

    private static byte[] even(byte[] value) {
        return value.length % 2 == 0 ? value : Arrays.copyOf(value, value.length + 1);
    }
}
