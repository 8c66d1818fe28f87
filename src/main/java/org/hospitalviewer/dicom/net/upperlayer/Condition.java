package org.hospitalviewer.dicom.net.upperlayer;

/** What the outcome of three of the actions depends on. */
public enum Condition {
    /** AE-6: the service provider can take the request (protocol version). */
    REQUEST_ACCEPTABLE,
    /** AR-8: this side requested the association. */
    ASSOCIATION_REQUESTOR,
    /** AA-3: the A-ABORT names the service user as its source. */
    ABORTED_BY_USER
}
