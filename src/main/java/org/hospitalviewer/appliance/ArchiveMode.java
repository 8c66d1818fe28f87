package org.hospitalviewer.appliance;

/** Where the images are. */
public enum ArchiveMode {
    /** In the appliance's own folder. */
    EMBEDDED,
    /** On another DICOMweb server, such as an Orthanc; nothing is copied. */
    REMOTE
}
