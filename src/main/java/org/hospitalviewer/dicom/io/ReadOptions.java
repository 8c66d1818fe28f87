package org.hospitalviewer.dicom.io;

/**
 * How a data set is read.
 *
 * @param limits              what it may cost
 * @param bulkThresholdBytes  values of OB OD OF OL OV OW UN longer than this stay in the source as bulk data
 * @param stopBeforePixelData whether reading ends where pixel data begins
 */
public record ReadOptions(ReadLimits limits, int bulkThresholdBytes, boolean stopBeforePixelData) {
    public static final ReadOptions DEFAULT = new ReadOptions(ReadLimits.DEFAULT, 4096, false);

    public ReadOptions withLimits(ReadLimits other) {
        return new ReadOptions(other, bulkThresholdBytes, stopBeforePixelData);
    }

    public ReadOptions withBulkThresholdBytes(int bytes) {
        return new ReadOptions(limits, bytes, stopBeforePixelData);
    }

    public ReadOptions withStopBeforePixelData() {
        return new ReadOptions(limits, bulkThresholdBytes, true);
    }
}
