package org.hospitalviewer.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The languages that there is a message file of. Another file beside those there are is another language. */
public final class Languages {

    /** Language of the file without a language in its name. */
    static final String FIRST = "en";
    private static final String FIRST_FILE = Texts.BUNDLE + ".properties";
    private static final Pattern OTHER_FILE = Pattern.compile(Texts.BUNDLE + "_([a-z]{2,3})\\.properties");
    private static final List<String> SPOKEN = Stream.concat(Stream.of(FIRST), others().sorted()).toList();

    private Languages() {
    }

    /** Codes of ISO 639, English first. */
    public static List<String> spoken() {
        return SPOKEN;
    }

    /**
     * The language somebody gets, with the region of their browser, for dates and numbers.
     *
     * @param chosen  code of a language, if somebody chose one; one that is not spoken does not count
     * @param browser what the browser asks for, best first
     * @return British English where nothing fits
     */
    public static Locale locale(Optional<String> chosen, List<Locale> browser) {
        Optional<String> wanted = chosen.filter(SPOKEN::contains);
        return browser.stream()
                .filter(locale -> wanted.map(locale.getLanguage()::equals).orElse(SPOKEN.contains(locale.getLanguage())))
                .findFirst()
                .or(() -> wanted.filter(language -> !language.equals(FIRST)).map(Locale::of))
                .orElse(Locale.UK);
    }

    /** Beside the first file, be it in a folder or in the program's archive. */
    private static Stream<String> others() {
        String first = Languages.class.getResource("/" + FIRST_FILE).toString();
        String folder = first.substring(0, first.length() - FIRST_FILE.length());
        try {
            Resource[] files = new PathMatchingResourcePatternResolver()
                    .getResources(folder + Texts.BUNDLE + "_*.properties");
            return Stream.of(files).map(file -> OTHER_FILE.matcher(String.valueOf(file.getFilename())))
                    .filter(Matcher::matches).map(name -> name.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
