package org.hospitalviewer.sync;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.hospitalviewer.sync.target.Body;

/** The files of one study. They are asked for a group at a time, so that a large study does not fill the memory. */
public interface Publication {

    String studyInstanceUid();

    /** Whether the rules let it out. */
    boolean isAdmitted(SyncRules rules);

    /** Folder for it, relative to the target's. */
    String folder(TreeNames names);

    /** What the manifest says of the study as a whole. */
    Map<String, String> description();

    /** Groups of files, such as series. */
    List<String> groups();

    List<PublishedFile> files(String group, TreeNames names);

    /**
     * One file.
     *
     * @param sopInstanceUid the object in it
     * @param version        tells its content from any other
     * @param path           relative to the folder of the study
     */
    record PublishedFile(String sopInstanceUid, String version, String path, Source source) {
    }

    /** Finds the bytes of a file. */
    @FunctionalInterface
    interface Source {

        /** @throws IOException when they cannot be read */
        Body open() throws IOException;
    }
}
