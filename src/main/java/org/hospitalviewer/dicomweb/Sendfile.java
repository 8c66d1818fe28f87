package org.hospitalviewer.dicomweb;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.hospitalviewer.archive.Content;

/** Leaves a piece of a file to the operating system, which sends it without showing it to this program. */
final class Sendfile {

    private static final String SUPPORTED = "org.apache.tomcat.sendfile.support";
    private static final String FILE = "org.apache.tomcat.sendfile.filename";
    private static final String START = "org.apache.tomcat.sendfile.start";
    private static final String END = "org.apache.tomcat.sendfile.end";
    /** For less the detour costs more than it spares. */
    private static final int MIN_BYTES = 64 * 1024;

    private Sendfile() {
    }

    /**
     * Lets the server send the content after the request has been handled; its length must have been declared.
     *
     * @return whether it does: not over TLS, and not for a content that lies in several pieces
     */
    static boolean take(Content content, HttpServletRequest request) {
        if (!Boolean.TRUE.equals(request.getAttribute(SUPPORTED)) || content.length() < MIN_BYTES
                || !(content instanceof Content.FileSlices(var file, List<Content.Slice> slices))
                || slices.size() != 1) {
            return false;
        }
        Content.Slice slice = slices.getFirst();
        request.setAttribute(FILE, file.toAbsolutePath().toString());
        request.setAttribute(START, slice.offset());
        request.setAttribute(END, slice.offset() + slice.length());
        return true;
    }
}
