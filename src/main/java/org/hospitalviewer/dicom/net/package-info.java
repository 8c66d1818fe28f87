/**
 * DICOM network: associations, DIMSE messages and the services on them (PS3.7, PS3.8, PS3.4 Annex A and B), as acceptor
 * ({@link org.hospitalviewer.dicom.net.DicomServer}) and as requestor
 * ({@link org.hospitalviewer.dicom.net.Association#open}).
 */
package org.hospitalviewer.dicom.net;
