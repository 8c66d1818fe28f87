package org.hospitalviewer.archive.embedded;

import java.util.Arrays;

/**
 * Tells whether two data sets are the same.
 *
 * @param bytes  length
 * @param sha256 of all bytes
 */
record DataSetDigest(long bytes, byte[] sha256) {

    @Override
    public boolean equals(Object other) {
        return other instanceof DataSetDigest digest && bytes == digest.bytes && Arrays.equals(sha256, digest.sha256);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sha256);
    }
}
