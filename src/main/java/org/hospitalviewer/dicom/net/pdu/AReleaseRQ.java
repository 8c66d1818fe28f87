package org.hospitalviewer.dicom.net.pdu;

/** Request for an orderly end (PS3.8 9.3.6). */
public record AReleaseRQ() implements Pdu {
}
