package org.hospitalviewer.ingest.folder;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.io.DicomFormatException;
import org.hospitalviewer.dicom.io.DicomInputStream;
import org.hospitalviewer.dicom.io.Part10;
import org.hospitalviewer.dicom.io.ReadOptions;

/** The storage folder of an Orthanc: {@code ab/cd/abcd1234-...}. It is only ever read. */
public final class OrthancStorage {

    private static final Pattern PART = Pattern.compile("[0-9a-f]{2}");
    private static final int PART_LENGTH = 2;
    private static final int HEADER_VALUE_BYTES = 1024;
    private static final ReadOptions HEADER =
            ReadOptions.DEFAULT.withStopBeforePixelData().withBulkThresholdBytes(HEADER_VALUE_BYTES);

    private final Path folder;

    OrthancStorage(Path folder) {
        this.folder = folder;
    }

    /**
     * A file of it.
     *
     * @param name           8-4-4-4-12 hexadecimal digits
     * @param bytes          as it lies there
     * @param modifiedMillis time of its last change, milliseconds since 1970
     */
    public record Attachment(String name, long bytes, long modifiedMillis) {
    }

    /** Takes what is found. */
    public interface Finder {

        void found(Attachment attachment) throws IOException;

        /** A folder within it, or a file, cannot be read. */
        void unreadable(Path path, String reason);
    }

    /** The bytes of a file are wrong: looking again would find the same. */
    public static final class DamagedException extends IOException {
        private DamagedException(IOException cause) {
            super(FolderWalk.reason(cause), cause);
        }
    }

    /** Whether anything in the folder is named as an Orthanc names it. */
    boolean isOne() throws IOException {
        try (DirectoryStream<Path> outer = parts(folder)) {
            for (Path one : outer) {
                try (DirectoryStream<Path> inner = parts(one)) {
                    if (inner.iterator().hasNext()) {
                        return true;
                    }
                }
            }
            return false;
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private static DirectoryStream<Path> parts(Path folder) throws IOException {
        return Files.newDirectoryStream(folder,
                entry -> PART.matcher(entry.getFileName().toString()).matches() && Files.isDirectory(entry));
    }

    /**
     * Tells of all files.
     *
     * @throws IOException the folder is not there now, or the finder's
     */
    public void each(Finder finder) throws IOException {
        if (!Files.isDirectory(folder) || !Files.isReadable(folder)) {
            throw new SourceAbsentException(folder);
        }
        try (DirectoryStream<Path> outer = parts(folder)) {
            for (Path one : outer) {
                eachOf(one, finder);
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        if (!Files.isDirectory(folder)) {
            throw new SourceAbsentException(folder);
        }
    }

    private void eachOf(Path outer, Finder finder) throws IOException {
        try (DirectoryStream<Path> inner = parts(outer)) {
            for (Path one : inner) {
                filesOf(one, finder);
            }
        } catch (DirectoryIteratorException e) {
            finder.unreadable(outer, FolderWalk.reason(e.getCause()));
        }
    }

    private static void filesOf(Path inner, Finder finder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(inner, OrthancFile::isOne)) {
            for (Path file : files) {
                Optional<Attachment> attachment = attachment(file, finder);
                if (attachment.isPresent()) {
                    finder.found(attachment.get());
                }
            }
        } catch (DirectoryIteratorException e) {
            finder.unreadable(inner, FolderWalk.reason(e.getCause()));
        }
    }

    private static Optional<Attachment> attachment(Path file, Finder finder) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.isRegularFile() ? Optional.of(new Attachment(file.getFileName().toString(),
                    attributes.size(), attributes.lastModifiedTime().toMillis())) : Optional.empty();
        } catch (IOException e) {
            finder.unreadable(file, FolderWalk.reason(e));
            return Optional.empty();
        }
    }

    /** Whether a file of this name is there. */
    public boolean holds(String name) {
        return Files.exists(path(name));
    }

    private Path path(String name) {
        return folder.resolve(name.substring(0, PART_LENGTH)).resolve(name.substring(PART_LENGTH, 2 * PART_LENGTH))
                .resolve(name);
    }

    private OpenedFile open(Attachment attachment) throws IOException {
        return OpenedFile.open(source(attachment));
    }

    private SourceFile source(Attachment attachment) {
        return new SourceFile(path(attachment.name()), attachment.bytes(), attachment.modifiedMillis(), NameSort.UNNAMED);
    }

    /**
     * Attributes of an object up to its pixels.
     *
     * @return empty for what is no object: notes of the Orthanc, and its copies of images that end before the pixels
     * @throws DamagedException it is no whole DICOM object
     * @throws IOException      it cannot be read now
     */
    public Optional<Attributes> header(Attachment attachment) throws IOException {
        try (OpenedFile opened = open(attachment)) {
            if (!opened.beginning().isDicom() || opened.isDirectory() || OrthancExtract.isOne(source(attachment))) {
                return Optional.empty();
            }
            Part10.Opened part10 = Part10.open(opened.in());
            return Optional.of(new DicomInputStream(part10.dataSet(), part10.meta().transferSyntax(), HEADER).readDataSet());
        } catch (DicomFormatException | EOFException | ZipException | GrowthLimit.OversizedException e) {
            throw new DamagedException(e);
        }
    }

    /**
     * The object byte by byte as the Orthanc received it; compressed files are inflated.
     *
     * @throws IOException it cannot be read, or is not as long as it says
     */
    public void copy(Attachment attachment, OutputStream out) throws IOException {
        try (OpenedFile opened = open(attachment)) {
            long copied = opened.in().transferTo(out);
            if (copied != opened.length()) {
                throw new IOException("It is cut off, or was changed.");
            }
        }
    }
}
