package org.hospitalviewer.ui.worklist;

import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import org.hospitalviewer.access.Account;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.ArchiveQuery;
import org.hospitalviewer.archive.Match;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.study.StudyCorrections;
import org.springframework.stereotype.Component;

/** Corrects the patient and study data of a study, or gives it to another patient. */
@Component
final class CorrectStudy implements StudyAction {

    private final StudyCorrections corrections;
    private final Archive archive;

    CorrectStudy(StudyCorrections corrections, Archive archive) {
        this.corrections = corrections;
        this.archive = archive;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public String label() {
        return "study.correct";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.EDIT;
    }

    @Override
    public boolean isOffered() {
        return corrections.isPossible() && Account.current().may(Action.CORRECT_STUDIES);
    }

    @Override
    public void begin(StudyRow row) {
        archive.find(ArchiveQuery.of(QueryLevel.STUDY,
                        List.of(new Match.Equal(Tag.StudyInstanceUID, row.studyInstanceUid())), 0, 1))
                .stream().findFirst()
                .ifPresent(study -> new CorrectionDialog(study, corrections, archive).open());
    }
}
