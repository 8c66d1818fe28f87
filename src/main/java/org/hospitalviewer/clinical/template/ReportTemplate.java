package org.hospitalviewer.clinical.template;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a report of one kind of examination begins with.
 *
 * @param key        names it in reports
 * @param modalities as in Modality (0008,0060); empty for any
 * @param bodyParts  as in Body Part Examined (0018,0015); empty for any
 * @param words      of Study Description (0008,1030) that speak for it, in lower case
 * @param findings   what is said when all is normal, by organ
 * @param active     whether it is offered
 */
public record ReportTemplate(String key, String name, List<String> modalities, List<String> bodyParts,
                             List<String> words, String title, String indication, String technique, String findings,
                             String impression, List<TemplateField> fields, Boolean active) {

    static final String KEY_PATTERN = "[a-z0-9][a-z0-9-]{0,63}";
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_WORD = 64;
    private static final int MOST_WORDS = 50;
    private static final int MOST_FIELDS = 60;

    public ReportTemplate {
        name = text(name);
        modalities = listed(modalities);
        bodyParts = listed(bodyParts);
        words = listed(words);
        title = text(title).isEmpty() ? name : text(title);
        indication = text(indication);
        technique = text(technique);
        findings = text(findings);
        impression = text(impression);
        fields = fields == null ? List.of() : List.copyOf(fields);
        active = active == null || active;
    }

    private static String text(String text) {
        return text == null ? "" : text.strip();
    }

    private static List<String> listed(List<String> values) {
        return values == null ? List.of() : values.stream().map(ReportTemplate::text).filter(value -> !value.isEmpty())
                .toList();
    }

    ReportTemplate keyed(String newKey) {
        return new ReportTemplate(newKey, name, modalities, bodyParts, words, title, indication, technique, findings,
                impression, fields, active);
    }

    /** Why this cannot be kept, as a sentence; empty when it can. */
    Optional<String> problem() {
        if (key == null || !key.matches(KEY_PATTERN)) {
            return Optional.of("The key has small letters, digits and dashes, 64 at most.");
        }
        if (name.isEmpty() || name.length() > LONGEST_NAME || title.length() > LONGEST_NAME) {
            return Optional.of("Name and title have " + LONGEST_NAME + " characters at most, and a name is needed.");
        }
        if (Stream.of(indication, technique, findings, impression).anyMatch(text -> text.length() > LONGEST_TEXT)) {
            return Optional.of("Each text has " + LONGEST_TEXT + " characters at most.");
        }
        if (Stream.of(modalities, bodyParts, words).anyMatch(list -> list.size() > MOST_WORDS
                || list.stream().anyMatch(word -> word.length() > LONGEST_WORD))) {
            return Optional.of("There are " + MOST_WORDS + " modalities, body parts and words at most, and they are short.");
        }
        boolean twice = fields.stream().map(TemplateField::name).distinct().count() < fields.size();
        return twice || fields.size() > MOST_FIELDS || !fields.stream().allMatch(TemplateField::isAcceptable)
                ? Optional.of("There are " + MOST_FIELDS + " fields at most, each with a name of its own out of letters and "
                        + "digits, a label, and choices only where one is chosen.")
                : Optional.empty();
    }
}
