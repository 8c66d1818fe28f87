package org.hospitalviewer.appliance.secret;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts with AES-256-GCM. Format: version (1 byte), identification of the key (4 bytes), nonce (12 bytes), cipher
 * text with its tag (16 bytes). Version, key and name are authenticated too, so that a value cannot be put under
 * another name.
 */
final class SecretBox {

    private static final byte VERSION = 1;
    private static final int KEY_ID_BYTES = 4;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int HEADER_BYTES = 1 + KEY_ID_BYTES + NONCE_BYTES;

    private final SecretKeySpec key;
    private final byte[] keyId;

    SecretBox(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
        this.keyId = Arrays.copyOf(sha256(key), KEY_ID_BYTES);
    }

    byte[] seal(String name, String value) {
        byte[] nonce = new byte[NONCE_BYTES];
        new SecureRandom().nextBytes(nonce);
        byte[] header = ByteBuffer.allocate(HEADER_BYTES).put(VERSION).put(keyId).put(nonce).array();
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, name, header)
                    .doFinal(value.getBytes(StandardCharsets.UTF_8));
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.writeBytes(header);
            all.writeBytes(sealed);
            return all.toByteArray();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES-GCM", e);
        }
    }

    /** @throws SecretUnreadableException when it was not sealed under this name with this key, or was changed since */
    String open(String name, byte[] box) {
        if (box.length < HEADER_BYTES || box[0] != VERSION) {
            throw new SecretUnreadableException("The secret '" + name + "' is damaged or was written by a newer "
                    + "version of the program. Enter it again.");
        }
        if (!Arrays.equals(keyId, Arrays.copyOfRange(box, 1, 1 + KEY_ID_BYTES))) {
            throw new SecretUnreadableException("The secret '" + name + "' was encrypted with another key. Put the "
                    + "original key file back, or enter the secret again.");
        }
        try {
            byte[] value = cipher(Cipher.DECRYPT_MODE, name, Arrays.copyOf(box, HEADER_BYTES))
                    .doFinal(box, HEADER_BYTES, box.length - HEADER_BYTES);
            return new String(value, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new SecretUnreadableException("The secret '" + name + "' is damaged. Enter it again.", e);
        }
    }

    private Cipher cipher(int mode, String name, byte[] header) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, header, HEADER_BYTES - NONCE_BYTES, NONCE_BYTES));
        cipher.updateAAD(header, 0, HEADER_BYTES - NONCE_BYTES);
        cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
