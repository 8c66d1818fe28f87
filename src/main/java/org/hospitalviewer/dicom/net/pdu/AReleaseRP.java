package org.hospitalviewer.dicom.net.pdu;

/** Answer to a request for an orderly end (PS3.8 9.3.7). */
public record AReleaseRP() implements Pdu {
}
