package org.hospitalviewer.appliance.device;

/** Why an entry cannot be taken. */
public enum DeviceProblem {
    /** Not an AE title (PS3.5 6.2). */
    AE_TITLE("aeTitle must have 1 to 16 characters of the default repertoire and no backslash."),
    /** Another known device has this AE title. */
    AE_TITLE_TAKEN("Another device has this aeTitle."),
    NAME("name must have at most 100 characters."),
    HOST("host must be a host name or a network address."),
    /** Out of range, or only one of host and port is given. */
    PORT("port must be from 1 to 65535 and go together with a host.");

    private final String sentence;

    DeviceProblem(String sentence) {
        this.sentence = sentence;
    }

    /** For programs; screens have their own words. */
    public String sentence() {
        return sentence;
    }
}
