package org.hospitalviewer.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A disk in memory, mounted on a folder; the test is skipped aloud where nobody may mount anything. */
public final class SmallDisk implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SmallDisk.class);

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    public static SmallDisk on(Path folder, int kilobytes) throws Exception {
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=" + kilobytes + "k", "tmpfs", folder.toString());
        if (!mounted) {
            LOG.warn("SKIPPED: this user may not mount a small disk");
        }
        Assumptions.assumeTrue(mounted, "this user may not mount a small disk");
        return new SmallDisk(folder);
    }

    /** Leaves less than that much room by a file, which is given back. */
    public Path fillUntil(long bytesLeft) throws IOException {
        Path filler = folder.resolve("filler");
        long size = Files.getFileStore(folder).getUsableSpace() - bytesLeft;
        return Files.write(filler, new byte[Math.toIntExact(size)]);
    }

    public void readOnly(boolean on) throws Exception {
        if (!run("mount", "-o", on ? "remount,ro" : "remount,rw", folder.toString())) {
            throw new IOException(folder + " cannot be mounted otherwise");
        }
    }

    private static boolean run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    @Override
    public void close() throws Exception {
        if (!run("umount", folder.toString()) && !run("umount", "-l", folder.toString())) {
            throw new IOException(folder + " stays mounted");
        }
    }
}
