package org.hospitalviewer.oldinstallation;

/** How large a file of the old installation may be, since it is read as a whole. */
public final class OldFile {

    public static final int MAX_MEGABYTES = 16;
    public static final int MAX_BYTES = MAX_MEGABYTES << 20;

    private OldFile() {
    }
}
