package org.hospitalviewer.ingest.upload.document;

/** A document that cannot become a DICOM object, with a reason a technician understands. */
public final class UnfitDocumentException extends Exception {

    UnfitDocumentException(String reason) {
        super(reason);
    }
}
