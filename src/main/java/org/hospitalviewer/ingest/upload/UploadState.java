package org.hospitalviewer.ingest.upload;

/** How far an upload is. */
public enum UploadState {
    /** Pieces are missing. */
    RECEIVING,
    /** All is here and is being taken into the archive. */
    WORKING,
    /** All is here, but the archive cannot take it now. */
    HELD,
    /** Each file in it has its verdict. */
    DONE
}
