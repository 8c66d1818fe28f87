/** DICOM media: the directory of a file set (PS3.10 section 8, PS3.3 Annex F). */
package org.hospitalviewer.dicom.media;
