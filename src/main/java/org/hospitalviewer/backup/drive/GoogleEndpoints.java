package org.hospitalviewer.backup.drive;

import java.net.URI;
import java.util.Set;
import org.springframework.core.env.Environment;

/**
 * Google's addresses.
 *
 * @param consent where people allow the access
 * @param token   where codes and refresh tokens are exchanged for access tokens
 * @param revoke  where a connection is ended
 * @param drive   root of the Drive API, with a slash at its end
 */
record GoogleEndpoints(URI consent, URI token, URI revoke, String drive) {

    /** Another Google for tests, on this computer only. */
    static final String PROPERTY = "viewer.backup.google-endpoint";

    private static final GoogleEndpoints GOOGLE = new GoogleEndpoints(
            URI.create("https://accounts.google.com/o/oauth2/v2/auth"), URI.create("https://oauth2.googleapis.com/token"),
            URI.create("https://oauth2.googleapis.com/revoke"), "https://www.googleapis.com/");
    private static final Set<String> THIS_COMPUTER = Set.of("127.0.0.1", "localhost", "[::1]");

    static GoogleEndpoints of(Environment environment) {
        String root = environment.getProperty(PROPERTY, "");
        return root.isBlank() ? GOOGLE : at(URI.create(root));
    }

    /** @throws IllegalArgumentException when it is not on this computer: it is given passwords */
    static GoogleEndpoints at(URI root) {
        if (root.getHost() == null || !THIS_COMPUTER.contains(root.getHost())) {
            throw new IllegalArgumentException(PROPERTY + " has to be on this computer.");
        }
        return new GoogleEndpoints(root.resolve("/o/oauth2/v2/auth"), root.resolve("/token"), root.resolve("/revoke"),
                root.resolve("/").toString());
    }
}
