package org.hospitalviewer.clinical.report;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.hospitalviewer.clinical.template.ReportTemplate;

/**
 * What a report says.
 *
 * @param reportType           key of the template it was begun with, empty for none
 * @param reportingPhysicianId user who answers for it; null for whoever signs it
 */
public record ReportContent(String reportType, String title, String indication, String technique, String findings,
                            String impression, List<ReportField> fields, List<KeyImage> keyImages,
                            Long reportingPhysicianId) {

    /** Of one text, in UTF-16 characters: some twenty pages. */
    public static final int LONGEST_TEXT = 60_000;
    static final int LONGEST_TITLE = 200;
    static final int MOST_FIELDS = 100;
    static final int MOST_KEY_IMAGES = 50;
    static final String TYPE_PATTERN = "[a-z0-9-]{0,64}";

    static final ReportContent EMPTY = new ReportContent("", "", "", "", "", "", List.of(), List.of(), null);

    public ReportContent {
        reportType = reportType == null ? "" : reportType;
        title = PlainText.line(title);
        indication = PlainText.lines(indication);
        technique = PlainText.lines(technique);
        findings = PlainText.lines(findings);
        impression = PlainText.lines(impression);
        fields = fields == null ? List.of() : withoutNull(fields);
        keyImages = keyImages == null ? List.of() : withoutNull(keyImages);
    }

    static ReportContent beginningWith(ReportTemplate template) {
        return new ReportContent(template.key(), template.title(), template.indication(), template.technique(),
                template.findings(), template.impression(), template.fields().stream().map(field ->
                new ReportField(field.name(), field.label(), field.defaultValue(), field.unit())).toList(), List.of(), null);
    }

    private static <T> List<T> withoutNull(List<T> values) {
        return values.stream().filter(Objects::nonNull).toList();
    }

    /** Why this cannot be kept, as a sentence; empty when it can. */
    Optional<String> problem() {
        if (!reportType.matches(TYPE_PATTERN)) {
            return Optional.of("There is no such type of report.");
        }
        if (title.length() > LONGEST_TITLE) {
            return Optional.of("A title has " + LONGEST_TITLE + " characters at most.");
        }
        if (Stream.of(indication, technique, findings, impression).anyMatch(text -> text.length() > LONGEST_TEXT)) {
            return Optional.of("Each text has " + LONGEST_TEXT + " characters at most.");
        }
        if (fields.size() > MOST_FIELDS || !fields.stream().allMatch(ReportField::isAcceptable)) {
            return Optional.of("There are " + MOST_FIELDS + " fields at most, with short names, labels, values and units.");
        }
        return keyImages.size() > MOST_KEY_IMAGES || !keyImages.stream().allMatch(KeyImage::isAcceptable)
                ? Optional.of("There are " + MOST_KEY_IMAGES + " key images at most, each with the UIDs of its series and "
                        + "instance, a frame from 1, and a caption of " + KeyImage.LONGEST_CAPTION + " characters at most.")
                : Optional.empty();
    }

    /** What a field says, empty when there is no such field. */
    String value(String fieldName) {
        return fields.stream().filter(field -> field.name().equals(fieldName)).map(ReportField::value).findFirst()
                .orElse("");
    }

    /** Whether nobody could read anything in it. */
    boolean isBlank() {
        return Stream.of(indication, technique, findings, impression).allMatch(String::isBlank)
                && fields.stream().allMatch(field -> field.value().isBlank());
    }
}
