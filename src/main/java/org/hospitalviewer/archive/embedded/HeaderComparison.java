package org.hospitalviewer.archive.embedded;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hospitalviewer.archive.Comparison.Difference;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Dictionary;
import org.hospitalviewer.dicom.data.Sequence;
import org.hospitalviewer.dicom.data.Tag;

/** Finds the elements in which two data sets differ, items of sequences included, pixel data left aside. */
final class HeaderComparison {

    private static final int MAX_DIFFERENCES = 500;
    private static final int MAX_TEXT = 200;

    private final List<Difference> differences = new ArrayList<>();
    private boolean complete = true;

    HeaderComparison(Attributes stored, Attributes arrived) {
        compare("", stored, arrived);
    }

    List<Difference> differences() {
        return differences;
    }

    boolean isComplete() {
        return complete;
    }

    private void compare(String path, Attributes stored, Attributes arrived) {
        int[] tags = IntStream.concat(Arrays.stream(stored.tags()), Arrays.stream(arrived.tags())).distinct()
                .mapToObj(Integer::valueOf).sorted(Integer::compareUnsigned).mapToInt(Integer::intValue).toArray();
        for (int tag : tags) {
            if (tag != Tag.PixelData) {
                compare(path, tag, stored, arrived);
            }
        }
    }

    private void compare(String path, int tag, Attributes stored, Attributes arrived) {
        Sequence before = stored.getSequence(tag);
        Sequence after = arrived.getSequence(tag);
        String here = path + "(" + Tag.toDisplay(tag).replaceAll("[()]", "") + ")";
        if (before != null && after != null && before.size() == after.size()) {
            for (int item = 0; item < before.size(); item++) {
                compare(here + " " + (item + 1) + " ", before.get(item), after.get(item));
            }
        } else if (!isSame(tag, stored, arrived)) {
            add(new Difference(here, Dictionary.keyword(tag).orElse(""), text(stored, tag), text(arrived, tag)));
        }
    }

    private static boolean isSame(int tag, Attributes stored, Attributes arrived) {
        byte[] before = stored.getBytes(tag);
        byte[] after = arrived.getBytes(tag);
        if (before == null || after == null) {
            return stored.contains(tag) == arrived.contains(tag) && text(stored, tag).equals(text(arrived, tag));
        }
        return Arrays.equals(before, after);
    }

    private void add(Difference difference) {
        if (differences.size() < MAX_DIFFERENCES) {
            differences.add(difference);
        } else {
            complete = false;
        }
    }

    private static String text(Attributes of, int tag) {
        Sequence sequence = of.getSequence(tag);
        if (sequence != null) {
            return sequence.size() + " items";
        }
        if (of.bulkData(tag).isPresent()) {
            return of.bulkData(tag).get().length() + " bytes";
        }
        String text = String.join("\\", of.getStrings(tag));
        if (text.isEmpty() && of.getBytes(tag) instanceof byte[] bytes && bytes.length > 0) {
            text = bytes.length + " bytes, hash " + Integer.toHexString(Arrays.hashCode(bytes));
        }
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "\u2026";
    }
}
