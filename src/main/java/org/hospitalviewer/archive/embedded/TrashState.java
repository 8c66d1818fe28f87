package org.hospitalviewer.archive.embedded;

import java.util.Locale;

/** Where an entry of the trash stands; a file of this name in its folder says so, durably. */
enum TrashState {
    /** Its files are on their way in. */
    DELETING,
    /** All of it is here. */
    KEPT,
    /** Its files are on their way out. */
    RESTORING,
    /** Its files are being deleted for ever. */
    PURGING;

    String fileName() {
        return name().toLowerCase(Locale.ROOT) + ".json";
    }
}
