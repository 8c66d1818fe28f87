package org.hospitalviewer.ui.patient;

import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hospitalviewer.clinical.patient.PatientEntry;
import org.hospitalviewer.clinical.patient.PatientStudy;
import org.hospitalviewer.ui.worklist.StudyRow;

/** Images of a patient. */
final class StudyItem extends EntryItem {

    StudyItem(PatientEntry.OfStudy entry, Locale locale) {
        PatientStudy study = entry.study();
        super(VaadinIcon.PICTURE, Words.title(study), study.time().isBlank() ? StudyRow.date(study.date(), locale)
                : Words.moment(entry.at(), locale));
        if (study.report() != null) {
            badge(getTranslation("patient.reported", getTranslation("worklist.report." + study.report())),
                    study.report().isSigned() ? "state-good" : "state-warning");
        }
        if (study.reading().urgent()) {
            badge(getTranslation("worklist.report.urgent"), "state-bad");
        }
        quiet(Stream.of(getTranslation("patient.images", study.series(), study.images()),
                        study.accessionNumber().isBlank() ? "" : getTranslation("patient.accession", study.accessionNumber()),
                        study.reading().assignedTo() == null ? ""
                                : getTranslation("patient.reader", Words.of(study.reading().assignedTo())))
                .filter(part -> !part.isEmpty()).collect(Collectors.joining("  ·  ")));
        link("viewer/" + study.studyInstanceUid(), getTranslation("worklist.open"), false);
    }
}
