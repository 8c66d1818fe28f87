package org.hospitalviewer.appliance.settings;

/** Why a value cannot be taken. */
public enum SettingProblem {
    /** Not a TCP port from 1 to 65535. */
    PORT,
    /** Another service of the appliance has this port. */
    PORT_TWICE,
    /** Not 1 to 16 characters of the default repertoire, or with a backslash (PS3.5 6.2, AE). */
    AE_TITLE,
    /** Not a network address of this computer. */
    ADDRESS,
    /** Not a whole number within its bounds. */
    NUMBER,
    /** No such file, or not readable. */
    FILE,
    /** Longer than there is room for, or with control characters. */
    TEXT,
    /** Neither true nor false. */
    SWITCH,
    /** No web address that begins with http:// or https://, or one with a user name in it. */
    URL,
    /** None of those there are to choose from. */
    CHOICE,
    /** Given in the environment or on the command line, which win. */
    FIXED
}
