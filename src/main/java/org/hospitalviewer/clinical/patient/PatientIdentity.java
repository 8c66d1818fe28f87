package org.hospitalviewer.clinical.patient;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.PersonName;
import org.hospitalviewer.dicom.data.PersonName.Component;
import org.hospitalviewer.dicom.data.Tag;

/**
 * Who a study says its patient is; empty where it says nothing.
 *
 * @param id        Patient ID (0010,0020)
 * @param issuer    Issuer of Patient ID (0010,0021)
 * @param name      Patient's Name (0010,0010), with all its groups
 * @param birthDate Patient's Birth Date (0010,0030), YYYYMMDD
 * @param sex       Patient's Sex (0010,0040)
 */
public record PatientIdentity(String id, String issuer, String name, String birthDate, String sex) {

    static PatientIdentity of(Attributes study) {
        return new PatientIdentity(text(study, Tag.PatientID), text(study, Tag.IssuerOfPatientID),
                text(study, Tag.PatientName), text(study, Tag.PatientBirthDate), text(study, Tag.PatientSex));
    }

    private static String text(Attributes study, int tag) {
        return study.getString(tag, "").strip();
    }

    /** Whether both were numbered by the same office, as far as they say. */
    boolean sharesNumberWith(PatientIdentity other) {
        return id.equals(other.id) && agree(issuer, other.issuer);
    }

    /** Whether name and birth date speak for one person, as far as they are known. */
    boolean resembles(PatientIdentity other) {
        return agree(birthDate, other.birthDate) && sameName(other);
    }

    private static boolean agree(String one, String other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other);
    }

    /**
     * Compares family and given name in each script that both have: titles and middle names come and go. Names without a
     * script in common cannot be compared, and so are not the same.
     */
    private boolean sameName(PatientIdentity other) {
        PersonName mine = PersonName.of(name);
        PersonName theirs = PersonName.of(other.name);
        if (mine.isEmpty() || theirs.isEmpty()) {
            return true;
        }
        List<Function<PersonName, String>> shared = List.<Function<PersonName, String>>of(PersonName::alphabetic,
                PersonName::ideographic, PersonName::phonetic).stream().filter(group ->
                !plain(group.apply(mine)).isEmpty() && !plain(group.apply(theirs)).isEmpty()).toList();
        return !shared.isEmpty()
                && shared.stream().allMatch(group -> plain(group.apply(mine)).equals(plain(group.apply(theirs))));
    }

    /** Family and given name in small letters, however they are divided. */
    private static String plain(String group) {
        String both = PersonName.component(group, Component.FAMILY) + " " + PersonName.component(group, Component.GIVEN);
        return Normalizer.normalize(both, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    }

    /** What this one does not say, as another one says it. */
    PatientIdentity completedBy(PatientIdentity other) {
        return new PatientIdentity(first(id, other.id), first(issuer, other.issuer), first(name, other.name),
                first(birthDate, other.birthDate), first(sex, other.sex));
    }

    private static String first(String one, String other) {
        return one.isEmpty() ? other : one;
    }
}
