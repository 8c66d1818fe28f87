package org.hospitalviewer.ingest.folder;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;

/**
 * A file of an Orthanc's storage folder: {@code ab/cd/abcd1234-...}, named by chance. With its option StorageCompression
 * a file is eight bytes of its true length, the lowest first, and a zlib stream (RFC 1950).
 */
final class OrthancFile {

    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final int LENGTH_BYTES = 8;
    private static final int ZLIB_METHOD = 0x08;
    private static final int ZLIB_CHECK = 31;
    private static final int BUFFER_BYTES = 64 * 1024;

    private OrthancFile() {
    }

    /** Whether it lies where an Orthanc puts its files. */
    static boolean isOne(Path file) {
        int names = file.getNameCount();
        String name = file.getFileName().toString();
        return names > 2 && UUID.matcher(name).matches()
                && file.getName(names - 3).toString().equals(name.substring(0, 2))
                && file.getName(names - 2).toString().equals(name.substring(2, 4));
    }

    static boolean isCompressed(FileBeginning beginning) {
        byte[] bytes = beginning.bytes();
        if (bytes.length < LENGTH_BYTES + 2 || (bytes[LENGTH_BYTES] & 0x0f) != ZLIB_METHOD) {
            return false;
        }
        return ((bytes[LENGTH_BYTES] & 0xff) << 8 | bytes[LENGTH_BYTES + 1] & 0xff) % ZLIB_CHECK == 0
                && length(bytes) > 0;
    }

    private static long length(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    }

    /** Bytes that it has when it is inflated, by its own account. */
    static long inflatedLength(FileBeginning beginning) {
        return length(beginning.bytes());
    }

    /** What it holds; ends with an error where it is longer than it says. */
    static BufferedInputStream inflate(InputStream file) throws IOException {
        CountedStream counted = new CountedStream(file);
        long length = length(counted.readNBytes(LENGTH_BYTES));
        return new BufferedInputStream(
                new GrowthLimit(new InflaterInputStream(counted), counted::count, length), BUFFER_BYTES);
    }
}
