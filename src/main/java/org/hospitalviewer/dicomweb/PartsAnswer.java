package org.hospitalviewer.dicomweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.hospitalviewer.archive.Content;
import org.springframework.http.HttpMethod;

/** Sends objects, frames or bulk data straight from their files, as parts or one alone. */
final class PartsAnswer {

    private PartsAnswer() {
    }

    static void send(List<Content> parts, AcceptedEncoding encoding, HttpServletRequest request,
                     HttpServletResponse response) throws IOException {
        // A shared computer's browser must not keep a patient's images on its disk.
        response.setHeader("Cache-Control", "no-store");
        // The same address answers differently to another Accept header.
        response.setHeader("Vary", "Accept");
        String type = encoding.mediaType() + "; transfer-syntax=" + encoding.transferSyntaxUid();
        boolean headOnly = HttpMethod.HEAD.matches(request.getMethod());
        if (encoding.multipart()) {
            Multipart multipart = new Multipart(encoding.mediaType(), type, parts);
            response.setContentType(multipart.contentType());
            response.setContentLengthLong(multipart.length());
            if (!headOnly) {
                multipart.writeTo(response.getOutputStream());
            }
        } else {
            Content content = parts.getFirst();
            response.setContentType(type);
            response.setContentLengthLong(content.length());
            if (!headOnly) {
                content.transferTo(response.getOutputStream());
            }
        }
    }
}
