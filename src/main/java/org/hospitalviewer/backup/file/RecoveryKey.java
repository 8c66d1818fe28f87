package org.hospitalviewer.backup.file;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The password of backups: 160 random bits in 32 letters and digits that cannot be mistaken for each other. As it is
 * printed, dashes included, it is also the password for other programs that open ZIP files.
 *
 * @param text eight groups of four, with dashes between them
 */
public record RecoveryKey(String text) {

    /** Without I, L, O and U. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 32;
    private static final int GROUP = 4;
    private static final int ID_BYTES = 4;

    public static RecoveryKey random() {
        SecureRandom random = new SecureRandom();
        StringBuilder plain = new StringBuilder();
        for (int place = 0; place < LENGTH; place++) {
            plain.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new RecoveryKey(grouped(plain));
    }

    /**
     * Reads a key as somebody typed it from paper: small letters, other or no signs between the groups, the letters I, L and
     * O for the digits.
     *
     * @throws IllegalArgumentException when it cannot be one
     */
    public static RecoveryKey parse(String typed) {
        String plain = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s\\p{Pd}_.]", "").replace('O', '0').replace('I', '1')
                .replace('L', '1');
        if (!plain.matches("[" + ALPHABET + "]{" + LENGTH + "}")) {
            throw new IllegalArgumentException("A recovery key has 32 letters and digits.");
        }
        return new RecoveryKey(grouped(plain));
    }

    private static String grouped(CharSequence plain) {
        return plain.toString().replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
    }

    /** Tells keys apart without giving them away; printed on the sheet and kept in the clear in each backup. */
    public String id() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(("hospital-viewer-backup\n" + text).getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    char[] password() {
        return text.toCharArray();
    }

    /** Never the key itself, wherever it is printed. */
    @Override
    public String toString() {
        return "recovery key " + id();
    }
}
