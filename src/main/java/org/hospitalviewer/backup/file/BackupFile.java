package org.hospitalviewer.backup.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.lingala.zip4j.ZipFile;
import net.lingala.zip4j.exception.ZipException;
import net.lingala.zip4j.model.FileHeader;
import org.hospitalviewer.backup.file.Manifest.Entry;
import org.hospitalviewer.backup.file.UnusableBackupException.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A backup to be read. Whatever the file is, it is looked at with bounded memory and nothing outside is touched. */
public final class BackupFile implements Closeable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern COMMENT = Pattern.compile(Pattern.quote(BackupWriter.COMMENT) + "([0-9a-f]{8})");
    /** Folders of plain names: nothing that leads out of the folder it is unpacked to, on any system. */
    private static final Pattern SAFE_NAME = Pattern.compile("(?!.*(^|/)\\.{1,2}(/|$))[^/\\\\:\\p{Cntrl}]+(/[^/\\\\:\\p{Cntrl}]+)*");
    private static final int MAX_MANIFEST_BYTES = 64 << 20;
    private static final int BUFFER_BYTES = 64 * 1024;

    private final Path path;
    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(Path path, ZipFile zip, Manifest manifest) {
        this.path = path;
        this.zip = zip;
        this.manifest = manifest;
    }

    /** Is told of each file that was read; may throw to end the reading. */
    public interface Step {
        void read(String name, long bytes);
    }

    /**
     * Opens a backup and reads its manifest.
     *
     * @throws UnusableBackupException when it is none, the key is another one, or it is damaged
     */
    public static BackupFile open(Path path, RecoveryKey key) throws UnusableBackupException {
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new UnusableBackupException(Reason.MISSING, "There is no file " + path + " that can be read.");
        }
        ZipFile zip = new ZipFile(path.toFile(), key.password());
        zip.setBufferSize(BUFFER_BYTES);
        try {
            requireKey(path, zip, key);
            Manifest manifest = manifest(path, zip);
            requireSame(path, zip, manifest);
            return new BackupFile(path, zip, manifest);
        } catch (IOException e) {
            throw close(path, zip, e);
        } catch (RuntimeException e) {
            // The library meets broken headers with any of them.
            throw close(path, zip, damaged(path, e));
        }
    }

    private static UnusableBackupException close(Path path, ZipFile zip, IOException failure) {
        try {
            zip.close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
        return failure instanceof UnusableBackupException known ? known : damaged(path, failure);
    }

    private static void requireKey(Path path, ZipFile zip, RecoveryKey key) throws IOException {
        Matcher comment;
        try {
            comment = COMMENT.matcher(zip.getComment() == null ? "" : zip.getComment());
        } catch (ZipException e) {
            throw new UnusableBackupException(Reason.FOREIGN, path.getFileName()
                    + " is not a backup of this program, or it is cut short.", e);
        }
        if (!comment.matches()) {
            throw new UnusableBackupException(Reason.FOREIGN, path.getFileName() + " is not a backup of this program.");
        }
        if (!comment.group(1).equals(key.id())) {
            throw new UnusableBackupException(Reason.WRONG_KEY, "This is not the recovery key of " + path.getFileName()
                    + ". It needs the key with the number " + comment.group(1) + "; this one has the number " + key.id() + ".");
        }
    }

    private static Manifest manifest(Path path, ZipFile zip) throws IOException {
        FileHeader header = zip.getFileHeader(Manifest.NAME);
        if (header == null || header.getUncompressedSize() > MAX_MANIFEST_BYTES) {
            throw new UnusableBackupException(Reason.FOREIGN, path.getFileName() + " is not a backup of this program.");
        }
        try (InputStream in = zip.getInputStream(header)) {
            byte[] json = in.readNBytes(MAX_MANIFEST_BYTES);
            Manifest manifest = JSON.readValue(json, Manifest.class);
            if (manifest.format() > Manifest.FORMAT) {
                throw new UnusableBackupException(Reason.NEWER, path.getFileName()
                        + " was made by a newer version of the program (" + manifest.program() + "). Update this one first.");
            }
            return manifest;
        } catch (JacksonException | NullPointerException e) {
            throw damaged(path, e);
        }
    }

    /** Nothing may be missing, more, twice, or named so that it would leave its folder. */
    private static void requireSame(Path path, ZipFile zip, Manifest manifest) throws IOException {
        Set<String> expected = new HashSet<>();
        expected.add(Manifest.NAME);
        for (Entry entry : manifest.entries()) {
            if (!SAFE_NAME.matcher(entry.name()).matches() || !expected.add(entry.name())) {
                throw damaged(path, null);
            }
        }
        List<FileHeader> headers = zip.getFileHeaders();
        boolean same = headers.size() == expected.size() && headers.stream().map(FileHeader::getFileName).allMatch(expected::remove);
        if (!same) {
            throw damaged(path, null);
        }
    }

    private static UnusableBackupException damaged(Path path, Exception cause) {
        return new UnusableBackupException(Reason.DAMAGED, path.getFileName() + " is damaged. Nothing was changed. Use another "
                + "backup.", cause);
    }

    public Manifest manifest() {
        return manifest;
    }

    /** Reads everything and compares it with the manifest. */
    public void verify(Step step) throws IOException {
        for (Entry entry : manifest.entries()) {
            read(entry, OutputStream.nullOutputStream());
            step.read(entry.name(), entry.bytes());
        }
    }

    /** The files whose names begin so, in the order in which they were written. */
    public List<Entry> entries(String prefix) {
        return manifest.entries().stream().filter(entry -> entry.name().startsWith(prefix)).toList();
    }

    /**
     * Reads a file to its end.
     *
     * @throws UnusableBackupException when it is not what the manifest says; a part has been written by then
     */
    public void read(Entry entry, OutputStream out) throws IOException {
        Digest digest = new Digest();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = zip.getInputStream(zip.getFileHeader(entry.name()))) {
            int length = read(in, buffer);
            while (length >= 0 && digest.bytes() <= entry.bytes()) {
                digest.write(buffer, 0, length);
                out.write(buffer, 0, length);
                length = read(in, buffer);
            }
        } catch (ZipException e) {
            throw damaged(path, e);
        }
        if (digest.bytes() != entry.bytes() || !digest.hex().equals(entry.sha256())) {
            throw damaged(path, null);
        }
    }

    /** What is wrong with reading is told apart from what is wrong with writing. */
    private int read(InputStream in, byte[] buffer) throws UnusableBackupException {
        try {
            return in.read(buffer);
        } catch (IOException | RuntimeException e) {
            throw damaged(path, e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
