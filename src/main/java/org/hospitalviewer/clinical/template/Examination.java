package org.hospitalviewer.clinical.template;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What is known of an examination before anybody has looked at it.
 *
 * @param modalities  as in Modality (0008,0060)
 * @param bodyParts   as in Body Part Examined (0018,0015)
 * @param description Study Description and Series Descriptions
 */
public record Examination(List<String> modalities, List<String> bodyParts, String description) {

    private static final int MODALITY = 100;
    private static final int BODY_PART = 20;
    private static final int WORD = 10;
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    public Examination {
        modalities = modalities.stream().map(Examination::code).toList();
        bodyParts = bodyParts.stream().map(Examination::code).toList();
        description = " " + NO_WORD.matcher(description.toLowerCase(Locale.ROOT)).replaceAll(" ") + " ";
    }

    private static String code(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }

    /** How well a template fits, more being better; below zero when it is for something else. */
    int fit(ReportTemplate template) {
        boolean forAny = template.modalities().isEmpty();
        if (!forAny && !modalities.isEmpty() && template.modalities().stream().map(Examination::code)
                .noneMatch(modalities::contains)) {
            return -1;
        }
        long parts = template.bodyParts().stream().map(Examination::code).filter(bodyParts::contains).count();
        long words = template.words().stream().filter(word -> description.contains(" " + word + " ")).count();
        return (forAny ? 0 : MODALITY) + (parts > 0 ? BODY_PART : 0) + (int) words * WORD;
    }
}
