package org.hospitalviewer.ui;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The languages that there is a message file of. Another file beside those there are is another language. */
final class Languages {

    /** Language of the file without a language in its name. */
    private static final String FIRST = "en";
    private static final List<String> SPOKEN = Stream.concat(Stream.of(FIRST), Stream.of(Locale.getISOLanguages())
            .filter(language -> !language.equals(FIRST) && isThere(language)).sorted()).toList();

    private Languages() {
    }

    /** Two-letter codes (ISO 639-1), English first. */
    static List<String> spoken() {
        return SPOKEN;
    }

    /**
     * The language somebody gets, with the region of their browser, for dates and numbers.
     *
     * @param chosen  code of a language, if somebody chose one; one that is not spoken does not count
     * @param browser what the browser asks for, best first
     * @return British English where nothing fits
     */
    static Locale locale(Optional<String> chosen, List<Locale> browser) {
        Optional<String> wanted = chosen.filter(SPOKEN::contains);
        return browser.stream()
                .filter(locale -> wanted.map(locale.getLanguage()::equals).orElse(SPOKEN.contains(locale.getLanguage())))
                .findFirst()
                .or(() -> wanted.filter(language -> !language.equals(FIRST)).map(Locale::of))
                .orElse(Locale.UK);
    }

    private static boolean isThere(String language) {
        return Languages.class.getResource("/" + MessageProvider.BUNDLE + "_" + language + ".properties") != null;
    }
}
