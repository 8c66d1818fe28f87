/**
 * JPEG 2000 Part 1 (ISO/IEC 15444-1, ITU-T T.800), reversible and irreversible, all progressions and code-block styles.
 * Not known: changes of the progression, regions of interest, packed packet headers, components of different sizes.
 */
package org.hospitalviewer.dicom.image.jpeg2000;
