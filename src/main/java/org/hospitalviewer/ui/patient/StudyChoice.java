package org.hospitalviewer.ui.patient;

import com.vaadin.flow.component.select.Select;
import org.hospitalviewer.clinical.patient.PatientStudies;
import org.hospitalviewer.clinical.patient.PatientStudy;

/** To which study of the patient something belongs; at first the one that led to the patient. */
final class StudyChoice extends Select<PatientStudy> {

    StudyChoice(PatientStudies patient) {
        setLabel(getTranslation("patient.study"));
        setItems(patient.studies());
        setItemLabelGenerator(study -> {
            String words = Words.of(study, getLocale());
            return words.isBlank() ? getTranslation("patient.undated") : words;
        });
        setValue(patient.asked());
        setWidthFull();
    }
}
