package org.hospitalviewer.clinical.template;

/**
 * A short word that expands to text while somebody writes.
 *
 * @param id       0 for a new one
 * @param shortcut begins with a dot, such as {@code .normabd}
 * @param shared   whether it is everybody's
 */
public record Snippet(long id, String shortcut, String text, boolean shared) {

    private static final String SHORTCUT_PATTERN = "\\.[\\p{Ll}\\p{Lo}\\p{N}_-]{1,30}";
    private static final int LONGEST_TEXT = 10_000;

    /** @throws InvalidTemplateException with a sentence that says what is wrong */
    void check() {
        if (shortcut == null || !shortcut.matches(SHORTCUT_PATTERN)) {
            throw new InvalidTemplateException("A shortcut is a dot and up to 30 small letters, digits or dashes.");
        }
        if (text == null || text.isBlank() || text.length() > LONGEST_TEXT
                || text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
            throw new InvalidTemplateException("A text has up to " + LONGEST_TEXT + " characters and no control characters.");
        }
    }
}
