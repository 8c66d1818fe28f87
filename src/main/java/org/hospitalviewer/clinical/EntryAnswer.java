package org.hospitalviewer.clinical;

import java.util.function.Supplier;
import org.hospitalviewer.dicom.data.UID;
import org.springframework.http.HttpStatus;

/** What the services of notes and prescriptions refuse, as problem details (RFC 9457). */
public final class EntryAnswer {

    /** Much more than the longest texts. */
    public static final int MAX_BODY_BYTES = 256 * 1024;

    private EntryAnswer() {
    }

    /** What the work gives, or why it cannot be done: 400, or 409 when somebody else was faster. */
    public static <T> T checked(Supplier<T> work) {
        try {
            return work.get();
        } catch (InvalidEntryException e) {
            throw JsonBody.problem(HttpStatus.BAD_REQUEST, e.getMessage());
        } catch (OutdatedEntryException e) {
            throw JsonBody.problem(HttpStatus.CONFLICT, e.getMessage());
        }
    }

    /** To be thrown: 404. */
    public static RuntimeException absent(String sentence) {
        return JsonBody.problem(HttpStatus.NOT_FOUND, sentence);
    }

    /** The UID, or 400. */
    public static String uid(String uid) {
        if (!UID.isAcceptable(uid)) {
            throw JsonBody.problem(HttpStatus.BAD_REQUEST, "This is not a UID.");
        }
        return uid;
    }
}
