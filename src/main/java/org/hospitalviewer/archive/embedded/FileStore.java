package org.hospitalviewer.archive.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The plain tree of DICOM files: {@code yyyy/mm/dd/StudyUID/SeriesUID/SOPUID.dcm} by day of receipt. */
final class FileStore {

    private static final DateTimeFormatter DAY_FOLDER = DateTimeFormatter.ofPattern("yyyy/MM/dd");
    /** Longer paths make trouble on Windows once the home folder is put before them. */
    private static final int MAX_RELATIVE_PATH = 180;
    private static final int HASH_BYTES = 10;
    /** Depth of the day folders. */
    private static final int DAY_DEPTH = 3;
    private static final String INCOMING = ".incoming";

    private final Path root;
    private final DurableFolders folders;

    FileStore(Path root, DurableFolders folders) throws IOException {
        this.root = root;
        this.folders = folders;
        folders.create(root);
        Files.createDirectories(incoming());
    }

    Path root() {
        return root;
    }

    /** Removes what was being received when the program was killed; nobody was told that it is stored. */
    void removeUnfinished() throws IOException {
        try (Stream<Path> unfinished = Files.list(incoming())) {
            for (Path file : unfinished.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }

    IncomingFile newIncomingFile() throws IOException {
        return IncomingFile.create(incoming(), folders);
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

    /** Days with a folder, in their order, from the given one on. */
    List<LocalDate> daysSince(LocalDate from) throws IOException {
        try (Stream<Path> tree = Files.walk(root, DAY_DEPTH)) {
            return tree.filter(Files::isDirectory).flatMap(folder -> day(root.relativize(folder)).stream())
                    .filter(day -> !day.isBefore(from)).sorted().toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Optional<LocalDate> day(Path folder) {
        if (folder.getNameCount() != DAY_DEPTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(folder.getName(0) + "-" + folder.getName(1) + "-" + folder.getName(2)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Day of receipt by a relative path. */
    static LocalDate dayOf(String path) {
        String[] names = path.split("/", DAY_DEPTH + 1);
        return LocalDate.parse(names[0] + "-" + names[1] + "-" + names[2]);
    }

    /** Relative paths of all versions of an object that are there, the newest last; given the path of one of them. */
    List<String> versionsOf(String path) {
        FileVersion known = FileVersion.of(path);
        List<String> versions = new ArrayList<>();
        for (int number = 1; number <= known.number() || versions.size() > 0
                && versions.getLast().equals(known.withNumber(number - 1).file()); number++) {
            String file = known.withNumber(number).file();
            if (Files.exists(root.resolve(file))) {
                versions.add(file);
            }
        }
        return versions;
    }

    /**
     * Relative paths, with forward slashes, of the objects received on a day in the order of their arrival: the newest
     * version of each.
     */
    List<String> pathsOf(LocalDate day) throws IOException {
        Map<Path, FileTime> arrivals = new HashMap<>();
        if (!Files.isDirectory(root.resolve(DAY_FOLDER.format(day)))) {
            return List.of();
        }
        Files.walkFileTree(root.resolve(DAY_FOLDER.format(day)), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && file.toString().endsWith(".dcm")) {
                    arrivals.put(file, attributes.lastModifiedTime());
                }
                return FileVisitResult.CONTINUE;
            }
        });
        Set<String> newest = new HashSet<>(FileVersion.newest(arrivals.keySet().stream().map(this::relative).toList()));
        return arrivals.entrySet().stream()
                .sorted(Map.Entry.<Path, FileTime>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(file -> relative(file.getKey())).filter(newest::contains).toList();
    }

    /** Moves a durable file from elsewhere on this disk to a free place, durably. */
    void takeIn(Path file, String path) throws IOException {
        Path target = root.resolve(path);
        folders.create(target.getParent());
        folders.move(file, target);
    }

    /** Deletes a file, durably. */
    void remove(String path) throws IOException {
        Path file = root.resolve(path);
        Files.deleteIfExists(file);
        folders.force(file.getParent());
    }

    /** Deletes a file whose object another file, of another name, stands for. */
    void removeSuperseded(String path, String newest) throws IOException {
        if (!FileVersion.of(path).isOfSameObject(FileVersion.of(newest))) {
            Files.deleteIfExists(root.resolve(path));
        }
    }

    private String relative(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
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
