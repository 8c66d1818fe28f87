package org.hospitalviewer.language;

import java.util.Locale;

/**
 * A language that there is a message file of.
 *
 * @param code of ISO 639, such as {@code es}; empty for English
 */
public record Language(String code) {

    /** @throws IllegalArgumentException when there is no message file of it */
    public Language {
        code = code.isBlank() ? Languages.FIRST : code.strip().toLowerCase(Locale.ROOT);
        if (!Languages.spoken().contains(code)) {
            throw new IllegalArgumentException("The program speaks " + String.join(", ", Languages.spoken()) + " only.");
        }
    }

    public Locale locale() {
        return Locale.of(code);
    }

    @Override
    public String toString() {
        return code;
    }
}
