package org.hospitalviewer.archive;

/**
 * State of an archive.
 *
 * @param available  it answers queries and takes objects
 * @param problem    why it is not available, in a sentence; empty when it is
 * @param freeBytes  room left, or {@link #UNKNOWN}
 * @param studies    number of studies, or {@link #UNKNOWN}
 * @param instances  number of instances, or {@link #UNKNOWN}
 */
public record ArchiveHealth(boolean available, String problem, long freeBytes, long studies, long instances) {

    /** Another server does not tell everything. */
    public static final long UNKNOWN = -1;
}
