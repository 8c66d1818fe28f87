package org.hospitalviewer.ingest.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.hospitalviewer.ingest.folder.InvalidFolderException.Problem;
import org.springframework.stereotype.Service;

/** Storage folders of Orthancs on this computer. Who asks decides who may. */
@Service
public class OrthancFolders {

    private static final Duration TEST_PATIENCE = Duration.ofSeconds(2);

    private final FolderBrowser browser;

    OrthancFolders(FolderBrowser browser) {
        this.browser = browser;
    }

    /**
     * What a look into a folder found.
     *
     * @param files    counted for a moment; objects and notes of the Orthanc
     * @param bytes    of these
     * @param complete whether all were counted
     */
    public record Counted(long files, long bytes, boolean complete) {
    }

    /** The folder of this path, be it there now or not. */
    public OrthancStorage at(String path) {
        return new OrthancStorage(Path.of(path));
    }

    /**
     * An Orthanc's storage folder that is there now.
     *
     * @return its path in its normal form
     * @throws InvalidFolderException when it is none; with the reason in a sentence
     */
    public String require(String path) {
        Path folder = browser.importable(path);
        try {
            if (!new OrthancStorage(folder).isOne()) {
                throw new InvalidFolderException(Problem.NOT_ORTHANC, "This is no storage folder of an Orthanc. Choose the "
                        + "one that holds folders named 00 to ff.");
            }
        } catch (IOException e) {
            throw new InvalidFolderException(Problem.UNREADABLE, "The program may not read the folder " + folder + ".");
        }
        return folder.toString();
    }

    /**
     * Counts its files for a moment.
     *
     * @throws InvalidFolderException when it is no such folder
     */
    public Counted count(String path) {
        Count count = new Count();
        try {
            at(require(path)).each(count);
        } catch (CancellationException e) {
            return new Counted(count.files, count.bytes, false);
        } catch (IOException e) {
            throw new InvalidFolderException(Problem.UNREADABLE, "The folder cannot be read: " + FolderWalk.reason(e));
        }
        return new Counted(count.files, count.bytes, true);
    }

    private static final class Count implements OrthancStorage.Finder {

        private final long end = System.nanoTime() + TEST_PATIENCE.toNanos();
        private long files;
        private long bytes;

        @Override
        public void found(OrthancStorage.Attachment attachment) {
            files++;
            bytes += attachment.bytes();
            stopInTime();
        }

        @Override
        public void unreadable(Path path, String reason) {
            stopInTime();
        }

        private void stopInTime() {
            if (System.nanoTime() > end) {
                throw new CancellationException();
            }
        }
    }
}
