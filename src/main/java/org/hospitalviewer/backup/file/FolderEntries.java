package org.hospitalviewer.backup.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A folder of the computer in a backup. */
public final class FolderEntries {

    private FolderEntries() {
    }

    /**
     * Writes all files below a folder; one that goes away meanwhile is left out.
     *
     * @param prefix of their names in the backup, ending in a slash
     * @param wanted gets the paths of files and folders
     */
    public static void write(BackupWriter backup, String prefix, Path folder, Predicate<Path> wanted, BackupFile.Step step)
            throws IOException {
        for (Path file : files(folder, wanted)) {
            try (InputStream content = Files.newInputStream(file)) {
                backup.add(name(prefix, folder, file), content);
            } catch (NoSuchFileException e) {
                continue;
            }
            step.read(file.getFileName().toString(), file.toFile().length());
        }
    }

    /** Length of all files below a folder, in bytes. */
    public static long bytes(Path folder, Predicate<Path> wanted) throws IOException {
        return files(folder, wanted).stream().mapToLong(file -> file.toFile().length()).sum();
    }

    /** On Linux a name may hold signs that mean something else on Windows. */
    private static String name(String prefix, Path folder, Path file) {
        StringBuilder name = new StringBuilder(prefix);
        for (Path step : folder.relativize(file)) {
            name.append(name.length() > prefix.length() ? "/" : "").append(step.toString().replaceAll("[\\\\:\\p{Cntrl}]", "_"));
        }
        return name.toString();
    }

    private static List<Path> files(Path folder, Predicate<Path> wanted) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile).filter(file -> isWanted(folder, file, wanted)).sorted().toList();
        }
    }

    private static boolean isWanted(Path folder, Path file, Predicate<Path> wanted) {
        for (Path at = file; !at.equals(folder); at = at.getParent()) {
            if (!wanted.test(at)) {
                return false;
            }
        }
        return true;
    }
}
