package org.hospitalviewer.sync;

/** Sorts of targets. */
public enum TargetKind {
    /** A folder of this computer, of a stick or of the network. */
    FOLDER,
    /** Without any encryption on the way. */
    FTP,
    /** Explicit TLS (RFC 4217). */
    FTPS;

    public boolean isServer() {
        return this != FOLDER;
    }
}
