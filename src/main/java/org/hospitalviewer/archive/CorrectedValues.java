package org.hospitalviewer.archive;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hospitalviewer.dicom.data.Dictionary;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;

/**
 * What attributes of the patient and study level shall say.
 *
 * @param values by tag, "" for no value; only those of {@link #CORRECTABLE}
 */
public record CorrectedValues(Map<Integer, String> values) {

    /** All that can be corrected. */
    public static final List<Integer> CORRECTABLE = List.of(Tag.PatientName, Tag.PatientID, Tag.IssuerOfPatientID,
            Tag.PatientBirthDate, Tag.PatientSex, Tag.AccessionNumber, Tag.StudyDescription, Tag.StudyDate);

    /** What tells one patient from another. */
    public static final List<Integer> OF_PATIENT = CORRECTABLE.subList(0, 5);

    /** What can be wrong with a value. */
    public enum Problem { NOT_CORRECTABLE, CHARACTERS, TOO_LONG, NAME_GROUPS, DATE, FUTURE, SEX }

    private static final int MAX_LONG = 64;
    private static final int MAX_SHORT = 16;
    /** Alphabetic, ideographic and phonetic (PS3.5 6.2.1). */
    private static final int NAME_GROUPS = 3;
    private static final int NAME_COMPONENTS = 5;
    private static final Set<String> SEXES = Set.of("", "M", "F", "O");
    private static final int FIRST_YEAR = 1850;

    public CorrectedValues {
        Map<Integer, String> sorted = new TreeMap<>();
        values.forEach((tag, value) -> sorted.put(tag, value.strip()));
        values = sorted;
    }

    /** What is wrong with which of them; empty when all can be written. */
    public Map<Integer, Problem> problems() {
        Map<Integer, Problem> problems = new LinkedHashMap<>();
        values.forEach((tag, value) -> {
            Problem problem = problem(tag, value);
            if (problem != null) {
                problems.put(tag, problem);
            }
        });
        return problems;
    }

    private static Problem problem(int tag, String value) {
        if (!CORRECTABLE.contains(tag)) {
            return Problem.NOT_CORRECTABLE;
        }
        VR vr = Dictionary.vr(tag);
        if (value.chars().anyMatch(c -> Character.isISOControl(c) || c == '\\' || Character.isSurrogate((char) c)
                && !isWellFormed(value))) {
            return Problem.CHARACTERS;
        }
        return switch (vr) {
            case PN -> nameProblem(value);
            case DA -> dateProblem(value);
            case CS -> SEXES.contains(value) ? null : Problem.SEX;
            case SH -> tooLong(value, MAX_SHORT);
            default -> tooLong(value, MAX_LONG);
        };
    }

    private static boolean isWellFormed(String value) {
        return value.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static Problem tooLong(String value, int most) {
        return value.codePointCount(0, value.length()) > most ? Problem.TOO_LONG : null;
    }

    /** PS3.5 6.2 PN: at most 64 characters and 5 components in each of at most three groups. */
    private static Problem nameProblem(String value) {
        String[] groups = value.split("=", -1);
        if (groups.length > NAME_GROUPS) {
            return Problem.NAME_GROUPS;
        }
        for (String group : groups) {
            if (group.split("\\^", -1).length > NAME_COMPONENTS) {
                return Problem.NAME_GROUPS;
            }
            if (tooLong(group, MAX_LONG) != null) {
                return Problem.TOO_LONG;
            }
        }
        return null;
    }

    private static Problem dateProblem(String value) {
        if (value.isEmpty()) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(value, DateTimeFormatter.BASIC_ISO_DATE);
            if (value.length() != 8 || date.getYear() < FIRST_YEAR) {
                return Problem.DATE;
            }
            return date.isAfter(LocalDate.now().plusDays(1)) ? Problem.FUTURE : null;
        } catch (DateTimeException e) {
            return Problem.DATE;
        }
    }
}
