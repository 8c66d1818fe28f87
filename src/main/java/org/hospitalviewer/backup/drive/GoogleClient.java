package org.hospitalviewer.backup.drive;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The clinic's own client at Google, as its console shows it.
 *
 * @param secret empty while it is not known
 */
public record GoogleClient(String id, String secret) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,150}\\.apps\\.googleusercontent\\.com");
    private static final Pattern SECRET = Pattern.compile("[\\x21-\\x7e]{1,200}");

    /** What of it cannot be. */
    public enum Problem {
        ID("The client ID is the long text that ends in .apps.googleusercontent.com."),
        SECRET("The client secret is missing or is not one of Google's.");

        private final String sentence;

        Problem(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    /** Empty when all is well. */
    public Optional<Problem> problem() {
        return !ID.matcher(id).matches() ? Optional.of(Problem.ID)
                : !SECRET.matcher(secret).matches() ? Optional.of(Problem.SECRET) : Optional.empty();
    }

    @Override
    public String toString() {
        return id;
    }
}
