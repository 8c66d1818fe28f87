package org.hospitalviewer.dicom.net;

/** Priority (0000,0700) of a request (PS3.7 9.3.1.1); a hint that most systems ignore. */
public enum Priority {
    MEDIUM, HIGH, LOW;

    public int code() {
        return ordinal();
    }

    static Priority of(int code) {
        return switch (code) {
            case 1 -> HIGH;
            case 2 -> LOW;
            default -> MEDIUM;
        };
    }
}
