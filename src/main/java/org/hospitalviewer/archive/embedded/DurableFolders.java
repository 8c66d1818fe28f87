package org.hospitalviewer.archive.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Folders whose names survive a power cut: each is forced into the folder above it, up to the home folder. */
final class DurableFolders {

    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");
    private static final int MAX_REMEMBERED = 10_000;

    private final Path home;
    private final Set<Path> durable = ConcurrentHashMap.newKeySet();
    private final Map<Path, SharedForce> forces = new ConcurrentHashMap<>();

    /** Takes the home folder itself for durable. */
    DurableFolders(Path home) {
        this.home = home;
    }

    /** A folder counts as durable only after its name was forced by us, whoever made it. */
    void create(Path folder) throws IOException {
        if (folder.equals(home) || durable.contains(folder)) {
            return;
        }
        create(folder.getParent());
        Files.createDirectories(folder);
        force(folder.getParent());
        if (durable.size() >= MAX_REMEMBERED) {
            durable.clear();
        }
        durable.add(folder);
    }

    /** Moves a file that is durable itself to a free place, in a folder that is there, and returns when that is on disk. */
    void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        force(to.getParent());
        force(from.getParent());
    }

    /** Returns when the names that the folder has now are on disk. */
    void force(Path folder) throws IOException {
        if (WINDOWS) {
            return; // NTFS journals names itself, and Windows cannot open a folder for this.
        }
        if (forces.size() >= MAX_REMEMBERED) {
            forces.clear();
        }
        forces.computeIfAbsent(folder, _ -> new SharedForce()).await(() -> forceAlone(folder));
    }

    private static void forceAlone(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
