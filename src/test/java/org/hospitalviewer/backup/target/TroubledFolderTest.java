package org.hospitalviewer.backup.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.hospitalviewer.peers.SmallDisk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full or read-only: what was there stays, and the reason is a sentence. */
class TroubledFolderTest {

    private static final int KILOBYTES = 60 * 1024;
    private static final String OLD = StoredBackup.name(Instant.parse("2026-01-01T02:00:00Z"));
    private static final String NEW = StoredBackup.name(Instant.parse("2026-01-02T02:00:00Z"));
    private static final String PACK = ImagePack.name("0123456789abcdef".repeat(2));

    @TempDir
    private Path folder;

    private static void write(OutputStream out, int megabytes) throws IOException {
        for (int written = 0; written < megabytes; written++) {
            out.write(new byte[1 << 20]);
        }
    }

    private void assertOnlyTheOldOnes(FolderTarget target) throws IOException {
        assertThat(target.list()).extracting(StoredBackup::name).containsExactly(OLD);
        assertThat(target.packs()).extracting(ImagePack::bytes).containsExactly(1L << 20);
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(file -> file.toString().endsWith(".part"))).isEmpty();
        }
    }

    @Test
    void aFullDiskKeepsWhatItHas() throws Exception {
        try (SmallDisk disk = SmallDisk.on(folder, KILOBYTES)) {
            FolderTarget target = new FolderTarget(folder);
            target.put(OLD, 0, out -> write(out, 1));
            target.put(PACK, 0, out -> write(out, 1));
            for (String name : new String[] {NEW, ImagePack.name("f".repeat(32))}) {
                assertThatThrownBy(() -> target.put(name, 0, out -> write(out, 70)))
                        .isInstanceOf(TargetUnavailableException.class)
                        .hasMessage("The disk of " + folder + " is full. Nothing new was kept.");
                assertOnlyTheOldOnes(target);
            }
            Path filler = disk.fillUntil(10 << 20);
            assertThatThrownBy(() -> target.put(NEW, 1, out -> write(out, 1))).isInstanceOf(TargetUnavailableException.class)
                    .hasMessageStartingWith("There is not enough room in " + folder);
            assertOnlyTheOldOnes(target);
            Files.delete(filler);
            target.put(NEW, 1, out -> write(out, 1));
            assertThat(target.list()).hasSize(2);
        }
    }

    @Test
    void aReadOnlyDiskKeepsWhatItHas() throws Exception {
        try (SmallDisk disk = SmallDisk.on(folder, KILOBYTES)) {
            FolderTarget target = new FolderTarget(folder);
            target.put(OLD, 0, out -> write(out, 1));
            target.put(PACK, 0, out -> write(out, 1));
            disk.readOnly(true);
            for (String name : new String[] {NEW, ImagePack.name("f".repeat(32))}) {
                assertThatThrownBy(() -> target.put(name, 0, out -> write(out, 1))).isInstanceOf(TargetUnavailableException.class)
                        .hasMessageStartingWith("The program may not write to " + folder);
            }
            assertThatThrownBy(target::test).hasMessageStartingWith("The program may not write to " + folder);
            assertOnlyTheOldOnes(target);
        }
    }
}
