package org.hospitalviewer.dicomweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import org.springframework.http.HttpMethod;

/** Sends a picture that the client's cache may keep as long as it asks each time whether it still holds. */
final class PictureAnswer {

    private PictureAnswer() {
    }

    /** Whether the client has it already; then the answer is complete. */
    static boolean isKnown(String key, HttpServletRequest request, HttpServletResponse response) {
        String tag = '"' + key + '"';
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "private, no-cache");
        response.setHeader("Vary", "Accept");
        for (String header : Collections.list(request.getHeaders("If-None-Match"))) {
            for (String known : header.split(",")) {
                if (known.strip().equals("*") || known.strip().replaceFirst("^W/", "").equals(tag)) {
                    response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                    return true;
                }
            }
        }
        return false;
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
