package org.hospitalviewer.clinical.paper;

import java.util.List;
import java.util.Set;
import org.hospitalviewer.appliance.ViewerSettings;
import org.hospitalviewer.appliance.settings.Settings;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.ArchiveQuery;
import org.hospitalviewer.archive.Match;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.springframework.stereotype.Component;

/** What every printed paper of the clinic begins with: whose paper it is, and whom it is about. */
@Component
class Stationery {

    private final Logo logo;
    private final Settings settings;
    private final Archive archive;

    Stationery(Logo logo, Settings settings, Archive archive) {
        this.logo = logo;
        this.settings = settings;
        this.archive = archive;
    }

    Letterhead letterhead() {
        ViewerSettings now = settings.current();
        return new Letterhead(now.clinicName(), now.clinicAddress(), now.clinicPhone(), logo.png());
    }

    PaperWords words() {
        return new PaperWords(settings.current().documentLanguage());
    }

    /** A paper is printed even when its study is gone; then it says less of the patient. */
    Attributes study(String studyInstanceUid) {
        return archive.find(new ArchiveQuery(QueryLevel.STUDY,
                List.of(new Match.Equal(Tag.StudyInstanceUID, studyInstanceUid)), Set.copyOf(StudyBlock.TAGS),
                false, List.of(), 0, 1)).stream().findFirst().orElseGet(Attributes::new);
    }
}
