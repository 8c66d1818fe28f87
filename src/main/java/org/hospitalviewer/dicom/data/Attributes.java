package org.hospitalviewer.dicom.data;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A data set: elements in the order of their tags (PS3.5 7.1). Values stay the bytes that were read, in little-endian
 * order, until somebody asks. Text is decoded by the Specific Character Set of the data set, or of the one around it.
 * An element that came as UN although the dictionary knows it is understood by its true VR.
 *
 * <p>Filling is for one thread; a data set that is no longer changed may be read by many, once {@link #trim()} was
 * called.
 */
public final class Attributes {
    private static final String[] NO_STRINGS = {};
    private static final double[] NO_NUMBERS = {};
    private static final byte[] EMPTY = {};

    private final ElementTable elements = new ElementTable();
    private Attributes parent;
    private SpecificCharacterSet ownCharacterSet;
    private boolean undefinedLength;

    /** The first value as text without padding, or null when the element is absent or has no value. */
    public String getString(int tag) {
        String[] values = getStrings(tag);
        return values.length == 0 || values[0].isEmpty() ? null : values[0];
    }

    /** The first value as text, or what is given when the element is absent or has no value. */
    public String getString(int tag, String otherwise) {
        String value = getString(tag);
        return value == null ? otherwise : value;
    }

    /**
     * All values as text without padding, empty ones included; numbers and tags are written out; none for unknown UN.
     */
    public String[] getStrings(int tag) {
        int at = elements.find(tag);
        if (at < 0 || !(elements.value(at) instanceof byte[] bytes) || bytes.length == 0) {
            return NO_STRINGS;
        }
        VR vr = understoodVrAt(at);
        if (!vr.isText()) {
            return numbersAsText(bytes, vr);
        }
        if (vr.usesCharacterSet()) {
            return TextValues.split(characterSet().decode(bytes), vr);
        }
        return TextValues.split(latin1(bytes), vr);
    }

    private static String[] numbersAsText(byte[] bytes, VR vr) {
        if (vr == VR.UN) {
            return NO_STRINGS;
        }
        String[] values = new String[BinaryValues.count(bytes, vr)];
        for (int i = 0; i < values.length; i++) {
            values[i] = BinaryValues.getString(bytes, vr, i);
        }
        return values;
    }

    private VR understoodVrAt(int index) {
        VR vr = elements.vr(index);
        if (vr != VR.UN) {
            return vr;
        }
        VR known = Dictionary.vr(elements.tag(index));
        return known == VR.SQ ? VR.UN : known;
    }

    /** The first value as an integer, or {@code otherwise} when there is none or it is no integer of 32 bits. */
    public int getInt(int tag, int otherwise) {
        double value = number(tag, 0);
        return value == Math.rint(value) && Math.abs(value) <= 0xFFFFFFFFL ? (int) (long) value : otherwise;
    }

    /** The first value as a number, or {@code otherwise} when there is none or it is no number. */
    public double getDouble(int tag, double otherwise) {
        double value = number(tag, 0);
        return Double.isNaN(value) ? otherwise : value;
    }

    private double number(int tag, int index) {
        double[] values = getDoubles(tag, index + 1);
        return values.length <= index ? Double.NaN : values[index];
    }

    /** All values as numbers, NaN where a value is none. */
    public double[] getDoubles(int tag) {
        return getDoubles(tag, Integer.MAX_VALUE);
    }

    private double[] getDoubles(int tag, int most) {
        int at = elements.find(tag);
        if (at < 0 || !(elements.value(at) instanceof byte[] bytes)) {
            return NO_NUMBERS;
        }
        VR vr = understoodVrAt(at);
        if (vr.isText()) {
            return Arrays.stream(getStrings(tag)).limit(most).mapToDouble(TextValues::parse).toArray();
        }
        double[] values = vr == VR.UN ? NO_NUMBERS : new double[Math.min(most, BinaryValues.count(bytes, vr))];
        for (int i = 0; i < values.length; i++) {
            values[i] = BinaryValues.getDouble(bytes, vr, i);
        }
        return values;
    }

    /** The bytes of the value as in a little-endian data set, padding included; null when absent or not held. */
    public byte[] getBytes(int tag) {
        int at = elements.find(tag);
        return at >= 0 && elements.value(at) instanceof byte[] bytes ? bytes.clone() : null;
    }

    /** The items of a sequence, or null when there is no such sequence. */
    public Sequence getSequence(int tag) {
        int at = elements.find(tag);
        return at >= 0 && elements.value(at) instanceof Sequence sequence ? sequence : null;
    }

    /** The first item of a sequence, or null when there is none. */
    public Attributes getItem(int tag) {
        Sequence sequence = getSequence(tag);
        return sequence == null || sequence.isEmpty() ? null : sequence.getFirst();
    }

    /** Where a value lies that was not held, or empty when it is absent or held. */
    public Optional<BulkData> bulkData(int tag) {
        int at = elements.find(tag);
        return at >= 0 && elements.value(at) instanceof BulkData bulk ? Optional.of(bulk) : Optional.empty();
    }

    /** Where the fragments of encapsulated pixel data lie, or empty when there are none. */
    public Optional<Fragments> fragments(int tag) {
        int at = elements.find(tag);
        return at >= 0 && elements.value(at) instanceof Fragments fragments ? Optional.of(fragments) : Optional.empty();
    }

    /**
     * Sets text values.
     *
     * @throws IllegalArgumentException when the character set of this data set cannot express the text
     */
    public void setString(int tag, VR vr, String... values) {
        if (!vr.isText()) {
            throw new IllegalArgumentException(vr + " holds no text");
        }
        String text = String.join("\\", values);
        SpecificCharacterSet used = vr.usesCharacterSet() ? characterSet() : SpecificCharacterSet.DEFAULT;
        byte[] bytes = used.encode(text).orElseThrow(() -> new IllegalArgumentException(
                "The text for " + Tag.toDisplay(tag) + " cannot be written in character set " + used));
        put(tag, vr, TextValues.padded(bytes, vr));
    }

    /** Sets integers: binary, or written out in a text VR such as IS. */
    public void setInt(int tag, VR vr, int... values) {
        if (vr.isText()) {
            setString(tag, vr, Arrays.stream(values).mapToObj(Integer::toString).toArray(String[]::new));
        } else {
            put(tag, vr, TextValues.padded(BinaryValues.ofInts(vr, values), vr));
        }
    }

    /** Sets floating point numbers: binary, or as DS of at most 16 characters (PS3.5 6.2). */
    public void setDouble(int tag, VR vr, double... values) {
        if (vr.isText()) {
            setString(tag, vr, Arrays.stream(values).mapToObj(DecimalString::of).toArray(String[]::new));
        } else {
            put(tag, vr, BinaryValues.ofDoubles(vr, values));
        }
    }

    /** Sets the bytes of a value as in a little-endian data set; the array belongs to the data set from now on. */
    public void setBytes(int tag, VR vr, byte[] value) {
        put(tag, vr, value);
    }

    /** Sets an element without a value. */
    public void setEmpty(int tag, VR vr) {
        if (vr == VR.SQ) {
            newSequence(tag);
        } else {
            put(tag, vr, EMPTY);
        }
    }

    /** Sets a value that stays where it lies; the VR is that of the bulk data's element. */
    public void setBulkData(int tag, VR vr, BulkData value) {
        put(tag, vr, value);
    }

    /** Sets encapsulated pixel data that stays where it lies. */
    public void setFragments(int tag, Fragments value) {
        put(tag, value.vr(), value);
    }

    /** Sets an empty sequence and returns it to be filled. */
    public Sequence newSequence(int tag) {
        Sequence sequence = new Sequence(this);
        put(tag, VR.SQ, sequence);
        return sequence;
    }

    private void put(int tag, VR vr, Object value) {
        elements.put(tag, vr, value);
        if (tag == Tag.SpecificCharacterSet && value instanceof byte[] terms) {
            // Not by getStrings: a question would make the order of elements anew, each time one is repeated.
            ownCharacterSet = SpecificCharacterSet.of(TextValues.split(latin1(terms), VR.CS));
        }
    }

    private static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Removes an element; says whether it was there. */
    public boolean remove(int tag) {
        if (tag == Tag.SpecificCharacterSet) {
            ownCharacterSet = null;
        }
        return elements.remove(tag) != null;
    }

    /**
     * Takes over all elements of another data set; equal tags are replaced. Text is converted when the character sets
     * differ.
     *
     * @throws IllegalArgumentException when the character set of this data set cannot express a text of the other
     */
    public void addAll(Attributes other) {
        other.accept(new Copy(this, other));
    }

    /** A new data set of those of the tags that are here, with the Specific Character Set where one is in force. */
    public Attributes select(int... tags) {
        Attributes selection = new Attributes();
        Copy copy = new Copy(selection, this);
        for (int tag : tags) {
            int at = elements.find(tag);
            if (at >= 0) {
                visit(at, copy);
            }
        }
        selection.trim();
        return selection;
    }

    public boolean contains(int tag) {
        return elements.find(tag) >= 0;
    }

    /** Whether the element is there and not empty. */
    public boolean containsValue(int tag) {
        int at = elements.find(tag);
        return at >= 0 && switch (elements.value(at)) {
            case byte[] bytes -> bytes.length > 0;
            case Sequence sequence -> !sequence.isEmpty();
            default -> true;
        };
    }

    /** The VR of an element as it was read or set, or null when it is absent. */
    public VR vr(int tag) {
        int at = elements.find(tag);
        return at < 0 ? null : elements.vr(at);
    }

    /**
     * The VR by which the value is understood: that of the dictionary where a known element came as UN; null when
     * absent.
     */
    public VR understoodVr(int tag) {
        int at = elements.find(tag);
        return at < 0 ? null : understoodVrAt(at);
    }

    /** All tags in unsigned order. */
    public int[] tags() {
        int[] tags = new int[elements.size()];
        for (int i = 0; i < tags.length; i++) {
            tags[i] = elements.tag(i);
        }
        return tags;
    }

    public int size() {
        return elements.size();
    }

    public boolean isEmpty() {
        return elements.size() == 0;
    }

    /** Shows each element to a visitor, in the order of tags; items of sequences are not entered. */
    public <X extends Exception> void accept(ElementVisitor<X> visitor) throws X {
        int count = elements.size();
        for (int i = 0; i < count; i++) {
            visit(i, visitor);
        }
    }

    private <X extends Exception> void visit(int index, ElementVisitor<X> visitor) throws X {
        int tag = elements.tag(index);
        switch (elements.value(index)) {
            case byte[] bytes -> visitor.bytes(tag, elements.vr(index), bytes);
            case Sequence sequence -> visitor.sequence(tag, sequence);
            case BulkData bulk -> visitor.bulkData(tag, bulk);
            case Fragments fragments -> visitor.fragments(tag, fragments);
            default -> throw new IllegalStateException("Unknown kind of value in " + Tag.toDisplay(tag));
        }
    }

    /** The character set in force here: the own one, else that of the data set around this item. */
    public SpecificCharacterSet characterSet() {
        for (Attributes at = this; at != null; at = at.parent) {
            if (at.ownCharacterSet != null) {
                return at.ownCharacterSet;
            }
        }
        return SpecificCharacterSet.DEFAULT;
    }

    boolean isItem() {
        return parent != null;
    }

    void setParent(Attributes parent) {
        if (parent != null && this.parent != null) {
            throw new IllegalArgumentException("The item already belongs to a sequence");
        }
        this.parent = parent;
    }

    /** Whether this item is, or is to be, encoded with undefined length and a delimiter (PS3.5 7.5.2). */
    public boolean isUndefinedLength() {
        return undefinedLength;
    }

    public void setUndefinedLength(boolean undefinedLength) {
        this.undefinedLength = undefinedLength;
    }

    /** Makes the order of tags final and gives back spare memory; to be called when filling is over. */
    public void trim() {
        elements.trim();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Attributes that && AttributesEquality.equal(elements, that.elements);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(tags());
    }

    @Override
    public String toString() {
        return new AttributesText().append(this);
    }
}
