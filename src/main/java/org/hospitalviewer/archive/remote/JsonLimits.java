package org.hospitalviewer.archive.remote;

/**
 * What an answer in JSON may cost.
 *
 * @param maxBytes    of the whole
 * @param maxElements in all data sets together; each takes about a hundred bytes of memory
 */
record JsonLimits(long maxBytes, int maxElements) {

    /** A thousand entities, or some thousands from a server that knows no pages. */
    static final JsonLimits SEARCH = new JsonLimits(32L << 20, 400_000);
    /** Some thousand slices, or enhanced objects of some ten thousand frames. */
    static final JsonLimits METADATA = new JsonLimits(128L << 20, 1_500_000);
    static final JsonLimits STORE = new JsonLimits(1L << 20, 10_000);
}
