package org.hospitalviewer.dicomweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.web.context.request.ServletWebRequest;

/** Sends a picture that the client's cache may keep as long as it asks each time whether it still holds. */
final class PictureAnswer {

    private PictureAnswer() {
    }

    /** Whether the client has it already; then the answer is complete. */
    static boolean isKnown(String key, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Cache-Control", "private, no-cache");
        response.setHeader("Vary", "Accept");
        return new ServletWebRequest(request, response).checkNotModified('"' + key + '"');
    }

    static void send(byte[] bytes, String mediaType, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType(mediaType);
        response.setContentLength(bytes.length);
        if (!HttpMethod.HEAD.matches(request.getMethod())) {
            response.getOutputStream().write(bytes);
        }
    }
}
