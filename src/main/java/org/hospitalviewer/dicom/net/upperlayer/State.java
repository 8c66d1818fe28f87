package org.hospitalviewer.dicom.net.upperlayer;

/** States of the upper layer (PS3.8 9.2.1, Tables 9-1 to 9-5). */
public enum State {
    STA_1("idle"),
    STA_2("transport connection open, awaiting A-ASSOCIATE-RQ"),
    STA_3("awaiting local A-ASSOCIATE response"),
    STA_4("awaiting the transport connection to open"),
    STA_5("awaiting A-ASSOCIATE-AC or A-ASSOCIATE-RJ"),
    STA_6("association established, ready for data transfer"),
    STA_7("awaiting A-RELEASE-RP"),
    STA_8("awaiting local A-RELEASE response"),
    STA_9("release collision, requestor side: awaiting local A-RELEASE response"),
    STA_10("release collision, acceptor side: awaiting A-RELEASE-RP"),
    STA_11("release collision, requestor side: awaiting A-RELEASE-RP"),
    STA_12("release collision, acceptor side: awaiting local A-RELEASE response"),
    STA_13("awaiting the transport connection to close");

    private final String meaning;

    State(String meaning) {
        this.meaning = meaning;
    }

    /** The name printed in the standard, {@code Sta1}. */
    public String label() {
        return "Sta" + (ordinal() + 1);
    }

    @Override
    public String toString() {
        return label() + " (" + meaning + ")";
    }
}
