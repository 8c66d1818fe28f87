package org.hospitalviewer.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskCacheTest {
    private static final byte[] PICTURE = new byte[1000];

    @TempDir
    private Path folder;

    private long bytesOnDisk() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private void lastUsed(String key, Instant time) {
        try {
            Files.setLastModifiedTime(folder.resolve(key.substring(0, 2)).resolve(key), FileTime.from(time));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aPictureIsKeptBeyondTheEndOfTheProgram() {
        new DiskCache(folder, 100_000).put("aa01", PICTURE);
        DiskCache afterRestart = new DiskCache(folder, 100_000);
        assertThat(afterRestart.get("aa01")).hasValue(PICTURE);
        assertThat(afterRestart.get("aa02")).isEmpty();
    }

    @Test
    void thePicturesUsedLongestAgoMakeRoom() throws IOException {
        DiskCache cache = new DiskCache(folder, 5_500);
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        for (int i = 1; i <= 5; i++) {
            cache.put("aa0" + i, PICTURE);
            lastUsed("aa0" + i, start.plusSeconds(i));
        }
        assertThat(cache.get("aa01")).as("used, and so no longer the oldest").isPresent();
        cache.put("bb01", PICTURE);
        assertThat(cache.get("aa02")).isEmpty();
        assertThat(cache.get("aa01")).isPresent();
        assertThat(cache.get("bb01")).isPresent();
        assertThat(bytesOnDisk()).isLessThanOrEqualTo(5_500);
    }

    @Test
    void whatLayInTheFolderBeforeCountsToo() throws IOException {
        DiskCache before = new DiskCache(folder, 100_000);
        for (int i = 0; i < 9; i++) {
            before.put("cc0" + i, PICTURE);
        }
        new DiskCache(folder, 4_000).put("dd01", PICTURE);
        assertThat(bytesOnDisk()).isLessThanOrEqualTo(4_000);
    }

    @Test
    void aFolderThatCannotBeWrittenOnlyMeansThatNothingIsKept() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        DiskCache cache = new DiskCache(file.resolve("below"), 1_000);
        cache.put("aa01", PICTURE);
        assertThat(cache.get("aa01")).isEmpty();
    }
}
