package org.hospitalviewer.sync.target;

import java.time.Duration;

/**
 * An FTP server and a folder on it.
 *
 * @param tls         explicit TLS (RFC 4217) for commands and data
 * @param folder      as the server names it; empty for where the login leads
 * @param fingerprint SHA-256 of the certificate that the administrator trusts; empty to trust those that Java trusts
 */
public record ServerAddress(String host, int port, boolean tls, String username, String password, String folder,
                            String fingerprint) {

    static final Duration CONNECT_PATIENCE = Duration.ofSeconds(15);
    static final Duration ANSWER_PATIENCE = Duration.ofSeconds(60);

    /** Never with the password, wherever it is printed. */
    @Override
    public String toString() {
        return (tls ? "ftps://" : "ftp://") + username + "@" + host + ":" + port + "/" + folder;
    }
}
