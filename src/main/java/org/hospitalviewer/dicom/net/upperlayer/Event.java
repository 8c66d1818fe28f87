package org.hospitalviewer.dicom.net.upperlayer;

import org.hospitalviewer.dicom.net.pdu.PduType;

/** Events of the upper layer (PS3.8 9.2.2, Table 9-10). */
public enum Event {
    EVT_1("A-ASSOCIATE request (local user)"),
    EVT_2("transport connection opened"),
    EVT_3("A-ASSOCIATE-AC received"),
    EVT_4("A-ASSOCIATE-RJ received"),
    EVT_5("transport connection arrived"),
    EVT_6("A-ASSOCIATE-RQ received"),
    EVT_7("A-ASSOCIATE response accept (local user)"),
    EVT_8("A-ASSOCIATE response reject (local user)"),
    EVT_9("P-DATA request (local user)"),
    EVT_10("P-DATA-TF received"),
    EVT_11("A-RELEASE request (local user)"),
    EVT_12("A-RELEASE-RQ received"),
    EVT_13("A-RELEASE-RP received"),
    EVT_14("A-RELEASE response (local user)"),
    EVT_15("A-ABORT request (local user)"),
    EVT_16("A-ABORT received"),
    EVT_17("transport connection closed"),
    EVT_18("ARTIM timer expired"),
    EVT_19("unrecognized or invalid PDU received");

    private final String meaning;

    Event(String meaning) {
        this.meaning = meaning;
    }

    /** The event that the arrival of a PDU is. */
    static Event of(PduType type) {
        return switch (type) {
            case A_ASSOCIATE_RQ -> EVT_6;
            case A_ASSOCIATE_AC -> EVT_3;
            case A_ASSOCIATE_RJ -> EVT_4;
            case P_DATA_TF -> EVT_10;
            case A_RELEASE_RQ -> EVT_12;
            case A_RELEASE_RP -> EVT_13;
            case A_ABORT -> EVT_16;
        };
    }

    /** The name printed in the standard, {@code Evt1}. */
    public String label() {
        return "Evt" + (ordinal() + 1);
    }

    @Override
    public String toString() {
        return label() + " (" + meaning + ")";
    }
}
