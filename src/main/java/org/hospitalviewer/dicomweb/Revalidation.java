package org.hospitalviewer.dicomweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Stream;
import org.hospitalviewer.archive.StoredInstance;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * Spares a client what it has already (RFC 9110 13.1.2). Whether it may see it is asked and audited each time; the tag
 * covers the content of all objects in the answer and the form they are asked in.
 */
final class Revalidation {

    private static final int TAG_BYTES = 16;
    /** Another version of the program may write the same object differently. */
    private static final String PROGRAM = Objects.toString(Revalidation.class.getPackage().getImplementationVersion());

    private Revalidation() {
    }

    /**
     * Names the answer by an entity tag.
     *
     * @param form how the objects are written: media type, transfer syntax, addresses within
     * @return whether the client has it already; 304 is answered then
     */
    static boolean isKnown(Stream<StoredInstance> objects, String form, HttpServletRequest request,
                           HttpServletResponse response) {
        // Weak, for the boundary between parts and the compression of JSON differ from answer to answer.
        return new ServletWebRequest(request, response).checkNotModified("W/\"" + name(objects, form) + "\"");
    }

    /** Letters and digits that stand for this content in this form. */
    static String name(Stream<StoredInstance> objects, String form) {
        MessageDigest digest = sha256();
        add(PROGRAM, digest);
        add(form, digest);
        objects.forEach(object -> {
            add(object.sopInstanceUid(), digest);
            add(object.version(), digest);
        });
        return HexFormat.of().formatHex(digest.digest(), 0, TAG_BYTES);
    }

    private static void add(String text, MessageDigest digest) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
