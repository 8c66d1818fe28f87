package org.hospitalviewer.sync.crypt;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts what is written; {@link #finish} ends the file and leaves the stream below open. */
public final class EncryptingOutputStream extends OutputStream {

    private final OutputStream out;
    private final SecretKeySpec key;
    private final byte[] header;
    private final byte[] chunk = new byte[EncryptedFile.CHUNK_BYTES];
    private final byte[] sealed = new byte[EncryptedFile.CHUNK_BYTES + EncryptedFile.TAG_BYTES];
    private int filled;
    private int number;

    /**
     * @param path   where the file lies
     * @param sha256 of its content
     */
    public EncryptingOutputStream(OutputStream out, FileKey key, String path, byte[] sha256) throws IOException {
        this.out = out;
        byte[] salt = key.salt(path, sha256);
        this.key = key.ofFile(salt);
        this.header = EncryptedFile.header(key, salt);
        out.write(header);
    }

    /** Length of a file of so many bytes once it is encrypted. */
    public static long lengthOf(long bytes) {
        long chunks = Math.max(1, (bytes + EncryptedFile.CHUNK_BYTES - 1) / EncryptedFile.CHUNK_BYTES);
        return EncryptedFile.HEADER_BYTES + bytes + chunks * EncryptedFile.TAG_BYTES;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    /** A full chunk waits until it is known whether it is the last one. */
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int done = 0;
        while (done < length) {
            if (filled == chunk.length) {
                seal(false);
            }
            int part = Math.min(length - done, chunk.length - filled);
            System.arraycopy(bytes, offset + done, chunk, filled, part);
            filled += part;
            done += part;
        }
    }

    public void finish() throws IOException {
        seal(true);
    }

    private void seal(boolean last) throws IOException {
        try {
            int length = EncryptedFile.cipher(Cipher.ENCRYPT_MODE, key, header, number, last)
                    .doFinal(chunk, 0, filled, sealed);
            out.write(sealed, 0, length);
        } catch (GeneralSecurityException e) {
            throw new IOException("AES-GCM failed: " + e.getMessage(), e);
        }
        number = Math.incrementExact(number);
        filled = 0;
    }
}
