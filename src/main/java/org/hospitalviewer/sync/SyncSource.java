package org.hospitalviewer.sync;

/**
 * Where the files come from.
 *
 * @param folder of an Orthanc; empty for the archive
 */
public record SyncSource(Kind kind, String folder) {

    /** What it is. */
    public enum Kind {
        /** This appliance's archive, in either mode. */
        ARCHIVE,
        /** A storage folder of an Orthanc on this computer or its network. */
        ORTHANC_FOLDER
    }

    static final SyncSource ARCHIVE = new SyncSource(Kind.ARCHIVE, "");
}
