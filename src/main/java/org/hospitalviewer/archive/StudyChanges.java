package org.hospitalviewer.archive;

import java.util.List;

/**
 * What happened to studies after a certain change.
 *
 * @param last     sequence number to ask on from
 * @param complete false when changes before these are forgotten: whoever follows has to look at everything again
 * @param changes  in order; there may be more after {@code last}
 */
public record StudyChanges(long last, boolean complete, List<StudyChange> changes) {
    public StudyChanges {
        changes = List.copyOf(changes);
    }
}
