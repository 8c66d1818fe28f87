package org.hospitalviewer.archive.remote;

import java.io.IOException;
import org.hospitalviewer.archive.ArchiveHealth;

/** A way to notice what changes on the other server. */
sealed interface ChangeSource permits OrthancChanges, NewestStudies {

    /** What the server says it is; empty when it says nothing. */
    String software();

    /** Whether it tells of every change. */
    boolean tellsEverything();

    /** Looks once for changes since the last look and notes them. */
    void look(ChangeLog log) throws IOException;

    /** How the archive is, as of the last look. */
    ArchiveHealth health();
}
