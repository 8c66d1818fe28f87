package org.hospitalviewer.sync.crypt;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The key of all encrypted files of this appliance, 256 bits, from which each file gets its own. */
public final class FileKey {

    /** Its name in the secret store. */
    public static final String SECRET = "sync-file-key";

    static final int BYTES = 32;
    static final int ID_BYTES = 4;
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] key;

    private FileKey(byte[] key) {
        this.key = key;
    }

    public static FileKey random() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return new FileKey(key);
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static FileKey parse(String text) {
        byte[] key = Base64.getDecoder().decode(text.strip());
        if (key.length != BYTES) {
            throw new IllegalArgumentException("A key has 44 characters.");
        }
        return new FileKey(key);
    }

    /** The key itself in Base64: for the secret store, and for the administrator's safe. */
    public String text() {
        return Base64.getEncoder().encodeToString(key);
    }

    /** Tells keys apart without giving them away. */
    byte[] id() {
        try {
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(key), ID_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /**
     * Salt of a file: the same content at the same place gives the same bytes, so that an upload can go on where it broke
     * off; other content never meets the same key and nonces.
     */
    byte[] salt(String path, byte[] sha256) {
        return derive("salt", (path + "\n").getBytes(StandardCharsets.UTF_8), sha256);
    }

    SecretKeySpec ofFile(byte[] salt) {
        return new SecretKeySpec(derive("file", salt), "AES");
    }

    private byte[] derive(String purpose, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update(("hospital-viewer-sync " + purpose + "\n").getBytes(StandardCharsets.US_ASCII));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256", e);
        }
    }
}
