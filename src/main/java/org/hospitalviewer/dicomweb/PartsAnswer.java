package org.hospitalviewer.dicomweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.hospitalviewer.archive.Content;
import org.hospitalviewer.archive.StoredInstance;
import org.springframework.http.HttpMethod;

/**
 * Objects, frames or bulk data, sent straight from their files as parts or one alone.
 *
 * @param multipart whether they are wrapped as parts
 * @param mediaType of each, without parameters
 */
record PartsAnswer(boolean multipart, String mediaType, List<Multipart.Part> parts) {

    /** Contents that all have the same encoding. */
    static PartsAnswer of(List<Content> contents, AcceptedEncoding encoding) {
        return new PartsAnswer(encoding.multipart(), encoding.mediaType(),
                contents.stream().map(content -> part(content, encoding)).toList());
    }

    static Multipart.Part part(Content content, AcceptedEncoding encoding) {
        return new Multipart.Part(encoding.mediaType() + "; transfer-syntax=" + encoding.transferSyntaxUid(), content);
    }

    /**
     * Sends it unless the client has it already.
     *
     * @param objects where the parts come from
     * @param what    which of their parts
     */
    void send(List<StoredInstance> objects, String what, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        // A shared computer's browser must not keep a patient's images on its disk.
        response.setHeader("Cache-Control", "no-store");
        // The same address answers differently to another Accept header.
        response.setHeader("Vary", "Accept");
        String types = parts.stream().map(Multipart.Part::type).distinct().collect(Collectors.joining(" "));
        if (!Revalidation.isKnown(objects.stream(), multipart + types + what, request, response)) {
            write(request, response);
        }
    }

    private void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean headOnly = HttpMethod.HEAD.matches(request.getMethod());
        if (multipart) {
            Multipart whole = new Multipart(mediaType, parts);
            response.setContentType(whole.contentType());
            setLength(whole.length(), response);
            if (!headOnly) {
                whole.writeTo(response.getOutputStream());
            }
        } else {
            Multipart.Part only = parts.getFirst();
            response.setContentType(only.type());
            setLength(only.content().length(), response);
            if (!headOnly && !Sendfile.take(only.content(), request)) {
                only.content().transferTo(response.getOutputStream());
            }
        }
    }

    private static void setLength(long length, HttpServletResponse response) {
        if (length != Content.UNKNOWN_LENGTH) {
            response.setContentLengthLong(length);
        }
    }
}
