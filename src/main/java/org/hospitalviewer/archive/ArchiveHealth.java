package org.hospitalviewer.archive;

/**
 * State of an archive.
 *
 * @param available  it answers queries and takes objects
 * @param freeBytes  room left
 * @param studies    number of studies
 * @param instances  number of instances
 */
public record ArchiveHealth(boolean available, long freeBytes, long studies, long instances) {
}
