package org.hospitalviewer.dicomweb;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.hospitalviewer.archive.StoredInstance;
import org.hospitalviewer.dicom.data.Attributes;

/**
 * Metadata of series and studies, ready-made and compressed: to read hundreds of headers for each viewer that opens them
 * takes long. A changed object makes another name, so nothing old is ever found.
 */
final class MetadataCache {

    /** To be raised when metadata are written differently. */
    private static final String GENERATION = "metadata 1 ";
    /** Fewer are read as quickly as they are looked for. */
    private static final int MIN_OBJECTS = 8;
    /** More than this is written as it is read, and not kept. */
    private static final int MAX_BYTES = 8 << 20;

    private final DiskCache cache;

    MetadataCache(DiskCache cache) {
        this.cache = cache;
    }

    /**
     * The metadata of all objects as compressed JSON, made when they are not there yet.
     *
     * @param root the service's root for addresses within
     * @return empty when they are too few or too long to be kept
     * @throws UnreadableInstance when one cannot be read
     */
    Optional<byte[]> compressed(List<StoredInstance> objects, String root) throws IOException {
        if (objects.size() < MIN_OBJECTS) {
            return Optional.empty();
        }
        String name = Revalidation.name(objects.stream(), GENERATION + root);
        Optional<byte[]> kept = cache.get(name);
        if (kept.isPresent()) {
            return kept;
        }
        Optional<byte[]> made = make(objects, root);
        made.ifPresent(bytes -> cache.put(name, bytes));
        return made;
    }

    private static Optional<byte[]> make(List<StoredInstance> objects, String root) throws IOException {
        LimitedBytes bytes = new LimitedBytes();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            JsonAnswer.write(objects.stream().map(MetadataCache::metadata).iterator(), root, out);
        } catch (TooLong e) {
            return Optional.empty();
        }
        return Optional.of(bytes.toByteArray());
    }

    /** @throws UnreadableInstance when its file cannot be read */
    static Attributes metadata(StoredInstance instance) {
        try {
            return instance.metadata();
        } catch (IOException e) {
            throw new UnreadableInstance(instance.sopInstanceUid(), e);
        }
    }

    private static final class TooLong extends IOException {
    }

    private static final class LimitedBytes extends OutputStream {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            if (bytes.size() + length > MAX_BYTES) {
                throw new TooLong();
            }
            bytes.write(source, offset, length);
        }

        byte[] toByteArray() {
            return bytes.toByteArray();
        }
    }
}
