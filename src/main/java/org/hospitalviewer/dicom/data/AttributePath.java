package org.hospitalviewer.dicom.data;

import java.util.Optional;

/**
 * Names an element within a data set: tags and item numbers joined by slashes, such as {@code 54000100/1/54001010} for
 * the element in the first item of a sequence.
 */
public final class AttributePath {
    private static final int TAG_DIGITS = 8;

    private AttributePath() {
    }

    /** The path of an element in an item (from 1) of the sequence that another path names. */
    public static String child(String sequencePath, int item, int tag) {
        return sequencePath + '/' + item + '/' + Tag.toString(tag);
    }

    /** Where the value lies that a path names; empty when there is none, or it is held, or the path makes no sense. */
    public static Optional<PixelDataLocation> locate(Attributes dataSet, String path) {
        String[] steps = path.split("/", -1);
        Attributes at = dataSet;
        for (int i = 0; i + 2 < steps.length; i += 2) {
            Optional<Attributes> item = item(at, steps[i], steps[i + 1]);
            if (item.isEmpty()) {
                return Optional.empty();
            }
            at = item.get();
        }
        Attributes last = at;
        return steps.length % 2 == 0 ? Optional.empty() : tag(steps[steps.length - 1]).flatMap(tag -> value(last, tag));
    }

    private static Optional<PixelDataLocation> value(Attributes attributes, int tag) {
        Optional<BulkData> bulk = attributes.bulkData(tag);
        return bulk.isPresent() ? bulk.map(PixelDataLocation.class::cast)
                : attributes.fragments(tag).map(PixelDataLocation.class::cast);
    }

    private static Optional<Attributes> item(Attributes attributes, String tag, String number) {
        Sequence sequence = tag(tag).map(attributes::getSequence).orElse(null);
        if (sequence == null || number.isEmpty() || number.length() > 9
                || !number.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        int index = Integer.parseInt(number) - 1;
        return index < 0 || index >= sequence.size() ? Optional.empty() : Optional.of(sequence.get(index));
    }

    private static Optional<Integer> tag(String text) {
        boolean isTag = text.length() == TAG_DIGITS
                && text.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
        return isTag ? Optional.of(Integer.parseUnsignedInt(text, 16)) : Optional.empty();
    }
}
