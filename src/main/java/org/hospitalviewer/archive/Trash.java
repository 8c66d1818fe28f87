package org.hospitalviewer.archive;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Where deleted studies wait until they are restored or their time is over. Each step is durable: whatever happens
 * meanwhile, a study is either whole in the archive or whole in here.
 */
public interface Trash {

    /**
     * Takes a study out of the archive. Nobody finds it from now on; an instance that arrives later begins it anew.
     *
     * @param deletedBy user name
     * @return what is in the trash now; empty when there is no such study
     */
    Optional<TrashEntry> delete(String studyInstanceUid, String deletedBy) throws IOException;

    /** What can be restored, the newest first. */
    List<TrashEntry> entries() throws IOException;

    /**
     * Puts everything of an entry back. What has arrived again meanwhile with the same content is left as it is; other
     * content under the same SOP Instance UID stays where it is, and that of the trash goes into the quarantine.
     *
     * @return what came of it; empty when there is no such entry
     */
    Optional<Restored> restore(String id) throws IOException;

    /**
     * Deletes an entry for ever.
     *
     * @return whether there was such an entry
     */
    boolean purge(String id) throws IOException;

    /**
     * What a restoration did, in numbers of objects.
     *
     * @param restored    in the archive again
     * @param present     had arrived again meanwhile
     * @param quarantined clash with what arrived meanwhile
     */
    record Restored(int restored, int present, int quarantined) {
    }
}
