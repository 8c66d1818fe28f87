package org.hospitalviewer.oldinstallation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The result of one file.
 *
 * @param trial    whether nothing was changed
 * @param findings one for each entry, in the order of the file
 */
public record Takeover(boolean trial, List<Finding> findings) {

    /** How many there are of each outcome that occurs. */
    @JsonProperty
    public Map<Finding.Outcome, Long> counts() {
        return findings.stream().map(Finding::outcome)
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }
}
