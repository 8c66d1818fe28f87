package org.hospitalviewer.backup.drive;

/** What opens a Drive: the clinic's client at Google, and the token that the owner of the account gave to it. */
public record DriveCredentials(String clientId, String clientSecret, String refreshToken) {

    @Override
    public String toString() {
        return clientId;
    }
}
