package org.hospitalviewer.backup.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import net.lingala.zip4j.io.outputstream.ZipOutputStream;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.backup.file.RecoveryKey;
import org.hospitalviewer.backup.file.UnusableBackupException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packs and lists of images that are damaged, or made by somebody who means harm. */
class HostilePacksTest {

    private static final RecoveryKey KEY = RecoveryKey.random();
    private static final String HASH = "a".repeat(64);

    @TempDir
    private Path folder;

    private Path pack(String comment, String name, byte[] content, boolean encrypted) throws IOException {
        Path file = folder.resolve("hostile.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out, KEY.text().toCharArray())) {
            ZipParameters parameters = new ZipParameters();
            parameters.setFileNameInZip(name);
            parameters.setEncryptFiles(encrypted);
            parameters.setEncryptionMethod(encrypted ? EncryptionMethod.AES : EncryptionMethod.NONE);
            parameters.setAesKeyStrength(AesKeyStrength.KEY_STRENGTH_256);
            zip.putNextEntry(parameters);
            zip.write(content);
            zip.closeEntry();
            zip.setComment(comment);
        }
        return file;
    }

    private static String ours() {
        return PackWriter.COMMENT + KEY.id();
    }

    private static void verify(Path file) throws IOException {
        try (PackFile pack = PackFile.open(file, KEY)) {
            pack.verify(_ -> { });
        }
    }

    private byte[] dicomFile() throws IOException {
        return Files.readAllBytes(Slice.alone().writeInto(folder));
    }

    @Test
    void otherEntriesOtherHashesAndPlainFilesAreRefused() throws IOException {
        for (String name : List.of("../outside.dcm", "/etc/x", HASH, HASH + ".dcm/x", "x/" + HASH + ".dcm", HASH.toUpperCase() + ".dcm")) {
            assertThatThrownBy(() -> verify(pack(ours(), name, dicomFile(), true))).as(name).isInstanceOf(DamagedPackException.class);
        }
        assertThatThrownBy(() -> verify(pack(ours(), HASH + ".dcm", dicomFile(), true))).isInstanceOf(DamagedPackException.class);
        assertThatThrownBy(() -> verify(pack(ours(), HASH + ".dcm", new byte[] {1, 2}, true)))
                .isInstanceOf(DamagedPackException.class);
        assertThatThrownBy(() -> verify(pack(ours(), HASH + ".dcm", dicomFile(), false))).isInstanceOf(DamagedPackException.class);
        assertThatThrownBy(() -> verify(pack("something else", HASH + ".dcm", dicomFile(), true)))
                .isInstanceOf(DamagedPackException.class);
        assertThatThrownBy(() -> verify(pack(PackWriter.COMMENT + "00000000", HASH + ".dcm", dicomFile(), true)))
                .isInstanceOf(PackFile.OtherKeyException.class);
        assertThatThrownBy(() -> verify(Files.writeString(folder.resolve("text.zip"), "a text")))
                .isInstanceOf(DamagedPackException.class);
    }

    /** The directory of the ZIP tells 1000 bytes; what comes out is a hundred million. */
    @Test
    void anEntryThatIsLongerThanToldEndsThere() throws IOException {
        byte[] large = new byte[100_000_000];
        System.arraycopy(dicomFile(), 0, large, 0, 600);
        Path file = pack(ours(), HASH + ".dcm", large, true);
        tellLength(file, 1_000);
        try (PackFile pack = PackFile.open(file, KEY); InputStream in = pack.open(HASH)) {
            long[] read = new long[1];
            byte[] buffer = new byte[1 << 16];
            assertThatThrownBy(() -> {
                for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                    read[0] += got;
                }
            }).isInstanceOf(DamagedPackException.class);
            assertThat(read[0]).isLessThanOrEqualTo(1_000);
        } catch (DamagedPackException e) {
            // Closing may complain of it again.
        }
    }

    /** Central directory header: signature 50 4B 01 02, uncompressed size at 24 (APPNOTE 4.3.12). */
    private static void tellLength(Path file, int bytes) throws IOException {
        byte[] all = Files.readAllBytes(file);
        int at = all.length - 4;
        while (ByteBuffer.wrap(all, at, 4).order(ByteOrder.LITTLE_ENDIAN).getInt() != 0x02014b50) {
            at--;
        }
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.seek(at + 24L);
            out.write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(bytes).array());
        }
    }

    @Test
    void aDataSetThatIsNotWhatItIsSaidToBeHasNoEnd() {
        byte[] bytes = new byte[5_000];
        new Random(1).nextBytes(bytes);
        String sha256 = FolderOfImages.sha256(bytes);
        assertThat(read(bytes, sha256, 5_000)).isNull();
        assertThat(read(bytes, HASH, 5_000)).isInstanceOf(DamagedPackException.class);
        assertThat(read(bytes, sha256, 4_999)).isInstanceOf(DamagedPackException.class);
        assertThat(read(bytes, sha256, 5_001)).isInstanceOf(DamagedPackException.class);
    }

    private static Throwable read(byte[] bytes, String sha256, long length) {
        return org.assertj.core.api.Assertions.catchThrowable(() -> new CheckedDataSet(new ByteArrayInputStream(bytes), sha256,
                length).transferTo(OutputStream.nullOutputStream()));
    }

    private static String line(String path) {
        return HASH + "\tImages_" + "0".repeat(32) + ".zip\t1.2\t1.3\t1.4\t" + path + "\t2026-01-02\t10";
    }

    private Path list(String text) throws IOException {
        return Files.writeString(folder.resolve("index.tsv"), text, StandardCharsets.US_ASCII);
    }

    @Test
    void aListWithPathsThatLeaveTheArchiveOrOtherNonsenseIsRefused() throws IOException {
        String good = line("2026/01/02/1.4/1.3/1.2.dcm");
        assertThat(IndexedImage.parse(good).orElseThrow().line()).isEqualTo(good);
        for (String path : List.of("../../etc/passwd", "/etc/passwd", "../x", "..", "a/../b", "a/..", "./a", "a\\b", "C:/x", "")) {
            Path list = list(IndexedImage.HEAD + "\n" + good + "\n" + line(path) + "\n");
            assertThatThrownBy(() -> ImageIndex.read(list, _ -> { })).as(path).isInstanceOf(UnusableBackupException.class);
        }
        for (String text : List.of("", "another head\n", IndexedImage.HEAD, IndexedImage.HEAD + "\n" + good,
                IndexedImage.HEAD + "\n" + good.replace("Images_", "../Images_") + "\n",
                IndexedImage.HEAD + "\n" + good.replace("2026-01-02", "2026-13-02") + "\n",
                IndexedImage.HEAD + "\n" + "x".repeat(100_000))) {
            Path list = list(text);
            assertThatThrownBy(() -> ImageIndex.read(list, _ -> { })).isInstanceOf(UnusableBackupException.class);
        }
    }
}
