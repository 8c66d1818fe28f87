package org.hospitalviewer.sync.crypt;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/** Reads encrypted files. A changed or cut file is an error, however much of it was good. */
public final class Decryption {

    private final FileKey key;

    public Decryption(FileKey key) {
        this.key = key;
    }

    /** Whether a file begins like an encrypted one. */
    public static boolean isEncrypted(byte[] start) {
        return start.length >= EncryptedFile.MAGIC.length
                && Arrays.equals(start, 0, EncryptedFile.MAGIC.length, EncryptedFile.MAGIC, 0, EncryptedFile.MAGIC.length);
    }

    /** @throws IOException when it is no encrypted file, damaged, cut off, or encrypted with another key */
    public void decrypt(InputStream in, OutputStream out) throws IOException {
        byte[] header = in.readNBytes(EncryptedFile.HEADER_BYTES);
        if (header.length < EncryptedFile.HEADER_BYTES || !isEncrypted(header)) {
            throw new IOException("This is no file that the sync has encrypted.");
        }
        ByteBuffer fields = ByteBuffer.wrap(header, EncryptedFile.MAGIC.length, header.length - EncryptedFile.MAGIC.length);
        int chunkBytes = fields.getInt();
        byte[] keyId = new byte[FileKey.ID_BYTES];
        byte[] salt = new byte[EncryptedFile.SALT_BYTES];
        fields.get(keyId).get(salt);
        if (chunkBytes < 1 || chunkBytes > EncryptedFile.MAX_CHUNK_BYTES) {
            throw new IOException("The file is damaged at its beginning.");
        }
        if (!Arrays.equals(keyId, key.id())) {
            throw new IOException("The file was encrypted with another key.");
        }
        decryptChunks(in, out, key.ofFile(salt), header, chunkBytes + EncryptedFile.TAG_BYTES);
    }

    private static void decryptChunks(InputStream in, OutputStream out, SecretKeySpec key, byte[] header, int sealedBytes)
            throws IOException {
        byte[] chunk = in.readNBytes(sealedBytes);
        for (int number = 0; ; number++) {
            byte[] next = in.readNBytes(sealedBytes);
            boolean last = next.length == 0;
            try {
                out.write(EncryptedFile.cipher(Cipher.DECRYPT_MODE, key, header, number, last).doFinal(chunk));
            } catch (GeneralSecurityException e) {
                throw new IOException("The file is damaged or cut off (chunk " + number + ").", e);
            }
            if (last) {
                return;
            }
            chunk = next;
        }
    }
}
