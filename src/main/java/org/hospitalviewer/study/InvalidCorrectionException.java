package org.hospitalviewer.study;

import java.util.Map;
import java.util.stream.Collectors;
import org.hospitalviewer.archive.CorrectedValues.Problem;
import org.hospitalviewer.dicom.data.Dictionary;

/** Values that cannot be written into a study. */
public final class InvalidCorrectionException extends RuntimeException {

    private final transient Map<Integer, Problem> problems;

    /** @param problems what is wrong, by tag */
    InvalidCorrectionException(Map<Integer, Problem> problems) {
        super(problems.entrySet().stream()
                .map(problem -> Dictionary.keyword(problem.getKey()).orElse("") + ": " + problem.getValue())
                .collect(Collectors.joining(", ")));
        this.problems = Map.copyOf(problems);
    }

    public Map<Integer, Problem> problems() {
        return problems;
    }
}
