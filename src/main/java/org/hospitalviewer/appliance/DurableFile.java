package org.hospitalviewer.appliance;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files that are there whole, in the old or in the new form, whatever happens meanwhile. */
public final class DurableFile {

    private DurableFile() {
    }

    /** Puts bytes in the place of what was there. */
    public static void write(Path file, byte[] bytes) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        move(draft, file);
    }

    /** Gives a file or folder another name in the same file system; the change of names is on the disk afterwards. */
    public static void move(Path from, Path to) throws IOException {
        if (Files.isDirectory(from)) {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } else {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        syncFolder(to.getParent());
    }

    /** What was written to a file is on the disk afterwards. */
    public static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Windows cannot open folders, and keeps their changes in order by itself. */
    private static void syncFolder(Path folder) throws IOException {
        if (!System.getProperty("os.name").startsWith("Windows")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
