package org.hospitalviewer.sync.target;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An open way to the folder of a target, for one thread. Paths are relative to that folder, with {@code /} between their
 * parts; each part is a plain name of this program's making. Failures come as {@link TargetException}.
 */
public interface TargetConnection extends Closeable {

    /** Size of a file in bytes; empty when there is none. */
    OptionalLong size(String path) throws IOException;

    /** Makes the folder and those above it, where they are missing. */
    void makeFolders(String folder) throws IOException;

    /**
     * Writes a file whose folder is there.
     *
     * @param offset bytes that are there already and stay; 0 begins it anew
     * @param body   the whole file; its first {@code offset} bytes are passed over
     */
    void write(String path, long offset, Body body) throws IOException;

    /** Whether the part of a file that arrived before a line broke can be trusted. */
    boolean resumes();

    /** SHA-256 of a file in lower-case hexadecimal digits, where the target can compute it. */
    default Optional<String> sha256(String path) throws IOException {
        return Optional.empty();
    }

    /** Gives a file another name, in the place of one that has it. */
    void rename(String from, String to) throws IOException;

    /** Deletes a file; one that is not there is fine. */
    void delete(String path) throws IOException;

    /** Deletes a folder that is empty; another stays. */
    void deleteFolder(String folder) throws IOException;

    /** What is in a folder, hidden files too; empty when it is not there. */
    List<RemoteEntry> list(String folder) throws IOException;

    /** How many commands went to a server so far; 0 where there is none. */
    default long commands() {
        return 0;
    }
}
