package org.hospitalviewer.ingest.upload;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/** How many entries a ZIP says that it has (APPNOTE.TXT 4.3.14 and 4.3.16). */
final class ZipDirectory {

    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int TOTAL_ENTRIES = 10;
    private static final int IN_ZIP64 = 0xFFFF;
    private static final int LOCATOR64 = 0x07064b50;
    private static final int LOCATOR64_BYTES = 20;
    private static final int END64 = 0x06064b50;
    private static final int TOTAL_ENTRIES64 = 32;

    private ZipDirectory() {
    }

    /** @return -1 when there is no end of a directory */
    static long entries(Path zip) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(zip.toFile(), "r")) {
            int length = (int) Math.min(file.length(), END_BYTES + LONGEST_COMMENT + LOCATOR64_BYTES);
            ByteBuffer last = read(file, file.length() - length, length);
            for (int at = length - END_BYTES; at >= 0; at--) {
                if (last.getInt(at) == END) {
                    int total = last.getShort(at + TOTAL_ENTRIES) & 0xFFFF;
                    return total == IN_ZIP64 ? entries64(file, last, at - LOCATOR64_BYTES) : total;
                }
            }
            return -1;
        }
    }

    private static long entries64(RandomAccessFile file, ByteBuffer last, int locator) throws IOException {
        if (locator < 0 || last.getInt(locator) != LOCATOR64) {
            return IN_ZIP64;
        }
        long at = last.getLong(locator + 8);
        if (at < 0 || at > file.length() - TOTAL_ENTRIES64 - Long.BYTES) {
            return -1;
        }
        ByteBuffer end = read(file, at, TOTAL_ENTRIES64 + Long.BYTES);
        return end.getInt(0) == END64 ? end.getLong(TOTAL_ENTRIES64) : -1;
    }

    private static ByteBuffer read(RandomAccessFile file, long offset, int length) throws IOException {
        byte[] bytes = new byte[length];
        file.seek(offset);
        file.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
