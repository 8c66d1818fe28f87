/** JPEG-LS (ISO/IEC 14495-1, ITU-T T.87): lossless and near-lossless, all interleave modes. */
package org.hospitalviewer.dicom.image.jpegls;
