package org.hospitalviewer.clinical;

import java.util.stream.Stream;
import org.hospitalviewer.dicom.data.UID;

/**
 * The picture that something belongs to.
 *
 * @param frame number of the frame, from 1
 */
record ImageReference(String studyInstanceUid, String seriesInstanceUid, String sopInstanceUid, int frame) {

    boolean isAcceptable() {
        return frame >= 1
                && Stream.of(studyInstanceUid, seriesInstanceUid, sopInstanceUid).allMatch(UID::isAcceptable);
    }
}
