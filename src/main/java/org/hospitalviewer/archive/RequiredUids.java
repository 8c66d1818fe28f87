package org.hospitalviewer.archive;

import org.hospitalviewer.archive.RefusedException.Reason;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.UID;

/** An object can be kept only under proper UIDs, and must be what was announced (PS3.4 B.2.3, status A900H). */
public final class RequiredUids {

    private RequiredUids() {
    }

    /**
     * Checks an object that comes in.
     *
     * @throws RefusedException when a UID is missing, is none, or differs from what was announced
     */
    public static void check(Attributes header, AnnouncedInstance announced) throws RefusedException {
        check(header);
        requireEqual(header.getString(Tag.SOPClassUID), announced.sopClassUid(), "SOP Class UID");
        requireEqual(header.getString(Tag.SOPInstanceUID), announced.sopInstanceUid(), "SOP Instance UID");
        if (announced.studyInstanceUid() != null) {
            requireEqual(header.getString(Tag.StudyInstanceUID), announced.studyInstanceUid(), "Study Instance UID");
        }
    }

    /**
     * Checks an object that was kept earlier.
     *
     * @throws RefusedException when a UID is missing or is none
     */
    public static void check(Attributes header) throws RefusedException {
        require(header, Tag.SOPClassUID, "SOP Class UID");
        require(header, Tag.SOPInstanceUID, "SOP Instance UID");
        require(header, Tag.StudyInstanceUID, "Study Instance UID");
        require(header, Tag.SeriesInstanceUID, "Series Instance UID");
    }

    private static void require(Attributes header, int tag, String name) throws RefusedException {
        String uid = header.getString(tag);
        if (uid == null) {
            throw new RefusedException(Reason.DATA_SET_MISMATCH, name + " is missing");
        }
        if (!UID.isAcceptable(uid)) {
            throw new RefusedException(Reason.DATA_SET_MISMATCH, name + " is not a UID of 64 characters at most");
        }
    }

    private static void requireEqual(String inDataSet, String announced, String name) throws RefusedException {
        if (!inDataSet.equals(announced)) {
            throw new RefusedException(Reason.DATA_SET_MISMATCH, name + " differs from the one announced");
        }
    }
}
