package org.hospitalviewer.appliance;

/** How the appliance proves itself to another server. */
public enum RemoteLogin {
    NONE,
    /** User name and password (RFC 7617). */
    BASIC,
    /** A token (RFC 6750). */
    BEARER
}
