package org.hospitalviewer.clinical.filing;

import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;

/** Concepts of reports (PS3.16: CID 7001, CID 7002, Annex D), from LOINC and DICOM. */
enum Code {
    DIAGNOSTIC_IMAGING_REPORT("18748-4", "LN", "Diagnostic imaging report"),
    INDICATIONS("18785-6", "LN", "Indications for Procedure"),
    PROCEDURE("55111-9", "LN", "Current Procedure Descriptions"),
    FINDINGS("59776-5", "LN", "Procedure Findings"),
    IMPRESSIONS("19005-8", "LN", "Impressions"),
    KEY_IMAGES("121180", "DCM", "Key Images"),
    INDICATION("121109", "DCM", "Indications for Procedure"),
    PROCEDURE_DESCRIPTION("121065", "DCM", "Procedure Description"),
    FINDING("121071", "DCM", "Finding"),
    IMPRESSION("121073", "DCM", "Impression"),
    COMMENT("121106", "DCM", "Comment"),
    OBSERVER_TYPE("121005", "DCM", "Observer Type"),
    PERSON("121006", "DCM", "Person"),
    PERSON_OBSERVER_NAME("121008", "DCM", "Person Observer Name");

    private final String value;
    private final String scheme;
    private final String meaning;

    Code(String value, String scheme, String meaning) {
        this.value = value;
        this.scheme = scheme;
        this.meaning = meaning;
    }

    /** Sets it as the only item of a code sequence (PS3.3 8.8). */
    void addTo(Attributes object, int sequence) {
        Attributes item = object.newSequence(sequence).addItem();
        item.setString(Tag.CodeValue, VR.SH, value);
        item.setString(Tag.CodingSchemeDesignator, VR.SH, scheme);
        item.setString(Tag.CodeMeaning, VR.LO, meaning);
    }
}
