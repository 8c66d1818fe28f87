package org.hospitalviewer.archive;

/**
 * The server that a REMOTE archive asks.
 *
 * @param address     root of its DICOMweb services
 * @param software    what it says it is; empty when it says nothing
 * @param tellsChanges whether it tells of every change; else only those of the newest studies are noticed
 * @param risk        what its credentials are worth
 */
public record RemoteServer(String address, String software, boolean tellsChanges, LoginRisk risk) {

    /** Who else may get at the images. */
    public enum LoginRisk {
        NONE,
        /** It answers without any login. */
        OPEN,
        /** Its user and password are those it was shipped with. */
        DEFAULT_PASSWORD
    }
}
