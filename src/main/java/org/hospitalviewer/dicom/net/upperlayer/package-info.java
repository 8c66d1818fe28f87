/**
 * Upper layer service and its state machine (PS3.8 7 and 9.2) on a TCP connection.
 */
package org.hospitalviewer.dicom.net.upperlayer;
