package org.hospitalviewer.backup.images;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.lingala.zip4j.ZipFile;
import net.lingala.zip4j.model.FileHeader;
import org.hospitalviewer.backup.file.RecoveryKey;
import org.hospitalviewer.dicom.io.Part10;

/** A pack of images to be read. Whatever the file is, it is looked at with bounded memory and nothing is unpacked. */
final class PackFile implements Closeable {

    private static final Pattern COMMENT = Pattern.compile(Pattern.quote(PackWriter.COMMENT) + "([0-9a-f]{8})");
    private static final Pattern NAME = Pattern.compile("([0-9a-f]{64})" + Pattern.quote(PackWriter.SUFFIX));
    private static final int BUFFER_BYTES = 64 * 1024;

    private final Path path;
    private final ZipFile zip;
    private final Map<String, FileHeader> images;

    private PackFile(Path path, ZipFile zip, Map<String, FileHeader> images) {
        this.path = path;
        this.zip = zip;
        this.images = images;
    }

    /** Nothing of another key's packs can be read. */
    static final class OtherKeyException extends IOException {
        private OtherKeyException(Path path) {
            super(path.getFileName() + " was made with another key.");
        }
    }

    /**
     * Opens a pack and reads what is in it.
     *
     * @throws OtherKeyException    when it is one of somebody else
     * @throws DamagedPackException when it is none, or damaged
     */
    static PackFile open(Path path, RecoveryKey key) throws IOException {
        ZipFile zip = new ZipFile(path.toFile(), key.text().toCharArray());
        zip.setBufferSize(BUFFER_BYTES);
        try {
            requireKey(path, zip, key);
            return new PackFile(path, zip, images(path, zip.getFileHeaders()));
        } catch (OtherKeyException | DamagedPackException e) {
            zip.close();
            throw e;
        } catch (IOException | RuntimeException e) {
            // The library meets broken headers with any of them.
            zip.close();
            throw damaged(path, e);
        }
    }

    private static void requireKey(Path path, ZipFile zip, RecoveryKey key) throws IOException {
        Matcher comment = COMMENT.matcher(zip.getComment() == null ? "" : zip.getComment());
        if (!comment.matches()) {
            throw damaged(path, null);
        }
        if (!comment.group(1).equals(key.id())) {
            throw new OtherKeyException(path);
        }
    }

    /** Nothing else, and nothing twice. */
    private static Map<String, FileHeader> images(Path path, List<FileHeader> headers) throws DamagedPackException {
        Map<String, FileHeader> images = new LinkedHashMap<>();
        for (FileHeader header : headers) {
            Matcher name = NAME.matcher(header.getFileName());
            if (!name.matches() || !header.isEncrypted() || images.put(name.group(1), header) != null) {
                throw damaged(path, null);
            }
        }
        return images;
    }

    private static DamagedPackException damaged(Path path, Exception cause) {
        return new DamagedPackException("The file " + path.getFileName() + " is damaged.", cause);
    }

    /** Hashes of the images that it should hold, in its order. */
    List<String> hashes() {
        return List.copyOf(images.keySet());
    }

    /**
     * Reads everything and compares each image with its hash.
     *
     * @param step is told of each image's length; may throw to end the reading
     */
    void verify(Consumer<Long> step) throws IOException {
        for (String sha256 : images.keySet()) {
            try (InputStream file = open(sha256)) {
                CheckedDataSet dataSet = new CheckedDataSet(Part10.open(file).dataSet(), sha256, CheckedDataSet.ANY_LENGTH);
                dataSet.transferTo(OutputStream.nullOutputStream());
                step.accept(dataSet.bytesRead());
            } catch (IOException e) {
                throw damaged(path, e);
            }
        }
    }

    /**
     * The DICOM file of an image. Reading it fails with a {@link DamagedPackException} where the pack is damaged, and where
     * it is longer than the pack says.
     *
     * @throws DamagedPackException when it is not in this pack
     */
    InputStream open(String sha256) throws IOException {
        FileHeader header = images.get(sha256);
        if (header == null) {
            throw new DamagedPackException("It is not in " + path.getFileName());
        }
        try {
            return new BufferedInputStream(new EntryStream(zip.getInputStream(header), header.getUncompressedSize()), BUFFER_BYTES);
        } catch (IOException | RuntimeException e) {
            throw damaged(path, e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private final class EntryStream extends InputStream {

        private final InputStream in;
        private long left;

        private EntryStream(InputStream in, long told) {
            this.in = in;
            this.left = told;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int got;
            try {
                got = in.read(buffer, offset, length);
            } catch (IOException | RuntimeException e) {
                throw damaged(path, e);
            }
            left -= Math.max(0, got);
            if (left < 0) {
                throw damaged(path, null);
            }
            return got;
        }

        /** The library compares what was read at its end, and may complain of it here too. */
        @Override
        public void close() throws IOException {
            try {
                in.close();
            } catch (IOException | RuntimeException e) {
                throw damaged(path, e);
            }
        }
    }
}
