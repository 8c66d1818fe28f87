package org.hospitalviewer.sync;

/** Why an entry for a target is refused. */
public enum TargetProblem {
    NAME("A target needs a name of at most 100 characters."),
    HOST("The host is a name or an address, without ftp:// before it."),
    PORT("The port is a number from 1 to 65535."),
    USERNAME("The user name is missing or too long."),
    PASSWORD("The password is missing or too long."),
    FOLDER("The folder is missing, or contains characters that no folder has. On this computer it is a full path."),
    HOME_FOLDER("The folder of the appliance itself cannot be a target."),
    FINGERPRINT("The fingerprint is 32 pairs of hexadecimal digits, as Test connection shows it."),
    WEB_ADDRESS("The web address begins with http:// or https://."),
    CONNECTIONS("There can be 1 to 8 connections."),
    SPEED("The speed is at least 10 kB per second."),
    HOURS("Both times of day are needed, and they differ."),
    PLAIN_FTP("FTP without TLS shows user name and password to everybody on the way. Confirm that you accept this."),
    PRIVATE_FOLDER("Files are encrypted unless you confirm in words that nobody else can read the folder.");

    private final String sentence;

    TargetProblem(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
