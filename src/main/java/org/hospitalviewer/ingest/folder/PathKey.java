package org.hospitalviewer.ingest.folder;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * Stands for a path, however long that is.
 *
 * @param text 32 letters
 */
record PathKey(String text) {

    private static final int BYTES = 24;

    static PathKey of(String path) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(path.getBytes(StandardCharsets.UTF_16BE));
            return new PathKey(Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest, BYTES)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
