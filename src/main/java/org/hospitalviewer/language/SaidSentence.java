package org.hospitalviewer.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An English sentence of the message file, taken apart at the places where values come.
 *
 * @param key    in the message file
 * @param pieces what stands before, between and after the values
 * @param places numbers of the values in the order in which they come; each comes once
 */
record SaidSentence(String key, List<String> pieces, List<Integer> places) {

    private static final int MAX_VALUES = 6;
    /** Stands for a value; no text has such characters. */
    private static final Pattern MARK = Pattern.compile("\ufdd0(\\d)\ufdd1");
    private static final String BEFORE_REASON = ": ";
    /** Of these little but a number is said: "Connection refused" is none of them. */
    private static final String COUNTS = "said.count.";
    private static final Pattern NUMBER = Pattern.compile("[\\d.,]+");

    static SaidSentence of(String key) {
        String text = Texts.text(Locale.ENGLISH, key);
        return text.contains("{") ? takenApart(key) : new SaidSentence(key, List.of(text), List.of());
    }

    private static SaidSentence takenApart(String key) {
        Object[] marks = new Object[MAX_VALUES];
        for (int place = 0; place < MAX_VALUES; place++) {
            marks[place] = "\ufdd0" + place + "\ufdd1";
        }
        Matcher mark = MARK.matcher(Texts.text(Locale.ENGLISH, key, marks));
        List<Integer> places = new ArrayList<>();
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        while (mark.find()) {
            mark.appendReplacement(piece, "");
            pieces.add(piece.toString());
            piece.setLength(0);
            places.add(Integer.parseInt(mark.group(1)));
        }
        mark.appendTail(piece);
        pieces.add(piece.toString());
        return new SaidSentence(key, List.copyOf(pieces), List.copyOf(places));
    }

    /** How much of it is not values. */
    int letters() {
        return pieces.stream().mapToInt(String::length).sum();
    }

    /** Whether the last thing it says is why, which may be a sentence of its own: {@code It cannot be read: {0}}. */
    boolean endsWithReason() {
        int last = places.size() - 1;
        return last >= 0 && places.get(last) == last && pieces.get(last).endsWith(BEFORE_REASON)
                && pieces.getLast().length() <= 1;
    }

    /** The values in a sentence; empty when it is another sentence. Takes as long as the sentence, whatever stands in it. */
    Optional<Object[]> values(String sentence) {
        String first = pieces.getFirst();
        String last = pieces.getLast();
        if (places.isEmpty()) {
            return sentence.equals(first) ? Optional.of(new Object[0]) : Optional.empty();
        }
        if (!sentence.startsWith(first) || !sentence.endsWith(last) || sentence.length() < first.length() + last.length()) {
            return Optional.empty();
        }
        return between(sentence, first.length(), sentence.length() - last.length()).filter(this::beginsRightly);
    }

    private Optional<Object[]> between(String sentence, int start, int end) {
        Object[] values = new Object[places.size()];
        int from = start;
        for (int piece = 1; piece < pieces.size(); piece++) {
            boolean isLast = piece == pieces.size() - 1;
            int to = isLast ? end : sentence.indexOf(pieces.get(piece), from);
            if (to < from || to > end) {
                return Optional.empty();
            }
            values[places.get(piece - 1)] = sentence.substring(from, to);
            from = to + pieces.get(piece).length();
        }
        return Optional.of(values);
    }

    /** A value at the beginning is a name or a number, and not a sentence before this one. */
    private boolean beginsRightly(Object[] values) {
        if (key.startsWith(COUNTS)) {
            return NUMBER.matcher((String) values[0]).matches();
        }
        return !pieces.getFirst().isEmpty() || !((String) values[places.getFirst()]).contains(". ");
    }
}
