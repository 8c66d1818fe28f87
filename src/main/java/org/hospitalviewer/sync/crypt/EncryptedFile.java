package org.hospitalviewer.sync.crypt;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The format, version 1. Header of 48 bytes: {@code HDVSYNC1}, length of a chunk (4 bytes, big endian), identification of
 * the key (4), salt (32). Then chunks of that many bytes of content, each with a tag of 16 bytes; the last one may be
 * shorter, and is the only one of an empty file. Nonce of a chunk: 7 zero bytes, its number from 0 (4 bytes, big endian),
 * and 1 for the last chunk or 0. The header is authenticated with each chunk.
 */
final class EncryptedFile {

    static final byte[] MAGIC = "HDVSYNC1".getBytes(StandardCharsets.US_ASCII);
    static final int CHUNK_BYTES = 64 * 1024;
    static final int MAX_CHUNK_BYTES = 16 * 1024 * 1024;
    static final int TAG_BYTES = 16;
    static final int SALT_BYTES = 32;
    static final int HEADER_BYTES = MAGIC.length + Integer.BYTES + FileKey.ID_BYTES + SALT_BYTES;
    private static final int NONCE_BYTES = 12;
    private static final int NONCE_ZEROS = 7;
    private static final int BITS_PER_BYTE = 8;

    private EncryptedFile() {
    }

    static byte[] header(FileKey key, byte[] salt) {
        return ByteBuffer.allocate(HEADER_BYTES).put(MAGIC).putInt(CHUNK_BYTES).put(key.id()).put(salt).array();
    }

    static Cipher cipher(int mode, SecretKeySpec key, byte[] header, int chunk, boolean last)
            throws GeneralSecurityException {
        byte[] nonce = ByteBuffer.allocate(NONCE_BYTES).put(new byte[NONCE_ZEROS]).putInt(chunk)
                .put((byte) (last ? 1 : 0)).array();
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * BITS_PER_BYTE, nonce));
        cipher.updateAAD(header);
        return cipher;
    }
}
