package org.hospitalviewer.dicomweb;

import jakarta.servlet.http.HttpServletRequest;

/** What the client accepts: the query parameter, where a link cannot set headers (PS3.18 8.3.3.1), or the header. */
final class AcceptHeader {

    private AcceptHeader() {
    }

    static String of(HttpServletRequest request) {
        String parameter = request.getParameter("accept");
        return parameter != null ? parameter : request.getHeader("Accept");
    }
}
