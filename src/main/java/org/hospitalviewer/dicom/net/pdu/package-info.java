/**
 * Protocol data units of the upper layer (PS3.8 9.3 and Annex D, PS3.7 Annex D.3.3) and their bytes. Knows no socket.
 */
package org.hospitalviewer.dicom.net.pdu;
