package org.hospitalviewer.dicom.media;

import java.util.List;
import java.util.Set;
import org.hospitalviewer.dicom.data.Tag;

/** Directory record types of the lowest level (PS3.3 F.5) with the SOP classes they stand for and their keys. */
enum RecordType {

    SR_DOCUMENT("SR DOCUMENT", Set.of("88.11", "88.22", "88.33", "88.34", "88.35", "88.40", "88.50", "88.65", "88.67",
            "88.68", "88.69", "88.70", "88.71", "88.72", "88.73", "88.74", "88.75", "88.76"),
            Tag.CompletionFlag, Tag.VerificationFlag, Tag.ContentDate, Tag.ContentTime, Tag.ConceptNameCodeSequence),
    KEY_OBJECT_DOC("KEY OBJECT DOC", Set.of("88.59"), Tag.ContentDate, Tag.ContentTime, Tag.ConceptNameCodeSequence),
    PRESENTATION("PRESENTATION", Set.of("11.1", "11.2", "11.3", "11.4", "11.5", "11.6", "11.7", "11.8"),
            Tag.PresentationCreationDate, Tag.PresentationCreationTime, Tag.ContentLabel),
    WAVEFORM("WAVEFORM", Set.of("9.1.1", "9.1.2", "9.1.3", "9.2.1", "9.3.1", "9.4.1", "9.4.2", "9.5.1", "9.6.1"),
            Tag.ContentDate, Tag.ContentTime),
    ENCAP_DOC("ENCAP DOC", Set.of("104.1", "104.2", "104.3", "104.4", "104.5"), Tag.ContentDate, Tag.ContentTime,
            Tag.DocumentTitle, Tag.ConceptNameCodeSequence, Tag.MIMETypeOfEncapsulatedDocument),
    RT_DOSE("RT DOSE", Set.of("481.2"), Tag.DoseSummationType),
    RT_STRUCTURE_SET("RT STRUCTURE SET", Set.of("481.3"), Tag.StructureSetLabel, Tag.StructureSetDate,
            Tag.StructureSetTime),
    RT_PLAN("RT PLAN", Set.of("481.5", "481.8"), Tag.RTPlanLabel, Tag.RTPlanDate, Tag.RTPlanTime),
    RT_TREAT_RECORD("RT TREAT RECORD", Set.of("481.4", "481.6", "481.7", "481.9")),
    SPECTROSCOPY("SPECTROSCOPY", Set.of("4.2"), Tag.ImageType, Tag.ContentDate, Tag.ContentTime),
    RAW_DATA("RAW DATA", Set.of("66"), Tag.ContentDate, Tag.ContentTime),
    REGISTRATION("REGISTRATION", Set.of("66.1", "66.3"), Tag.ContentDate, Tag.ContentTime, Tag.ContentLabel),
    FIDUCIAL("FIDUCIAL", Set.of("66.2"), Tag.ContentDate, Tag.ContentTime, Tag.ContentLabel),
    VALUE_MAP("VALUE MAP", Set.of("67"), Tag.ContentDate, Tag.ContentTime, Tag.ContentLabel),
    /** Everything else of the standard, segmentations included. */
    IMAGE("IMAGE", Set.of()),
    /** Vendors' own SOP classes. */
    PRIVATE("PRIVATE", Set.of());

    private static final String STANDARD = "1.2.840.10008.";
    private static final String STORAGE = "1.2.840.10008.5.1.4.1.1.";

    private final String text;
    private final Set<String> sopClasses;
    private final List<Integer> keys;

    RecordType(String text, Set<String> sopClasses, Integer... keys) {
        this.text = text;
        this.sopClasses = sopClasses;
        this.keys = List.of(keys);
    }

    static RecordType of(String sopClassUid) {
        if (!sopClassUid.startsWith(STANDARD)) {
            return PRIVATE;
        }
        for (RecordType type : values()) {
            if (sopClassUid.startsWith(STORAGE) && type.sopClasses.contains(sopClassUid.substring(STORAGE.length()))) {
                return type;
            }
        }
        return IMAGE;
    }

    /** Directory Record Type (0004,1430). */
    String text() {
        return text;
    }

    /** Attributes of the object that its record repeats, beside Instance Number. */
    List<Integer> keys() {
        return keys;
    }
}
