package org.hospitalviewer.dicomweb;

import jakarta.servlet.http.HttpServletRequest;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.UID;

/** Addresses of studies, series and instances under the service's root. */
final class DicomWebAddress {

    static final String ROOT = "/dicom-web";

    private DicomWebAddress() {
    }

    /** The service's root under the host name that the client used. */
    static String root(HttpServletRequest request) {
        String address = request.getRequestURL().toString();
        String server = address.substring(0, address.length() - request.getRequestURI().length());
        return server + request.getContextPath() + ROOT;
    }

    /** Retrieve URL (0008,1190) of the lowest level that the attributes name. */
    static String of(String root, Attributes entity) {
        StringBuilder address = new StringBuilder(root).append("/studies/")
                .append(entity.getString(Tag.StudyInstanceUID));
        if (entity.containsValue(Tag.SeriesInstanceUID)) {
            address.append("/series/").append(entity.getString(Tag.SeriesInstanceUID));
        }
        if (entity.containsValue(Tag.SOPInstanceUID)) {
            address.append("/instances/").append(entity.getString(Tag.SOPInstanceUID));
        }
        return address.toString();
    }

    static void requireUids(String... uids) {
        for (String uid : uids) {
            if (!UID.isAcceptable(uid)) {
                throw WebProblem.badRequest("The address holds something that is not a UID.");
            }
        }
    }
}
