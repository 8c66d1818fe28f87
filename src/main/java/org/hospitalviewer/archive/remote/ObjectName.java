package org.hospitalviewer.archive.remote;

/** Where an object is on the other server. */
record ObjectName(String studyUid, String seriesUid, String sopUid) {

    /** Path below the root of the DICOMweb services. */
    String path() {
        return "/studies/" + studyUid + "/series/" + seriesUid + "/instances/" + sopUid;
    }
}
