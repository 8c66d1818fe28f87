package org.hospitalviewer.archive;

import java.util.List;

/**
 * How a new object differs from the stored one.
 *
 * @param storedIsThere false when the stored object was deleted meanwhile; then there are no differences
 * @param samePixels    whether the pixel data is the same, byte for byte as stored
 * @param differences   elements of the headers that differ, the first of them
 * @param complete      whether these are all
 */
public record Comparison(boolean storedIsThere, boolean samePixels, List<Difference> differences, boolean complete) {

    public Comparison {
        differences = List.copyOf(differences);
    }

    /**
     * An element that differs.
     *
     * @param path    tags and item numbers, such as {@code (0040,0275) 1 (0040,0007)}
     * @param keyword name in the dictionary, "" for private ones
     * @param stored  value of the stored object, shortened; "" when absent
     * @param arrived value of the new one, likewise
     */
    public record Difference(String path, String keyword, String stored, String arrived) {
    }
}
