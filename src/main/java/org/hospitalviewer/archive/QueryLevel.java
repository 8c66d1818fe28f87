package org.hospitalviewer.archive;

/** Levels of the Study Root information model (PS3.4 C.6.2), of which DICOMweb searches three. */
public enum QueryLevel { STUDY, SERIES, IMAGE }
