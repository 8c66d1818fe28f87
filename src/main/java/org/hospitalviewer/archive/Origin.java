package org.hospitalviewer.archive;

/**
 * Who sent an object.
 *
 * @param door    the way in
 * @param sender  calling AE title, user name or source folder
 * @param address network address, empty for local doors
 */
public record Origin(Door door, String sender, String address) {

    /** The ways into the archive. */
    public enum Door { C_STORE, STOW, UPLOAD, IMPORT }
}
