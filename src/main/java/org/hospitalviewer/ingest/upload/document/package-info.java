/**
 * Documents that are not DICOM and become objects of the archive: Encapsulated PDF (PS3.3 A.45.1), Secondary Capture (A.8.1),
 * VL Photographic (A.32.4) and Video Photographic (A.32.7).
 */
package org.hospitalviewer.ingest.upload.document;
