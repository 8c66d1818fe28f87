package org.hospitalviewer.sync.target;

/** What is wrong with a target. */
public enum Trouble {
    /** No computer of this name. */
    HOST,
    /** Nothing answers at this port. */
    PORT,
    /** User name or password is refused. */
    LOGIN,
    /** TLS is not offered, or the two sides do not agree about it. */
    TLS,
    /** Nobody vouches for the server's certificate. */
    CERTIFICATE,
    /** The folder is not there. */
    PATH,
    /** The folder may not be written. */
    PERMISSION,
    /** No room left. */
    QUOTA,
    /** The folder holds things of somebody else. */
    OCCUPIED,
    /** A stranger can read what lies there. */
    EXPOSED,
    /** What is kept of the target here cannot be used. */
    SETTINGS,
    /** The line broke, or the server has no time now. */
    LINE;

    /** Whether the same again may succeed in a moment. */
    public boolean passes() {
        return this == LINE;
    }
}
