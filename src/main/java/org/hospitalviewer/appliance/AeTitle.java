package org.hospitalviewer.appliance;

/** Rule of application entity titles (PS3.5 6.2, VR AE). */
public final class AeTitle {

    private AeTitle() {
    }

    /** 1 to 16 characters of the default repertoire without backslash and control characters, not only spaces. */
    public static boolean isValid(String text) {
        return text.matches("[ -\\[\\]-~]{1,16}") && !text.isBlank();
    }
}
