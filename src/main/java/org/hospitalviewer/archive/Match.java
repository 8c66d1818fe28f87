package org.hospitalviewer.archive;

import java.util.List;

/** A condition on one attribute (PS3.4 C.2.2.2). Person names match without regard to case. */
public sealed interface Match {

    int tag();

    /** Single value matching. */
    record Equal(int tag, String value) implements Match {
    }

    /** List of UID matching, and modalities in study: one of the values. */
    record OneOf(int tag, List<String> values) implements Match {
        public OneOf {
            values = List.copyOf(values);
        }
    }

    /** Wild card matching: {@code *} any characters, {@code ?} exactly one. */
    record WildCard(int tag, String pattern) implements Match {
    }

    /** Range matching of dates (YYYYMMDD) and times (HHMMSS.FFFFFF); an empty bound is open. Both ends count. */
    record Range(int tag, String from, String to) implements Match {
    }
}
