package org.hospitalviewer.ingest.folder;

import java.time.Instant;
import java.util.List;

/**
 * What lies in a folder, as far as it was looked through.
 *
 * @param files        of every sort, hidden ones left out
 * @param dicomFiles   that an import would take
 * @param otherFiles   that it would leave alone
 * @param damaged      called {@code .dcm}, and not readable as DICOM
 * @param bytes        of the DICOM files
 * @param dicomDirs    directories of media, which are not imported
 * @param zips         ZIP files that were looked into
 * @param orthancFiles of the DICOM files, those of an Orthanc's storage folder
 * @param unreadable   the first folders and files that could not be read, each with the reason
 * @param current      where it is
 * @param message      why it failed; empty otherwise
 */
public record ScanResult(State state, String path, ImportOptions options, long files, long dicomFiles, long otherFiles,
                         long damaged, long bytes, long patients, long studies, long series, long dicomDirs, long zips,
                         long orthancFiles, long unreadableCount, List<String> unreadable, String current,
                         Instant startedAt, Instant endedAt, String message) {

    /** Where it is. */
    public enum State { RUNNING, DONE, STOPPED, FAILED }
}
