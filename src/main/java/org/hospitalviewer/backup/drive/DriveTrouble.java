package org.hospitalviewer.backup.drive;

import com.google.api.client.auth.oauth2.TokenResponseException;
import com.google.api.client.googleapis.json.GoogleJsonError;
import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.HttpResponseException;
import com.google.auth.Retryable;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an answer of Google, or none, means for the administrator. */
enum DriveTrouble {

    WITHDRAWN("Google does not accept the connection any more. Connect Google Drive again on the Backup page. It ends after "
            + "7 days while the app at Google is in Testing: press Publish app there."),
    CLIENT("Google does not know the client ID or its secret (any more). Compare both with those at Google, and connect again."),
    QUOTA("Google Drive is full. Make room in it or buy more, or keep backups for fewer days."),
    NOT_ENABLED("The Google Drive API is not enabled at Google. At console.cloud.google.com choose the project, then APIs & "
            + "Services, Library, Google Drive API, Enable. It takes a few minutes to work."),
    NOT_ALLOWED("Google does not allow the program to write to this Drive. Connect again, and tick at Google that it may keep "
            + "files in Drive."),
    RATE("Google Drive takes no more requests at the moment. The next backup tries again."),
    GONE("The folder or the backup is not in Google Drive any more."),
    BUSY("Google Drive does not work properly at the moment. The next backup tries again."),
    UNREACHABLE("Google Drive cannot be reached. Check the internet connection of this computer."),
    OTHER("Google Drive refused this");

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    private final String sentence;

    DriveTrouble(String sentence) {
        this.sentence = sentence;
    }

    /** Whether the same may work a moment later. */
    boolean maySoonBeOver() {
        return this == RATE || this == BUSY || this == UNREACHABLE;
    }

    String sentence(IOException failure) {
        return this == OTHER ? sentence + ": " + answer(failure).map(DriveTrouble::said).orElse(failure.getMessage()) : sentence;
    }

    private static String said(HttpResponseException answer) {
        GoogleJsonError details = answer instanceof GoogleJsonResponseException json ? json.getDetails() : null;
        return answer.getStatusCode() + (details == null || details.getMessage() == null ? "." : ", " + details.getMessage());
    }

    static DriveTrouble of(IOException failure) {
        return answer(failure).map(answer -> of(answer, isOfTokens(failure))).orElse(UNREACHABLE);
    }

    /** Whether a token was asked for: RFC 6749 5.2 knows 401 only for the client, and its body cannot always be read. */
    private static boolean isOfTokens(Throwable failure) {
        return failure instanceof TokenResponseException || failure instanceof Retryable
                || failure.getCause() != null && isOfTokens(failure.getCause());
    }

    private static Optional<HttpResponseException> answer(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpResponseException answer) {
                return Optional.of(answer);
            }
        }
        return Optional.empty();
    }

    private static DriveTrouble of(HttpResponseException answer, boolean isOfTokens) {
        int status = answer.getStatusCode();
        if (isOfTokens && status == UNAUTHORIZED || mentions(answer, "invalid_client", "unauthorized_client", "deleted_client")) {
            return CLIENT;
        }
        if (status == UNAUTHORIZED || mentions(answer, "invalid_grant")) {
            return WITHDRAWN;
        }
        if (status == FORBIDDEN) {
            return forbidden(answer);
        }
        return status == NOT_FOUND ? GONE : status == TOO_MANY ? RATE
                : status >= SERVER_ERROR || status == REQUEST_TIMEOUT ? BUSY : OTHER;
    }

    private static DriveTrouble forbidden(HttpResponseException answer) {
        if (mentions(answer, "storagequotaexceeded", "filelimitexceeded")) {
            return QUOTA;
        }
        if (mentions(answer, "ratelimitexceeded", "dailylimitexceeded")) {
            return RATE;
        }
        if (mentions(answer, "accessnotconfigured", "service_disabled")) {
            return NOT_ENABLED;
        }
        return mentions(answer, "insufficient") ? NOT_ALLOWED : OTHER;
    }

    private static boolean mentions(HttpResponseException answer, String... reasons) {
        Object details = answer instanceof GoogleJsonResponseException json ? json.getDetails()
                : answer instanceof TokenResponseException token ? token.getDetails() : null;
        String said = (answer.getContent() + " " + details).toLowerCase(Locale.ROOT);
        return Arrays.stream(reasons).anyMatch(said::contains);
    }
}
