package org.hospitalviewer.clinical.report;

/**
 * A value that the template asks for. Label and unit are kept with it, so that a signed report still says the same when
 * its template has changed.
 *
 * @param name  as in the template
 * @param label for people
 * @param value as entered or chosen; empty when it is still open
 * @param unit  of the value, empty for none
 */
public record ReportField(String name, String label, String value, String unit) {

    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_LABEL = 200;
    private static final int LONGEST_VALUE = 2_000;
    private static final int LONGEST_UNIT = 32;

    public ReportField {
        name = PlainText.line(name);
        label = PlainText.line(label);
        label = label.isEmpty() ? name : label;
        value = PlainText.lines(value);
        unit = PlainText.line(unit);
    }

    boolean isAcceptable() {
        return !name.isEmpty() && name.length() <= LONGEST_NAME && label.length() <= LONGEST_LABEL
                && value.length() <= LONGEST_VALUE && unit.length() <= LONGEST_UNIT;
    }
}
