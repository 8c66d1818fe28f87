/** Decoded frames made visible: from stored values to a picture of 8 bits (PS3.3 C.7.6.3, C.11; PS3.4 N.2). */
package org.hospitalviewer.dicom.image.render;
