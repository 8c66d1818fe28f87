package org.hospitalviewer.backup.target;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/** A place that keeps backups as files. Every exception's message is a sentence for the administrator. */
public interface BackupTarget {

    /** The place as people call it, such as a path. */
    String place();

    /**
     * The backups that are there whole, the newest first.
     *
     * @throws TargetUnavailableException when the place cannot be reached
     */
    List<StoredBackup> list() throws IOException;

    /**
     * The packs of images that are there whole, in no order.
     *
     * @throws TargetUnavailableException when the place cannot be reached
     */
    List<ImagePack> packs() throws IOException;

    /**
     * Keeps a file: nobody sees it under its name before it is whole and safe.
     *
     * @param name          of a backup or of a pack of images
     * @param expectedBytes about that much; refused when there is no room for it
     * @return the file's length
     */
    long put(String name, long expectedBytes, Writing content) throws IOException;

    /**
     * A file on this computer with the backup or pack, to be closed after use; the kept file itself, where it is on this
     * computer already.
     *
     * @param scratch folder for a file that has to be fetched
     */
    Fetched get(String name, Path scratch) throws IOException;

    /** Nothing happens when there is none of this name. */
    void delete(String name) throws IOException;

    /** Tries out whether backups can be kept, and says so in a sentence. */
    String test() throws IOException;

    /** Writes the content of a file. */
    interface Writing {
        void to(OutputStream out) throws IOException;
    }
}
