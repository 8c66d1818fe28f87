package org.hospitalviewer.backup.target;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.hospitalviewer.appliance.DurableFile;

/** A folder of this computer, of a stick or of the network. Backups lie in a folder of their own within it. */
public final class FolderTarget implements BackupTarget {

    /** The folder that is made within the given one. */
    public static final String FOLDER = "DICOM_Viewer_Backups";

    private static final String IMAGES = "images";
    private static final String PART = ".part";
    /** Beyond the backup itself, so that others on the disk can go on. */
    private static final long SPARE_BYTES = 50L << 20;
    private static final long FAT32_BYTES = (4L << 30) - 1;
    private static final long BYTES_PER_MEGABYTE = 1_000_000;

    private final Path given;
    private final Path folder;

    /** @param given exists already: a stick that is not plugged in is not made anew as a folder */
    public FolderTarget(Path given) {
        this(given, FOLDER.equals(String.valueOf(given.getFileName())) ? given : given.resolve(FOLDER));
    }

    private FolderTarget(Path given, Path folder) {
        this.given = given;
        this.folder = folder;
    }

    /** A folder that itself holds backups, such as a copy under another name. */
    public static FolderTarget itself(Path folder) {
        return new FolderTarget(folder, folder);
    }

    @Override
    public String place() {
        return folder.toString();
    }

    @Override
    public List<StoredBackup> list() throws IOException {
        return files(folder).stream().map(file -> StoredBackup.of(file.getFileName().toString(), file.toFile().length()))
                .flatMap(Optional::stream).sorted(Comparator.comparing(StoredBackup::createdAt).reversed()).toList();
    }

    @Override
    public List<ImagePack> packs() throws IOException {
        return files(folder.resolve(IMAGES)).stream().filter(file -> ImagePack.isName(file.getFileName().toString()))
                .map(file -> new ImagePack(file.getFileName().toString(), file.toFile().length())).toList();
    }

    private List<Path> files(Path within) throws IOException {
        requireThere();
        if (!Files.exists(within)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(within)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw trouble(e);
        }
    }

    private Path path(String name) {
        return (ImagePack.isName(name) ? folder.resolve(IMAGES) : folder).resolve(name);
    }

    private static boolean isOurs(String name) {
        return ImagePack.isName(name) || StoredBackup.of(name, 0).isPresent();
    }

    @Override
    public long put(String name, long expectedBytes, Writing content) throws IOException {
        requireThere();
        Path file = path(name);
        Path part = file.resolveSibling(name + PART);
        prepare(file.getParent(), expectedBytes);
        try {
            try (OutputStream out = open(part)) {
                content.to(new TroubleTellingStream(out));
            }
            return settle(part, file);
        } catch (Trouble e) {
            throw trouble(e.cause());
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void prepare(Path within, long expectedBytes) throws IOException {
        try {
            Files.createDirectories(within);
            removeParts(within);
        } catch (IOException e) {
            throw trouble(e);
        }
        requireRoom(expectedBytes);
    }

    private static OutputStream open(Path part) throws Trouble {
        try {
            return Files.newOutputStream(part);
        } catch (IOException e) {
            throw new Trouble(e);
        }
    }

    private static long settle(Path part, Path file) throws Trouble {
        try {
            DurableFile.sync(part);
            DurableFile.move(part, file);
            return Files.size(file);
        } catch (IOException e) {
            throw new Trouble(e);
        }
    }

    /** Left by runs that were killed. */
    private static void removeParts(Path within) throws IOException {
        try (Stream<Path> files = Files.list(within)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".zip" + PART)).toList()) {
                Files.delete(file);
            }
        }
    }

    private void requireThere() throws TargetUnavailableException {
        if (!Files.isDirectory(given)) {
            throw new TargetUnavailableException("The folder " + given + " is not there. If it is on a stick or in the network, "
                    + "plug it in or connect it.");
        }
    }

    private void requireRoom(long expectedBytes) throws IOException {
        FileStore disk = Files.getFileStore(folder);
        long free = disk.getUsableSpace();
        if (free < expectedBytes + SPARE_BYTES) {
            throw new TargetUnavailableException("There is not enough room in " + given + ": about "
                    + megabytes(expectedBytes + SPARE_BYTES) + " MB are needed, " + megabytes(free) + " MB are free.");
        }
        if (expectedBytes > FAT32_BYTES && isFat32(disk)) {
            throw new TargetUnavailableException(tooLarge());
        }
    }

    private static long megabytes(long bytes) {
        return (bytes + BYTES_PER_MEGABYTE - 1) / BYTES_PER_MEGABYTE;
    }

    private static boolean isFat32(FileStore disk) {
        String type = disk.type().toLowerCase(Locale.ROOT);
        return type.equals("vfat") || type.equals("msdos") || type.startsWith("fat");
    }

    private String tooLarge() {
        return "The backup is larger than 4 GB, which the disk of " + given + " (FAT32) does not take as one file. "
                + "Format it as exFAT or NTFS, or back up less.";
    }

    private IOException trouble(IOException failure) {
        String reason = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        if (reason.contains("no space") || reason.contains("not enough space") || reason.contains("quota")) {
            return new TargetUnavailableException("The disk of " + given + " is full. Nothing new was kept.", failure);
        }
        if (reason.contains("too large") || reason.contains("too big")) {
            return new TargetUnavailableException(tooLarge(), failure);
        }
        if (failure instanceof AccessDeniedException || reason.contains("denied") || reason.contains("read-only")) {
            return new TargetUnavailableException("The program may not write to " + folder + ".", failure);
        }
        return new TargetUnavailableException("The folder " + folder + " cannot be used: " + failure.getMessage() + ".", failure);
    }

    @Override
    public Fetched get(String name, Path scratch) throws IOException {
        requireThere();
        Path file = path(name);
        if (!isOurs(name) || !Files.isRegularFile(file)) {
            throw new TargetUnavailableException("There is no backup " + name + " in " + folder + " any more.");
        }
        return Fetched.itself(file);
    }

    @Override
    public void delete(String name) throws IOException {
        if (isOurs(name)) {
            try {
                Files.deleteIfExists(path(name));
            } catch (IOException e) {
                throw trouble(e);
            }
        }
    }

    @Override
    public String test() throws IOException {
        requireThere();
        Path probe = folder.resolve("probe.tmp");
        try {
            Files.createDirectories(folder);
            DurableFile.write(probe, new byte[] {1});
            Files.delete(probe);
            FileStore disk = Files.getFileStore(folder);
            return "All is well: files can be written and deleted, " + megabytes(disk.getUsableSpace()) + " MB are free."
                    + (isFat32(disk) ? " The disk (FAT32) takes backups of up to 4 GB." : "");
        } catch (IOException e) {
            throw trouble(e);
        }
    }

    /** Tells a failure of the disk from one of what is written to it. */
    private static final class TroubleTellingStream extends OutputStream {

        private final OutputStream out;

        private TroubleTellingStream(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] buffer, int offset, int length) throws IOException {
            try {
                out.write(buffer, offset, length);
            } catch (IOException e) {
                throw new Trouble(e);
            }
        }
    }

    private static final class Trouble extends IOException {

        private Trouble(IOException cause) {
            super(cause);
        }

        private IOException cause() {
            return (IOException) getCause();
        }
    }
}
