/**
 * Images on the server: frames of all encodings decoded to samples (PS3.5 8 and A.4), samples shown as pictures
 * (PS3.3 C.11, PS3.4 N.2).
 */
package org.hospitalviewer.dicom.image;
