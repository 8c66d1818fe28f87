package org.hospitalviewer.archive.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hospitalviewer.archive.TrashEntry;
import tools.jackson.databind.json.JsonMapper;

/**
 * One entry of the trash: a folder with a list of files, a description whose name is the entry's state, and the files
 * under the paths that they had.
 */
final class TrashFolder {

    private static final String FILES = "files.txt";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path data;
    private final Path folder;
    private final DurableFolders folders;
    private TrashState state;

    private TrashFolder(Path data, Path folder, DurableFolders folders, TrashState state) {
        this.data = data;
        this.folder = folder;
        this.folders = folders;
        this.state = state;
    }

    /**
     * Makes an entry whose files are still where they were. Once this returns they will be in the trash, whatever
     * happens.
     *
     * @param data  folder to which all paths are relative
     * @param files relative paths, with forward slashes
     */
    static TrashFolder begin(Path data, Path folder, DurableFolders folders, TrashEntry entry, List<String> files)
            throws IOException {
        folders.create(folder);
        write(folder.resolve(FILES), String.join("\n", files));
        Path unfinished = folder.resolve("entry.part");
        write(unfinished, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(entry));
        Files.move(unfinished, folder.resolve(TrashState.DELETING.fileName()), StandardCopyOption.ATOMIC_MOVE);
        folders.force(folder);
        return new TrashFolder(data, folder, folders, TrashState.DELETING);
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** The entry in a folder; empty when it was not even begun. */
    static Optional<TrashFolder> open(Path data, Path folder, DurableFolders folders) {
        for (TrashState state : TrashState.values()) {
            if (Files.isRegularFile(folder.resolve(state.fileName()))) {
                return Optional.of(new TrashFolder(data, folder, folders, state));
            }
        }
        return Optional.empty();
    }

    TrashState state() {
        return state;
    }

    TrashEntry entry() throws IOException {
        return JSON.readValue(Files.readString(folder.resolve(state.fileName())), TrashEntry.class);
    }

    /** Durably. */
    void become(TrashState next) throws IOException {
        Files.move(folder.resolve(state.fileName()), folder.resolve(next.fileName()), StandardCopyOption.ATOMIC_MOVE);
        folders.force(folder);
        state = next;
    }

    /** Relative paths of all files that belong here. */
    List<String> files() throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve(FILES), StandardCharsets.UTF_8)) {
            return lines.filter(line -> !line.isEmpty()).toList();
        }
    }

    /** Where a file lies in the trash. */
    Path inside(String file) {
        return folder.resolve(file);
    }

    /** Where a file lay before. */
    Path outside(String file) {
        return data.resolve(file);
    }

    /** Where a file lies now: in the trash as long as it is there. */
    Path now(String file) {
        return Files.exists(inside(file)) ? inside(file) : outside(file);
    }

    /** Moves in what is not here yet. A file that is here already belongs to somebody else outside. */
    void takeIn() throws IOException {
        Set<Path> changed = new LinkedHashSet<>();
        for (String file : files()) {
            Path from = outside(file);
            Path to = inside(file);
            if (Files.exists(from) && !Files.exists(to)) {
                folders.create(to.getParent());
                Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
                changed.add(to.getParent());
                changed.add(from.getParent());
            }
        }
        for (Path each : changed) {
            folders.force(each);
        }
    }

    /** Puts a file back where it lay. Whoever calls has made sure that its place is free. */
    void putBack(String file) throws IOException {
        Path to = outside(file);
        folders.create(to.getParent());
        folders.move(inside(file), to);
    }

    /** Moves a file to a free place of another kind, durably. */
    void moveOut(String file, Path target) throws IOException {
        folders.move(inside(file), target);
    }

    /** Deletes the folder with everything in it, the state at last: until then it will be tried again. */
    void delete() throws IOException {
        delete(folder, folder.resolve(state.fileName()), folders);
    }

    /** Deletes a folder in which nothing was begun. */
    static void deleteUnbegun(Path folder, DurableFolders folders) throws IOException {
        delete(folder, folder.resolve(FILES), folders);
    }

    private static void delete(Path folder, Path last, DurableFolders folders) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!file.equals(last)) {
                    Files.delete(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                if (visited.equals(folder)) {
                    Files.deleteIfExists(last);
                }
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
        folders.force(folder.getParent());
    }
}
