package org.hospitalviewer.archive.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The plain tree of DICOM files: {@code yyyy/mm/dd/StudyUID/SeriesUID/SOPUID.dcm} by day of receipt. */
final class FileStore {

    private static final DateTimeFormatter DAY_FOLDER = DateTimeFormatter.ofPattern("yyyy/MM/dd");
    /** Longer paths make trouble on Windows once the home folder is put before them. */
    private static final int MAX_RELATIVE_PATH = 180;
    private static final int HASH_BYTES = 10;
    private static final String INCOMING = ".incoming";
    private static final int MAX_FOLDERS_REMEMBERED = 10_000;

    private final Path root;
    private final Set<Path> durableFolders = ConcurrentHashMap.newKeySet();

    FileStore(Path root) throws IOException {
        this.root = root;
        Files.createDirectories(incoming());
    }

    Path root() {
        return root;
    }

    /** Removes what was being received when the program was killed; nobody was told that it is stored. */
    void removeUnfinished() throws IOException {
        try (Stream<Path> unfinished = Files.list(incoming())) {
            for (Path file : unfinished.toList()) {
                Files.delete(file);
            }
        }
    }

    Path newTemporaryFile() throws IOException {
        return Files.createTempFile(incoming(), "", ".part");
    }

    Path resolve(String relativePath) {
        return root.resolve(relativePath);
    }

    /** Relative path of an object's file; UIDs give way to short hashes where it would be too long. */
    static String relativePath(LocalDate receivedOn, String studyUid, String seriesUid, String sopUid) {
        String day = DAY_FOLDER.format(receivedOn);
        String path = day + "/" + studyUid + "/" + seriesUid + "/" + sopUid + ".dcm";
        return path.length() <= MAX_RELATIVE_PATH ? path
                : day + "/" + hash(studyUid) + "/" + hash(seriesUid) + "/" + hash(sopUid) + ".dcm";
    }

    Path dayFolder(LocalDate day) {
        return root.resolve(DAY_FOLDER.format(day));
    }

    /**
     * Gives a finished temporary file its place and returns when that is durable: file contents first, then the name, then
     * the folder that holds the name.
     */
    void moveIntoPlace(FileChannel finished, Path temporary, Path target) throws IOException {
        finished.force(true);
        createDurableFolder(target.getParent());
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        forceFolder(target.getParent());
    }

    /** A folder counts as durable only after its name was forced by us, whoever made it. */
    private void createDurableFolder(Path folder) throws IOException {
        if (folder.equals(root) || durableFolders.contains(folder)) {
            return;
        }
        createDurableFolder(folder.getParent());
        Files.createDirectories(folder);
        forceFolder(folder.getParent());
        if (durableFolders.size() >= MAX_FOLDERS_REMEMBERED) {
            durableFolders.clear();
        }
        durableFolders.add(folder);
    }

    private static void forceFolder(Path folder) throws IOException {
        if (System.getProperty("os.name").startsWith("Windows")) {
            return; // NTFS journals names itself, and Windows cannot open a folder for this.
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private Path incoming() {
        return root.resolve(INCOMING);
    }

    private static String hash(String uid) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(uid.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
