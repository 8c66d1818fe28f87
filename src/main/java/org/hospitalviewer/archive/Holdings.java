package org.hospitalviewer.archive;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What an archive with files of its own holds, told by its index alone. */
public interface Holdings {

    /** Comes before every SOP Instance UID. */
    String BEGINNING = "";

    /**
     * The objects after one of them, in the order of their SOP Instance UIDs; empty at the end.
     *
     * @param limit at most so many
     */
    List<HeldFile> after(String sopInstanceUid, int limit);

    /** Those of the given SOP Instance UIDs that are held, whatever their content; at most a few thousand at once. */
    Set<String> held(Collection<String> sopInstanceUids);

    /** Whether an object is still held as this very file. */
    boolean holds(HeldFile file);
}
