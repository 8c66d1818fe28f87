package org.hospitalviewer.clinical.prescription;

import java.util.Optional;
import java.util.stream.Stream;
import org.hospitalviewer.clinical.report.PlainText;

/**
 * One medicine, in the words of whoever prescribes it.
 *
 * @param drug         name and form
 * @param dose         how much at a time
 * @param frequency    how often
 * @param duration     how long
 * @param instructions anything else, several lines
 */
public record Medication(String drug, String dose, String frequency, String duration, String instructions) {

    private static final int MAX_LINE = 200;
    private static final int MAX_INSTRUCTIONS = 2_000;

    public Medication {
        drug = PlainText.line(drug);
        dose = PlainText.line(dose);
        frequency = PlainText.line(frequency);
        duration = PlainText.line(duration);
        instructions = PlainText.lines(instructions).strip();
    }

    /** Why this cannot be kept, as a sentence; empty when it can. */
    Optional<String> problem() {
        if (drug.isEmpty()) {
            return Optional.of("A medicine needs a name.");
        }
        boolean tooLong = Stream.of(drug, dose, frequency, duration).anyMatch(line -> line.length() > MAX_LINE)
                || instructions.length() > MAX_INSTRUCTIONS;
        return tooLong ? Optional.of("Lines have " + MAX_LINE + " characters at most, instructions " + MAX_INSTRUCTIONS + ".")
                : Optional.empty();
    }
}
