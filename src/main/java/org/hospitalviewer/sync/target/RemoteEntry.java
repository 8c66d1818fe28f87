package org.hospitalviewer.sync.target;

/**
 * Something in a folder of a target.
 *
 * @param name   within its folder
 * @param bytes  size of a file, 0 of a folder
 */
public record RemoteEntry(String name, boolean folder, long bytes) {
}
