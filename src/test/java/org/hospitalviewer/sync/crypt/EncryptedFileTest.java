package org.hospitalviewer.sync.crypt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file format of encrypted copies. */
class EncryptedFileTest {

    private static final int CHUNK = EncryptedFile.CHUNK_BYTES;

    private final FileKey key = FileKey.random();

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private byte[] encrypt(byte[] content, String path) throws Exception {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        EncryptingOutputStream out = new EncryptingOutputStream(sealed, key, path,
                MessageDigest.getInstance("SHA-256").digest(content));
        for (int i = 0; i < content.length; i += 1_000) {
            out.write(content, i, Math.min(1_000, content.length - i));
        }
        out.finish();
        return sealed.toByteArray();
    }

    private byte[] decrypt(byte[] sealed) throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        new Decryption(key).decrypt(new ByteArrayInputStream(sealed), plain);
        return plain.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 17})
    void whatIsEncryptedComesBackAndIsAsLongAsSaid(int length) throws Exception {
        byte[] sealed = encrypt(bytes(length), "a/b");
        assertThat(sealed.length).isEqualTo(EncryptingOutputStream.lengthOf(length));
        assertThat(decrypt(sealed)).isEqualTo(bytes(length));
    }

    @Test
    void theSameFileIsTheSameBytesAndAnotherPlaceOrContentOthers() throws Exception {
        byte[] content = bytes(100_000);
        assertThat(encrypt(content, "a")).isEqualTo(encrypt(content, "a"));
        assertThat(encrypt(content, "b")).isNotEqualTo(encrypt(content, "a"));
        byte[] other = content.clone();
        other[99_999] ^= 1;
        assertThat(Arrays.copyOf(encrypt(other, "a"), 200)).isNotEqualTo(Arrays.copyOf(encrypt(content, "a"), 200));
    }

    @Test
    void aFileThatWasChangedCutSwappedOrLengthenedIsRefused() throws Exception {
        byte[] sealed = encrypt(bytes(3 * CHUNK), "a");
        int part = CHUNK + EncryptedFile.TAG_BYTES;
        List<byte[]> bad = new ArrayList<>();
        for (int position : new int[] {8, 20, 60, EncryptedFile.HEADER_BYTES + part + 5, sealed.length - 1}) {
            byte[] changed = sealed.clone();
            changed[position] ^= 1;
            bad.add(changed);
        }
        bad.add(Arrays.copyOf(sealed, sealed.length - 1));
        bad.add(Arrays.copyOf(sealed, sealed.length - part));
        bad.add(Arrays.copyOf(sealed, EncryptedFile.HEADER_BYTES));
        bad.add(Arrays.copyOf(sealed, 10));
        bad.add(Arrays.copyOf(sealed, sealed.length + 1));
        byte[] swapped = sealed.clone();
        System.arraycopy(sealed, EncryptedFile.HEADER_BYTES, swapped, EncryptedFile.HEADER_BYTES + part, part);
        System.arraycopy(sealed, EncryptedFile.HEADER_BYTES + part, swapped, EncryptedFile.HEADER_BYTES, part);
        bad.add(swapped);
        assertThat(bad).allSatisfy(file -> assertThatThrownBy(() -> decrypt(file)).isInstanceOf(IOException.class));
    }

    @Test
    void anotherKeyReadsNothingAndSaysSo() throws Exception {
        byte[] sealed = encrypt(bytes(10), "a");
        assertThatThrownBy(() -> new Decryption(FileKey.random()).decrypt(new ByteArrayInputStream(sealed),
                new ByteArrayOutputStream())).hasMessageContaining("another key");
        assertThatThrownBy(() -> decrypt("DICM".getBytes(StandardCharsets.US_ASCII))).hasMessageContaining("no file");
    }

    @Test
    void theCommandMakesReadableFilesOfAFolderAndNamesTheBadOnes(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("x/y"));
        Files.write(folder.resolve("x/y/1.dcm.enc"), encrypt(bytes(70_000), "x/y/1.dcm.enc"));
        Files.write(folder.resolve("x/2.dcm.enc"), bytes(500));
        List<String> said = new ArrayList<>();
        int exit = new DecryptCommand(FileKey.parse(key.text()), said::add).run(folder);
        assertThat(exit).isEqualTo(2);
        assertThat(folder.resolve("x/y/1.dcm")).hasBinaryContent(bytes(70_000));
        assertThat(folder.resolve("x/2.dcm")).doesNotExist();
        assertThat(said).hasSize(2).first().asString().contains("2.dcm.enc").contains("no file that the sync");
    }
}
