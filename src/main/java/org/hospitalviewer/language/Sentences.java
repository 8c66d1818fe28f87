package org.hospitalviewer.language;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the program's services say, in another language. They say it in English, as it stands in the log, in the database
 * and in answers to programs; who shows it to a person puts it into the language of that person here. The sentence itself
 * is the key, found among those of the message file under {@code said.}. What is not among them is shown as it is.
 */
public final class Sentences {

    private static final String PREFIX = "said.";
    private static final String FULL_STOP = ".";
    private static final String SENTENCE_END = ". ";
    private static final String NAME_END = ": ";
    private static final String COMMA = ", ";
    private static final Pattern ITEMS = Pattern.compile(COMMA);
    /** What is looked up for one text; a text of another program that is made to have more of them is not read further. */
    private static final int MOST_LOOKS = 300;
    /** The most telling one first, where two of them fit. */
    private static final List<SaidSentence> KNOWN = Texts.below(PREFIX, Locale.ENGLISH).keySet().stream()
            .map(key -> SaidSentence.of(PREFIX + key))
            .sorted(Comparator.comparingInt(SaidSentence::letters).reversed().thenComparing(SaidSentence::key)).toList();

    private final Locale locale;
    private int looks;

    private Sentences(Locale locale) {
        this.locale = locale;
    }

    /**
     * A sentence, or several one after the other, as a service said it.
     *
     * @param english what is no sentence of the program, such as a name, stays as it is, also within a sentence
     */
    public static String in(Locale locale, String english) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? english : new Sentences(locale).in(english);
    }

    private String in(String english) {
        return list(english).or(() -> sequence(english)).or(() -> whole(english)).or(() -> several(english))
                .or(() -> named(english)).orElse(english);
    }

    /** One sentence; its full stop may be that of what it stands in. */
    private Optional<String> whole(String english) {
        return known(english).or(() -> english.endsWith(FULL_STOP)
                ? known(english.substring(0, english.length() - 1)).map(said -> said + FULL_STOP) : Optional.empty());
    }

    private Optional<String> known(String english) {
        looks++;
        return looks > MOST_LOOKS ? Optional.empty()
                : KNOWN.stream().flatMap(sentence -> said(sentence, english).stream()).findFirst();
    }

    private Optional<String> said(SaidSentence sentence, String english) {
        return sentence.values(english).map(values -> {
            if (sentence.endsWithReason()) {
                int last = values.length - 1;
                values[last] = in((String) values[last]);
            }
            return Texts.text(locale, sentence.key(), values);
        });
    }

    /** Nothing but known sentences: a value of the first is not taken for those after it. */
    private Optional<String> sequence(String english) {
        return ends(english).flatMap(end -> whole(english.substring(0, end + 1)).stream().flatMap(first ->
                rest(english.substring(end + 2)).map(said -> first + " " + said).stream())).findFirst();
    }

    private Optional<String> rest(String english) {
        return sequence(english).or(() -> whole(english));
    }

    private Stream<Integer> ends(String english) {
        return Stream.iterate(english.indexOf(SENTENCE_END), end -> end >= 0 && looks <= MOST_LOOKS,
                end -> english.indexOf(SENTENCE_END, end + 1));
    }

    /** At the first end of a sentence where what stands before or after it is known. */
    private Optional<String> several(String english) {
        return ends(english)
                .flatMap(end -> two(english.substring(0, end + 1), english.substring(end + 2)).stream()).findFirst();
    }

    private Optional<String> two(String first, String rest) {
        Optional<String> known = whole(first);
        return known.isPresent() ? known.map(said -> said + " " + in(rest)) : whole(rest).map(said -> first + " " + said);
    }

    /** The name of what a sentence is about, and the sentence. */
    private Optional<String> named(String english) {
        int end = english.indexOf(NAME_END);
        return end < 0 || looks > MOST_LOOKS ? Optional.empty()
                : Optional.of(english.substring(0, end) + NAME_END + in(english.substring(end + NAME_END.length())));
    }

    /** Such as {@code 5 imported, 2 refused.} */
    private Optional<String> list(String english) {
        if (!english.contains(COMMA)) {
            return Optional.empty();
        }
        List<Optional<String>> items = ITEMS.splitAsStream(english).map(this::whole).takeWhile(Optional::isPresent).toList();
        return items.size() == ITEMS.splitAsStream(english).count()
                ? Optional.of(items.stream().map(Optional::get).collect(Collectors.joining(COMMA))) : Optional.empty();
    }
}
