package org.hospitalviewer.appliance;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second instance out of the same home folder; the operating system frees it when the process ends. */
final class HomeLock implements AutoCloseable {

    /** Another instance has it. */
    static final class InUse extends StartProblem {

        private InUse(Home home) {
            super("The home folder " + home.root() + " is in use by another running instance. "
                    + "Stop that one first, or choose another folder with --home.");
        }
    }

    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    static HomeLock acquire(Home home) {
        try {
            FileChannel channel = FileChannel.open(file(home), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new InUse(home);
            }
            return new HomeLock(channel);
        } catch (IOException e) {
            throw new StartProblem("The home folder " + home.root() + " cannot be locked: " + e.getMessage() + ".", e);
        }
    }

    /** Whether an instance uses the home folder at present; changes nothing. */
    static boolean isHeld(Home home) {
        try (FileChannel channel = FileChannel.open(file(home), StandardOpenOption.WRITE)) {
            return lock(channel) == null;
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new StartProblem("Whether the home folder " + home.root() + " is in use cannot be found out: "
                    + e.getMessage() + ".", e);
        }
    }

    private static Path file(Home home) {
        return home.root().resolve("in-use.lock");
    }

    private static FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
