package org.hospitalviewer.archive.remote;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/** The first part of a {@code multipart/related} answer (RFC 2387), read as it arrives. */
final class RelatedPart {

    private static final int MAX_HEADERS = 50;
    private static final int MAX_HEADER_CHARACTERS = 4_096;
    private static final String MULTIPART = "multipart/related";

    private RelatedPart() {
    }

    /**
     * The bytes of the only object in an answer, be it wrapped or not.
     *
     * @param mediaType what they have to be where they are not wrapped
     * @throws MalformedAnswerException when there are none
     */
    static InputStream of(Answer answer, String mediaType) throws IOException {
        String type = answer.contentType().toLowerCase(Locale.ROOT);
        if (type.startsWith(mediaType)) {
            return answer.body();
        }
        if (!type.startsWith(MULTIPART)) {
            throw new MalformedAnswerException("The archive does not answer with " + mediaType);
        }
        return first(answer);
    }

    private static InputStream first(Answer answer) throws IOException {
        MimeConfig limits = new MimeConfig.Builder().setStrictParsing(true).setMaxHeaderCount(MAX_HEADERS)
                .setMaxHeaderLen(MAX_HEADER_CHARACTERS).setMaxLineLen(MAX_HEADER_CHARACTERS).build();
        MimeTokenStream tokens = new MimeTokenStream(limits, DecodeMonitor.SILENT, null);
        try {
            tokens.parseHeadless(answer.body(), answer.contentType());
            for (EntityState state = tokens.getState(); state != EntityState.T_END_OF_STREAM; state = tokens.next()) {
                if (state == EntityState.T_START_MULTIPART) {
                    tokens.setRecursionMode(RecursionMode.M_FLAT); // a part is a part, whatever it says it holds
                } else if (state == EntityState.T_BODY) {
                    return new Part(tokens.getInputStream());
                }
            }
        } catch (MimeException | IllegalArgumentException e) {
            throw new MalformedAnswerException("The archive's answer is no series of parts", e);
        } catch (IOException e) {
            throw orMalformed(e);
        }
        throw new MalformedAnswerException("The archive's answer has no parts");
    }

    private static IOException orMalformed(IOException failure) {
        return failure.getCause() instanceof MimeException cause
                ? new MalformedAnswerException("The archive's answer has no end", cause) : failure;
    }

    /** A part that is cut off is told from one that ends. */
    private static final class Part extends InputStream {

        private final InputStream body;

        Part(InputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                return body.read(buffer, offset, length);
            } catch (IOException e) {
                throw orMalformed(e);
            }
        }
    }
}
