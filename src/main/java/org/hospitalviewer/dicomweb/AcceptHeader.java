package org.hospitalviewer.dicomweb;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;

/** What the client accepts: the query parameter, where a link cannot set headers (PS3.18 8.3.3.1), or the header. */
final class AcceptHeader {

    private AcceptHeader() {
    }

    /** The most wanted first. */
    static List<MediaRange> of(HttpServletRequest request) {
        String[] parameter = request.getParameterValues("accept");
        if (parameter != null) {
            // A plus that the link does not escape arrives as a space.
            return MediaRange.parse(String.join(",", parameter).replace("dicom json", "dicom+json"));
        }
        return MediaRange.parse(String.join(",", Collections.list(request.getHeaders("Accept"))));
    }
}
