package org.hospitalviewer.sync.target;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** A folder of this computer, of a stick or of the network. */
public final class FolderConnection implements TargetConnection {

    private final Path root;

    private FolderConnection(Path root) {
        this.root = root;
    }

    /**
     * @param folder has to be there: a stick that is not plugged in must not become a folder of the same name
     * @throws TargetException when it is not
     */
    public static FolderConnection open(Path folder) throws TargetException {
        if (!Files.isDirectory(folder)) {
            throw new TargetException(Trouble.PATH, "The folder " + folder + " is not there. Is the disk plugged in, or "
                    + "the network folder connected?");
        }
        return new FolderConnection(folder.toAbsolutePath().normalize());
    }

    private Path path(String relative) throws TargetException {
        Path path = root.resolve(relative).normalize();
        if (!path.startsWith(root)) {
            throw new TargetException(Trouble.PATH, "The path " + relative + " leaves the folder of the target.");
        }
        return path;
    }

    @Override
    public OptionalLong size(String path) throws IOException {
        try {
            return OptionalLong.of(Files.size(path(path)));
        } catch (NoSuchFileException e) {
            return OptionalLong.empty();
        } catch (FileSystemException e) {
            throw trouble(e);
        }
    }

    @Override
    public void makeFolders(String folder) throws IOException {
        try {
            Files.createDirectories(path(folder));
        } catch (FileSystemException e) {
            throw trouble(e);
        }
    }

    @Override
    public void write(String path, long offset, Body body) throws IOException {
        try (FileChannel file = FileChannel.open(path(path), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.truncate(offset);
            file.position(offset);
            OutputStream out = new SkippingOutputStream(Channels.newOutputStream(file), offset);
            body.writeTo(out);
            out.flush();
            file.force(true);
        } catch (FileSystemException e) {
            throw trouble(e);
        } catch (TargetException e) {
            throw e;
        } catch (IOException e) {
            throw isNoSpace(e) ? noRoom(e) : e;
        }
    }

    /** After a loss of power the end of a file may be zeros; to write it anew is as fast. */
    @Override
    public boolean resumes() {
        return false;
    }

    @Override
    public Optional<String> sha256(String path) throws IOException {
        try (InputStream in = Files.newInputStream(path(path))) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return Optional.of(HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        } catch (FileSystemException e) {
            throw trouble(e);
        }
    }

    @Override
    public void rename(String from, String to) throws IOException {
        try {
            Files.move(path(from), path(to), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (FileSystemException e) {
            throw trouble(e);
        }
    }

    @Override
    public void delete(String path) throws IOException {
        try {
            Files.deleteIfExists(path(path));
        } catch (FileSystemException e) {
            throw trouble(e);
        }
    }

    @Override
    public void deleteFolder(String folder) throws IOException {
        try {
            Files.deleteIfExists(path(folder));
        } catch (DirectoryNotEmptyException e) {
            return; // something else lies there
        } catch (FileSystemException e) {
            throw trouble(e);
        }
    }

    @Override
    public List<RemoteEntry> list(String folder) throws IOException {
        try (Stream<Path> entries = Files.list(path(folder))) {
            List<RemoteEntry> all = new ArrayList<>();
            for (Path entry : (Iterable<Path>) entries::iterator) {
                boolean isFolder = Files.isDirectory(entry);
                all.add(new RemoteEntry(entry.getFileName().toString(), isFolder, isFolder ? 0 : Files.size(entry)));
            }
            return all;
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (FileSystemException e) {
            throw trouble(e);
        }
    }

    private static TargetException trouble(FileSystemException e) {
        if (isNoSpace(e)) {
            return noRoom(e);
        }
        return e instanceof AccessDeniedException || isReadOnly(e)
                ? new TargetException(Trouble.PERMISSION, "The folder may not be written: " + e.getMessage(), e)
                : new TargetException(Trouble.LINE, "The folder does not answer: " + e.getMessage(), e);
    }

    private static TargetException noRoom(IOException e) {
        return new TargetException(Trouble.QUOTA, "The disk of the folder is full.", e);
    }

    private static boolean isNoSpace(IOException e) {
        return Stream.of("No space left", "not enough space", "quota").anyMatch(String.valueOf(e.getMessage())::contains);
    }

    private static boolean isReadOnly(IOException e) {
        return Set.of("Read-only file system", "Permission denied", "Operation not permitted").stream()
                .anyMatch(String.valueOf(e.getMessage())::contains);
    }

    @Override
    public void close() {
        // nothing is open between two calls
    }
}
