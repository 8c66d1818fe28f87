package org.hospitalviewer.clinical.paper;

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

    private static final String DATE = "(\\d{4})(\\d{2})(\\d{2})";
    private static final String TIME = "(\\d{2})(\\d{2}).*";

    private StudyBlock() {
    }

    /** Labels and values, without those that are not known. */
    static Map<String, String> rows(Attributes study) {
        Map<String, String> rows = patientRows(study);
        rows.put("Examination", joined(" ", date(study.getString(Tag.StudyDate, "")),
                study.getString(Tag.StudyTime, "").replaceFirst("^" + TIME + "$", "$1:$2"),
                joined("/", study.getStrings(Tag.ModalitiesInStudy)), study.getString(Tag.StudyDescription, "")));
        rows.put("Accession number", study.getString(Tag.AccessionNumber, ""));
        rows.put("Referred by", name(study.getString(Tag.ReferringPhysicianName, "")));
        rows.values().removeIf(String::isBlank);
        return rows;
    }

    /** The same of the patient alone. */
    static Map<String, String> patientRows(Attributes study) {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("Patient", patient(study));
        rows.put("Patient ID", study.getString(Tag.PatientID, ""));
        rows.put("Born", date(study.getString(Tag.PatientBirthDate, "")));
        rows.put("Sex", sex(study.getString(Tag.PatientSex, "")));
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

    private static String date(String date) {
        return date.matches(DATE) ? date.replaceFirst(DATE, "$1-$2-$3") : date;
    }

    private static String sex(String code) {
        return switch (code) {
            case "F" -> "female";
            case "M" -> "male";
            case "O" -> "other";
            default -> "";
        };
    }

    private static String joined(String between, String... parts) {
        return parts == null ? "" : Stream.of(parts).filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(between));
    }
}
