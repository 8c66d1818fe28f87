package org.hospitalviewer.archive.embedded;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Dictionary;
import org.hospitalviewer.dicom.data.Sequence;
import org.hospitalviewer.dicom.data.SpecificCharacterSet;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;

/**
 * Changes values of a data set and lets it tell what they were before: an item in the Original Attributes Sequence
 * (0400,0561), PS3.3 C.12.1.1.9.
 */
final class OriginalAttributes {

    private static final String MODIFYING_SYSTEM = "Hospital DICOM Viewer Pro";
    /** The values were wrong (PS3.3 Table C.12-1); COERCE would be for those that only had to be made fit. */
    private static final String REASON = "CORRECT";
    /** DT with fraction and offset (PS3.5 6.2). */
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss.SSSSSSxx");

    private OriginalAttributes() {
    }

    /** Those of the wanted values that the data set does not have yet. */
    static Map<Integer, String> differences(Attributes header, Map<Integer, String> wanted) {
        Map<Integer, String> differences = new TreeMap<>();
        wanted.forEach((tag, value) -> {
            if (!value.equals(String.join("\\", header.getStrings(tag)))) {
                differences.put(tag, value);
            }
        });
        return differences;
    }

    /**
     * The data set with other values. Where its character set cannot express them, all of it turns to UTF-8; then the
     * old values keep theirs, which the item names.
     *
     * @param header  may be changed by this
     * @param changes by tag, "" for no value
     */
    static Attributes changed(Attributes header, Map<Integer, String> changes, Instant time) {
        SpecificCharacterSet before = header.characterSet();
        boolean expressible = changes.values().stream().allMatch(value -> before.encode(value).isPresent());
        Attributes old = oldValues(header, changes, expressible);
        Attributes result = expressible ? header : inUtf8(header);
        changes.forEach((tag, value) -> set(result, tag, value));
        Sequence items = result.getSequence(Tag.OriginalAttributesSequence);
        Attributes item = (items == null ? result.newSequence(Tag.OriginalAttributesSequence) : items).addItem();
        item.setEmpty(Tag.SourceOfPreviousValues, VR.LO);
        item.setString(Tag.AttributeModificationDateTime, VR.DT,
                DATE_TIME.format(time.atZone(ZoneId.systemDefault()).toOffsetDateTime()));
        item.setString(Tag.ModifyingSystem, VR.LO, MODIFYING_SYSTEM);
        item.setString(Tag.ReasonForTheAttributeModification, VR.CS, REASON);
        item.newSequence(Tag.ModifiedAttributesSequence).add(old);
        return result;
    }

    private static Attributes inUtf8(Attributes header) {
        Attributes utf8 = new Attributes();
        utf8.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
        utf8.addAll(header);
        return utf8;
    }

    private static void set(Attributes result, int tag, String value) {
        if (value.isEmpty()) {
            result.setEmpty(tag, Dictionary.vr(tag));
        } else {
            result.setString(tag, Dictionary.vr(tag), value);
        }
    }

    /** What was absent is there without a value. */
    private static Attributes oldValues(Attributes header, Map<Integer, String> changes, boolean sameCharacterSet) {
        Attributes old = header.select(changes.keySet().stream().mapToInt(Integer::intValue).toArray());
        if (sameCharacterSet) {
            old.remove(Tag.SpecificCharacterSet); // it is not modified, and the item inherits it
        } else if (!old.contains(Tag.SpecificCharacterSet)) {
            old.setEmpty(Tag.SpecificCharacterSet, VR.CS);
        }
        for (int tag : changes.keySet()) {
            if (!old.contains(tag)) {
                old.setEmpty(tag, Dictionary.vr(tag));
            }
        }
        return old;
    }

    /** When this appliance last changed the data set; empty when it never did, or somebody else was later. */
    static Optional<Instant> lastChange(Attributes header) {
        Sequence items = header.getSequence(Tag.OriginalAttributesSequence);
        if (items == null || items.isEmpty()
                || !MODIFYING_SYSTEM.equals(items.getLast().getString(Tag.ModifyingSystem))) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(
                    items.getLast().getString(Tag.AttributeModificationDateTime, ""), DATE_TIME).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
