package org.hospitalviewer.dicomweb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers kept on disk. Whatever goes wrong with it costs time only: what is not there is made again. Those used longest
 * ago are removed when there are too many bytes.
 */
final class DiskCache {
    private static final Logger LOG = LoggerFactory.getLogger(DiskCache.class);
    /** How exactly the time of the last use is kept. */
    private static final Duration USE_STEP = Duration.ofMinutes(10);
    /** Share of the room that stays filled when room is made. */
    private static final double KEPT = 0.9;

    private final Path folder;
    private final long maxBytes;
    /** Bytes on disk; below 0 as long as nobody has counted. */
    private long bytes = -1;

    /**
     * A cache.
     *
     * @param folder   made when needed; belongs to the cache alone
     * @param maxBytes of all answers
     */
    DiskCache(Path folder, long maxBytes) {
        this.folder = folder;
        this.maxBytes = maxBytes;
    }

    /**
     * A kept answer.
     *
     * @param key letters and digits
     */
    Optional<byte[]> get(String key) {
        Path file = file(key);
        try {
            byte[] answer = Files.readAllBytes(file);
            Instant now = Instant.now();
            if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(USE_STEP))) {
                Files.setLastModifiedTime(file, FileTime.from(now));
            }
            return Optional.of(answer);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void put(String key, byte[] answer) {
        Path file = file(key);
        try {
            Files.createDirectories(file.getParent());
            Path part = Files.createTempFile(folder, "", ".part");
            Files.write(part, answer);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            account(answer.length);
        } catch (IOException e) {
            LOG.debug("An answer could not be kept", e);
        }
    }

    private Path file(String key) {
        return folder.resolve(key.substring(0, 2)).resolve(key);
    }

    private synchronized void account(long added) throws IOException {
        bytes = bytes < 0 ? all().stream().mapToLong(Kept::bytes).sum() : bytes + added;
        if (bytes > maxBytes) {
            makeRoom();
        }
    }

    private void makeRoom() throws IOException {
        List<Kept> oldestFirst = all().stream().sorted(Comparator.comparing(Kept::used)).toList();
        bytes = oldestFirst.stream().mapToLong(Kept::bytes).sum();
        for (Kept kept : oldestFirst) {
            if (bytes <= maxBytes * KEPT) {
                return;
            }
            Files.deleteIfExists(kept.file());
            bytes -= kept.bytes();
        }
    }

    private List<Kept> all() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(Kept::of).flatMap(Optional::stream).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private record Kept(Path file, long bytes, FileTime used) {
        static Optional<Kept> of(Path file) {
            try {
                return Optional.of(new Kept(file, Files.size(file), Files.getLastModifiedTime(file)));
            } catch (IOException e) {
                return Optional.empty(); // removed at this moment
            }
        }
    }
}
