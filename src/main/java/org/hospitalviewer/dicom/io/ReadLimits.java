package org.hospitalviewer.dicom.io;

/**
 * What a data set may cost, so that a hostile one harms nobody.
 *
 * @param maxDepth         sequences within sequences
 * @param maxElements      elements, items and fragments in all; each held one takes about 50 bytes of memory
 * @param maxHeaderBytes   bytes of all values that are held
 * @param maxInflatedBytes bytes that a deflated data set may grow to
 */
public record ReadLimits(int maxDepth, int maxElements, long maxHeaderBytes, long maxInflatedBytes) {
    /** Room for enhanced objects of some ten thousand frames. */
    public static final ReadLimits DEFAULT = new ReadLimits(64, 1_000_000, 32L << 20, 1L << 30);
}
