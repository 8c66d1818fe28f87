package org.hospitalviewer.dicomweb;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/** The parts of a {@code multipart/related} request (RFC 2387), read as they arrive and never held in memory. */
final class SentParts {

    /** More headers, or longer ones, than any client has a use for. */
    private static final int MAX_HEADERS = 50;
    private static final int MAX_HEADER_CHARACTERS = 4_096;

    private final MimeTokenStream tokens;
    private boolean started;

    private SentParts(MimeTokenStream tokens) {
        this.tokens = tokens;
    }

    /**
     * One part.
     *
     * @param mediaType lower case, without parameters
     * @param body      to be read before the next part is asked for; what is left unread is skipped
     */
    record Part(String mediaType, InputStream body) {
    }

    /**
     * The parts of a request.
     *
     * @param body     where they are read from
     * @param partType media type of all parts
     * @throws WebProblem 415 when the request holds something else, 400 when it has no boundary
     */
    static SentParts of(HttpServletRequest request, InputStream body, String partType) {
        String header = request.getContentType() == null ? "" : request.getContentType();
        MediaRange type = MediaRange.parse(header).getFirst();
        if (!type.isMultipart() || !type.accepts(partType)) {
            throw WebProblem.unsupportedMediaType("Send multipart/related; type=\"" + partType + "\".");
        }
        if (type.parameters().getOrDefault("boundary", "").isEmpty()) {
            throw WebProblem.badRequest("The Content-Type names no boundary between the parts.");
        }
        MimeConfig limits = new MimeConfig.Builder().setStrictParsing(true).setMaxHeaderCount(MAX_HEADERS)
                .setMaxHeaderLen(MAX_HEADER_CHARACTERS).setMaxLineLen(MAX_HEADER_CHARACTERS).build();
        // Strict only where a body ends before its boundary: oddities of headers harm nobody.
        MimeTokenStream tokens = new MimeTokenStream(limits, DecodeMonitor.SILENT, null);
        tokens.parseHeadless(body, header);
        return new SentParts(tokens);
    }

    /**
     * The next part; empty after the last one.
     *
     * @throws WebProblem  400 when the body is no series of parts
     * @throws IOException when the connection breaks
     */
    Optional<Part> next() throws IOException {
        try {
            EntityState state = started ? tokens.next() : tokens.getState();
            started = true;
            while (state != EntityState.T_BODY && state != EntityState.T_END_OF_STREAM) {
                if (state == EntityState.T_START_MULTIPART) {
                    tokens.setRecursionMode(RecursionMode.M_FLAT); // a part is a part, whatever it says it holds
                }
                state = tokens.next();
            }
            return state == EntityState.T_BODY
                    ? Optional.of(new Part(tokens.getBodyDescriptor().getMimeType(), tokens.getInputStream()))
                    : Optional.empty();
        } catch (MimeException e) {
            throw malformed();
        } catch (IOException e) {
            throw orMalformed(e);
        }
    }

    /**
     * A failure to read a part, to be thrown.
     *
     * @throws WebProblem 400 when the part has no end, and not because the connection broke
     */
    static IOException orMalformed(IOException failure) {
        if (failure.getCause() instanceof MimeException) {
            throw malformed();
        }
        return failure;
    }

    private static WebProblem malformed() {
        return WebProblem.badRequest("The body is not a series of parts that ends with its boundary.");
    }
}
