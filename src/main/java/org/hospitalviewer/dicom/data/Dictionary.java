package org.hospitalviewer.dicom.data;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The data dictionary of PS3.6 and PS3.7 (edition stated in {@code attributes.tsv}), repeating groups included. Where
 * the standard leaves a choice (US or SS, OB or OW) the VR is that of implicit little endian (PS3.5 A.1) or US.
 */
public final class Dictionary {
    private record Entry(String keyword, VR vr, boolean signChoice, String vm) {
    }

    private static final Map<Integer, Entry> BY_TAG = new HashMap<>(8192);
    private static final Map<String, Integer> BY_KEYWORD = new HashMap<>(8192);

    static {
        TsvResource.forEachRow("attributes.tsv", Dictionary::add);
    }

    private Dictionary() {
    }

    private static void add(String[] row) {
        int tag = Integer.parseUnsignedInt(row[0].replace('x', '0'), 16);
        BY_TAG.put(tag, new Entry(row[3], firstChoice(row[1]), row[1].startsWith("US or SS"), row[2]));
        BY_KEYWORD.put(row[3], tag);
    }

    private static VR firstChoice(String choices) {
        return choices.equals("OB or OW") || choices.equals("US or OW") ? VR.OW : VR.valueOf(choices.substring(0, 2));
    }

    private static Entry entry(int tag) {
        Entry entry = BY_TAG.get(tag);
        return entry != null ? entry : BY_TAG.get(firstOfRepeating(tag));
    }

    /** 50xx, 60xx, 7Fxx and (0020,31xx) stand in the table under their first number (PS3.5 7.6). */
    private static int firstOfRepeating(int tag) {
        return switch (tag >>> 24) {
            case 0x50, 0x60, 0x7F -> Tag.isPrivate(tag) ? tag : tag & 0xFF00FFFF;
            case 0x00 -> tag >>> 8 == 0x002031 ? 0x00203100 : tag;
            default -> tag;
        };
    }

    /** The keyword of a standard tag, such as {@code PatientName}. */
    public static Optional<String> keyword(int tag) {
        return Tag.isPrivate(tag) ? Optional.empty() : Optional.ofNullable(entry(tag)).map(Entry::keyword);
    }

    /** The tag of a keyword; of repeating groups the first. */
    public static OptionalInt tag(String keyword) {
        Integer tag = BY_KEYWORD.get(keyword);
        return tag == null ? OptionalInt.empty() : OptionalInt.of(tag);
    }

    /** The value multiplicity as printed, such as {@code 1-n}. */
    public static Optional<String> vm(int tag) {
        return Tag.isPrivate(tag) ? Optional.empty() : Optional.ofNullable(entry(tag)).map(Entry::vm);
    }

    /** The VR of a tag; LO for private creators, UL for group lengths, UN for what is private or unknown. */
    public static VR vr(int tag) {
        if (Tag.isGroupLength(tag)) {
            return VR.UL;
        }
        if (Tag.isPrivate(tag)) {
            return Tag.isPrivateCreator(tag) ? VR.LO : VR.UN;
        }
        Entry entry = entry(tag);
        return entry == null ? VR.UN : entry.vr();
    }

    /** The VR where Pixel Representation (0028,0103) decides between US and SS: 1 is signed. */
    public static VR vr(int tag, int pixelRepresentation) {
        VR vr = vr(tag);
        return vr == VR.US && pixelRepresentation == 1 && entry(tag).signChoice() ? VR.SS : vr;
    }
}
