package org.hospitalviewer.backup.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hospitalviewer.backup.file.Manifest.Content;
import org.hospitalviewer.backup.file.UnusableBackupException.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file itself: what is written comes back, and whatever is wrong with a file is told before anything is read from it. */
class BackupFileTest {

    private static final RecoveryKey KEY = RecoveryKey.random();
    private static final byte[] LARGE = new byte[300_000];

    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void write() throws IOException {
        new Random(1).nextBytes(LARGE);
        file = folder.resolve("backup.zip");
        write(file, "config/a.properties", "logs/ä b.log");
    }

    private static void write(Path file, String small, String large) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            BackupWriter backup = new BackupWriter(out, KEY);
            backup.add(small, new ByteArrayInputStream("x=1".getBytes(StandardCharsets.UTF_8)));
            backup.add(large, new ByteArrayInputStream(LARGE));
            backup.finish(BackupWriter.head("1.0", Instant.EPOCH, "20", List.of(Content.CONFIGURATION)), List.of());
        }
    }

    private static UnusableBackupException refused(Path path, RecoveryKey key) {
        Throwable thrown = catchThrowable(() -> {
            try (BackupFile backup = BackupFile.open(path, key)) {
                backup.verify((_, _) -> { });
            }
        });
        assertThat(thrown).isInstanceOf(UnusableBackupException.class);
        return (UnusableBackupException) thrown;
    }

    @Test
    void whatIsWrittenComesBackWithItsHashes() throws IOException {
        try (BackupFile backup = BackupFile.open(file, KEY)) {
            assertThat(backup.manifest().program()).isEqualTo("1.0");
            assertThat(backup.manifest().entries()).extracting(Manifest.Entry::name)
                    .containsExactly("config/a.properties", "logs/ä b.log");
            ByteArrayOutputStream read = new ByteArrayOutputStream();
            backup.read(backup.entries("logs/").getFirst(), read);
            assertThat(read.toByteArray()).isEqualTo(LARGE);
            backup.verify((_, _) -> { });
        }
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)).doesNotContain("x=1", KEY.text());
    }

    @Test
    void anotherKeyIsToldByItsNumber() {
        RecoveryKey other = RecoveryKey.random();
        UnusableBackupException refusal = refused(file, other);
        assertThat(refusal.reason()).isEqualTo(Reason.WRONG_KEY);
        assertThat(refusal).hasMessageContaining(KEY.id()).hasMessageContaining(other.id());
    }

    @Test
    void aFileCutShortAnywhereIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length += 1 + whole.length / 40) {
            Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, length));
            assertThat(refused(cut, KEY).reason()).isIn(Reason.FOREIGN, Reason.DAMAGED);
        }
    }

    @Test
    void aFlippedByteInAnyContentIsFound() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(2);
        for (int round = 0; round < 60; round++) {
            byte[] changed = whole.clone();
            int at = round < 30 ? whole.length - 1 - round * 17 : random.nextInt(whole.length);
            changed[at] ^= (byte) (1 << random.nextInt(8));
            Path flipped = Files.write(folder.resolve("flipped.zip"), changed);
            Throwable thrown = catchThrowable(() -> {
                try (BackupFile backup = BackupFile.open(flipped, KEY)) {
                    backup.verify((_, _) -> { });
                }
            });
            // Some bytes of a ZIP mean nothing, such as times of files: then everything reads as it was written.
            assertThat(thrown == null || thrown instanceof UnusableBackupException).as("byte %s: %s", at, thrown).isTrue();
        }
        changedContent(whole, "logs/ä b.log");
    }

    private void changedContent(byte[] whole, String after) throws IOException {
        String text = new String(whole, StandardCharsets.ISO_8859_1);
        int name = text.indexOf(new String(after.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        byte[] changed = whole.clone();
        changed[name + 1_000] ^= 1;
        UnusableBackupException refusal = refused(Files.write(folder.resolve("changed.zip"), changed), KEY);
        assertThat(refusal.reason()).isEqualTo(Reason.DAMAGED);
        assertThat(refusal).hasMessageContaining("changed.zip is damaged. Nothing was changed.");
    }

    @Test
    void otherFilesAreNoBackups() throws IOException {
        Path foreign = folder.resolve("foreign.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(foreign))) {
            zip.putNextEntry(new ZipEntry("manifest.json"));
            zip.write("{}".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(refused(foreign, KEY)).hasMessage("foreign.zip is not a backup of this program.");
        assertThat(refused(Files.writeString(folder.resolve("text.zip"), "a text"), KEY).reason()).isEqualTo(Reason.FOREIGN);
        assertThat(refused(Files.createFile(folder.resolve("empty.zip")), KEY).reason()).isEqualTo(Reason.FOREIGN);
        assertThat(refused(folder.resolve("nothing.zip"), KEY).reason()).isEqualTo(Reason.MISSING);
        assertThat(refused(folder, KEY).reason()).isEqualTo(Reason.MISSING);
    }

    @Test
    void namesThatLeaveTheirFolderAreRefused() throws IOException {
        for (String name : List.of("config/../../outside", "../outside", "/etc/outside", "config\\..\\outside", "C:/outside",
                "config/..", "config//x", "a/./b")) {
            Path hostile = folder.resolve("hostile.zip");
            write(hostile, name, "logs/x.log");
            assertThat(refused(hostile, KEY).reason()).as(name).isEqualTo(Reason.DAMAGED);
        }
        assertThat(folder.resolve("../outside")).doesNotExist();
    }

    @Test
    void aNewerFormatIsToldFromADamagedFile() throws IOException {
        Path newer = folder.resolve("newer.zip");
        try (OutputStream out = Files.newOutputStream(newer)) {
            BackupWriter backup = new BackupWriter(out, KEY);
            backup.finish(new Manifest(Manifest.FORMAT + 1, "9.0", Instant.EPOCH, "99", List.of(), List.of(), List.of()),
                    List.of());
        }
        assertThat(refused(newer, KEY).reason()).isEqualTo(Reason.NEWER);
    }

    @Test
    void readingAnEntryThatIsNotWhatTheManifestSaysFails() throws IOException {
        try (BackupFile backup = BackupFile.open(file, KEY)) {
            Manifest.Entry entry = backup.entries("config/").getFirst();
            assertThatThrownBy(() -> backup.read(new Manifest.Entry(entry.name(), entry.bytes(), "00"),
                    OutputStream.nullOutputStream())).isInstanceOf(UnusableBackupException.class);
        }
    }
}
