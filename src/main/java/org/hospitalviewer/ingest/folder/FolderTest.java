package org.hospitalviewer.ingest.folder;

/**
 * Whether a folder can be imported.
 *
 * @param files     that may be DICOM by their names, counted for a moment
 * @param bytes     of these
 * @param complete  whether all were counted
 * @param orthanc   whether it is the storage folder of an Orthanc
 * @param freeBytes room that the archive has left, negative when unknown
 * @param problem   why it cannot be imported, in a sentence; empty when it can
 */
public record FolderTest(String path, boolean exists, boolean readable, long files, long bytes, boolean complete,
                         boolean orthanc, long freeBytes, String problem) {
}
