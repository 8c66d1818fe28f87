package org.hospitalviewer.dicomweb;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.hospitalviewer.archive.Content;

/** An answer of several parts (RFC 2387), its length known beforehand. */
final class Multipart {

    private static final String LINE = "\r\n";

    private final String partType;
    private final String parameters;
    private final List<Content> parts;
    private final String boundary = UUID.randomUUID().toString();

    /**
     * Parts of one kind.
     *
     * @param partType   media type of each part
     * @param parameters parameters of each part's media type, starting with a semicolon, or empty
     */
    Multipart(String partType, String parameters, List<Content> parts) {
        this.partType = partType;
        this.parameters = parameters;
        this.parts = List.copyOf(parts);
    }

    void writeTo(HttpServletResponse response) throws IOException {
        response.setContentType(MediaRange.MULTIPART + "; type=\"" + partType + "\"; boundary=" + boundary);
        response.setContentLengthLong(length());
        OutputStream out = response.getOutputStream();
        for (int i = 0; i < parts.size(); i++) {
            out.write(head(i));
            parts.get(i).transferTo(out);
        }
        out.write(end());
    }

    private long length() {
        long length = end().length;
        for (int i = 0; i < parts.size(); i++) {
            length += head(i).length + parts.get(i).length();
        }
        return length;
    }

    private byte[] head(int part) {
        return ascii((part == 0 ? "" : LINE) + "--" + boundary + LINE
                + "Content-Type: " + partType + parameters + LINE
                + "Content-Length: " + parts.get(part).length() + LINE + LINE);
    }

    private byte[] end() {
        return ascii(LINE + "--" + boundary + "--" + LINE);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
