/**
 * JPEG (ISO/IEC 10918-1, ITU-T T.81): Huffman coded, sequential and progressive with 8 and 12 bits, lossless with 2 to
 * 16. Components are given as they are coded; their meaning is left to the caller.
 */
package org.hospitalviewer.dicom.image.jpeg;
