package org.hospitalviewer.clinical.paper;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.PersonName;
import org.hospitalviewer.dicom.data.PersonName.Component;
import org.hospitalviewer.dicom.data.Tag;

/** Patient and study in words for people. */
final class StudyBlock {

    /** What has to be asked of the archive for it. */
    static final List<Integer> TAGS = List.of(Tag.PatientName, Tag.PatientID, Tag.PatientBirthDate, Tag.PatientSex,
            Tag.StudyDate, Tag.StudyTime, Tag.StudyDescription, Tag.AccessionNumber, Tag.ReferringPhysicianName,
            Tag.ModalitiesInStudy, Tag.StudyID);

    private static final String TIME = "(\\d{2})(\\d{2}).*";

    private StudyBlock() {
    }

    /** Labels and values, without those that are not known. */
    static Map<String, String> rows(Attributes study, PaperWords words) {
        Map<String, String> rows = patientRows(study, words);
        rows.put(words.say("paper.examination"), joined(" ", date(study.getString(Tag.StudyDate, ""), words),
                study.getString(Tag.StudyTime, "").replaceFirst("^" + TIME + "$", "$1:$2"),
                joined("/", study.getStrings(Tag.ModalitiesInStudy)), study.getString(Tag.StudyDescription, "")));
        rows.put(words.say("paper.accession"), study.getString(Tag.AccessionNumber, ""));
        rows.put(words.say("paper.referrer"), name(study.getString(Tag.ReferringPhysicianName, "")));
        rows.values().removeIf(String::isBlank);
        return rows;
    }

    /** The same of the patient alone. */
    static Map<String, String> patientRows(Attributes study, PaperWords words) {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put(words.say("paper.patient"), patient(study));
        rows.put(words.say("paper.patient.id"), study.getString(Tag.PatientID, ""));
        rows.put(words.say("paper.born"), date(study.getString(Tag.PatientBirthDate, ""), words));
        rows.put(words.say("paper.sex"), sex(study.getString(Tag.PatientSex, ""), words));
        rows.values().removeIf(String::isBlank);
        return rows;
    }

    static String patient(Attributes study) {
        return name(study.getString(Tag.PatientName, ""));
    }

    /** Every group that is there, such as "Yamada, Tarou (山田, 太郎)". */
    static String name(String value) {
        PersonName name = PersonName.of(value);
        String others = joined(", ", group(name.ideographic()), group(name.phonetic()));
        String first = group(name.alphabetic());
        return first.isEmpty() ? others : first + (others.isEmpty() ? "" : " (" + others + ")");
    }

    private static String group(String group) {
        String given = joined(" ", PersonName.component(group, Component.PREFIX),
                PersonName.component(group, Component.GIVEN), PersonName.component(group, Component.MIDDLE));
        return joined(", ", PersonName.component(group, Component.FAMILY), given,
                PersonName.component(group, Component.SUFFIX));
    }

    /** A value that is no date is shown as it is. */
    private static String date(String date, PaperWords words) {
        try {
            return words.day(LocalDate.parse(date, DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeParseException e) {
            return date;
        }
    }

    private static String sex(String code, PaperWords words) {
        return switch (code) {
            case "F" -> words.say("paper.sex.female");
            case "M" -> words.say("paper.sex.male");
            case "O" -> words.say("paper.sex.other");
            default -> "";
        };
    }

    private static String joined(String between, String... parts) {
        return parts == null ? "" : Stream.of(parts).filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(between));
    }
}
