package org.hospitalviewer.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every language says all that English says. */
class LanguagesTest {

    /** Where a value comes, where one of several texts is chosen by a number, and marks of the web page. */
    private static final Pattern PLACE = Pattern.compile("\\{\\d+(,choice)?|%s|</?[a-z]+>");
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
    /** Names, units and words that are the same in both languages. */
    private static final Map<String, Set<String>> SAME = Map.of("es", Set.of("Hospital DICOM Viewer Pro", "Google Drive",
            "console.cloud.google.com", "PDF", "PET", "VR", "Series", "Subdural", "Abdomen", "Axial", "Coronal", "(detector)",
            "Zoom {0} %", "{0} mm", "{0} min", "{0} bytes", "{0} KB", "{0} MB", "{0} GB"));
    /** What scripts fill in themselves is not written by the rules of {@link MessageFormat}. */
    private static final Pattern OF_SCRIPTS = Pattern.compile("(viewer|report|upload)\\.text\\..*");

    private final Map<String, String> english = texts("messages.properties");

    static List<String> others() {
        return Languages.spoken().subList(1, Languages.spoken().size());
    }

    @Test
    void englishIsFirstAndSpanishIsThere() {
        assertThat(Languages.spoken()).startsWith("en").contains("es").doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("others")
    void anotherLanguageHasEveryTextWithTheSamePlacesAndNoOther(String language) {
        Map<String, String> other = texts("messages_" + language + ".properties");

        assertThat(other.keySet()).isEqualTo(english.keySet());
        assertThat(other).allSatisfy((key, text) -> {
            assertThat(text).as(key).isNotBlank().isEqualTo(text.strip());
            assertThat(places(text)).as(key).isEqualTo(places(english.get(key)));
        });
    }

    @ParameterizedTest
    @MethodSource("others")
    void nothingIsLeftInEnglish(String language) {
        assertThat(texts("messages_" + language + ".properties")).allSatisfy((key, text) -> {
            if (WORD.matcher(text).find() && !SAME.get(language).contains(text)) {
                assertThat(text).as(key).isNotEqualTo(english.get(key));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("others")
    void everyTextCanBeFilledIn(String language) {
        Map<String, String> other = new TreeMap<>(texts("messages_" + language + ".properties"));
        other.keySet().removeIf(OF_SCRIPTS.asMatchPredicate());
        other.values().removeIf(text -> !text.contains("{"));

        assertThat(other).isNotEmpty().allSatisfy((key, text) -> {
            for (int count : new int[] {0, 1, 7}) {
                Object[] values = Stream.generate(() -> count).limit(4).toArray();
                assertThat(new MessageFormat(text, Locale.of(language)).format(values)).as(key).doesNotContain("{");
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"es,        de;en-US, es", "es, en-GB;es-MX;es, es-MX", "en, es-ES;en-US, en-US", "en, es-ES, en-GB",
            "'', es-AR;en, es-AR", "'', de;fr, en-GB", "'', '', en-GB", "tlh, es-CO, es-CO", "../x, en-US, en-US"})
    void whatWasChosenComesFirstAndThenWhatTheBrowserAsksFor(String chosen, String browser, String given) {
        List<Locale> asked = Stream.of(browser.split(";")).filter(tag -> !tag.isEmpty()).map(Locale::forLanguageTag).toList();

        assertThat(Languages.locale(Optional.of(chosen).filter(text -> !text.isEmpty()), asked))
                .hasToString(given.replace('-', '_'));
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static Map<String, String> texts(String file) {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources").resolve(file))) {
            texts.load(reader);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
        return texts.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, texts::getProperty));
    }
}
