package org.hospitalviewer.clinical.patient;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The studies of one patient. Another patient's images in a patient's file do as much harm as images that are missing in it:
 * what cannot be decided is kept apart, for people to look at.
 *
 * @param asked    the study by which the patient was asked for
 * @param studies  those of the patient, with the one asked for, the newest first
 * @param doubtful those of the same number whose name or birth date is another, the newest first
 * @param cut      whether there are more of this number than were looked at
 */
public record PatientStudies(PatientStudy asked, List<PatientStudy> studies, List<PatientStudy> doubtful, boolean cut) {

    private static final Comparator<PatientStudy> NEWEST_FIRST = Comparator.comparing(PatientStudy::at).reversed()
            .thenComparing(PatientStudy::studyInstanceUid);

    /** @param numbered studies that may have the patient's number, among them the one asked for or not */
    static PatientStudies sorted(PatientStudy asked, List<PatientStudy> numbered, boolean cut) {
        List<PatientStudy> own = new ArrayList<>(List.of(asked));
        List<PatientStudy> doubtful = new ArrayList<>();
        numbered.stream().filter(study -> !study.studyInstanceUid().equals(asked.studyInstanceUid()))
                .filter(study -> study.patient().sharesNumberWith(asked.patient()))
                .forEach(study -> (study.patient().resembles(asked.patient()) ? own : doubtful).add(study));
        doubtful.addAll(contradicting(asked, own));
        own.removeAll(doubtful);
        own.sort(NEWEST_FIRST);
        doubtful.sort(NEWEST_FIRST);
        return new PatientStudies(asked, List.copyOf(own), List.copyOf(doubtful), cut);
    }

    /** Where the study asked for says nothing, the others may agree with it and yet not with each other. */
    private static List<PatientStudy> contradicting(PatientStudy asked, List<PatientStudy> own) {
        List<PatientStudy> found = new ArrayList<>();
        for (Function<PatientIdentity, String> value : List.<Function<PatientIdentity, String>>of(
                PatientIdentity::issuer, PatientIdentity::birthDate, PatientIdentity::name)) {
            Predicate<PatientStudy> says = study -> !value.apply(study.patient()).isEmpty();
            List<PatientStudy> saying = own.stream().filter(says).toList();
            if (!says.test(asked) && saying.stream().anyMatch(study -> !agrees(study, saying.getFirst()))) {
                found.addAll(saying);
            }
        }
        return found.stream().distinct().collect(Collectors.toList());
    }

    private static boolean agrees(PatientStudy one, PatientStudy other) {
        return one.patient().sharesNumberWith(other.patient()) && one.patient().resembles(other.patient());
    }

    /** What the study asked for says of the patient, completed by the others. */
    public PatientIdentity patient() {
        return studies.stream().map(PatientStudy::patient).reduce(asked.patient(), PatientIdentity::completedBy);
    }

    /** Whether the study says no Patient ID, by which others could be found. */
    public boolean isUnnumbered() {
        return asked.patient().id().isEmpty();
    }

    /** Empty when it is not among those of the patient. */
    public Optional<PatientStudy> study(String studyInstanceUid) {
        return studies.stream().filter(study -> study.studyInstanceUid().equals(studyInstanceUid)).findFirst();
    }
}
