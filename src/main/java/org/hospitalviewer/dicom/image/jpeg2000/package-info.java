/**
 * JPEG 2000 (ISO/IEC 15444-1, ITU-T T.800) by the ImageIO plug-in of the JJ2000 project, whose data is looked at before,
 * so that nobody pays for sizes that only hostile data names.
 */
package org.hospitalviewer.dicom.image.jpeg2000;
