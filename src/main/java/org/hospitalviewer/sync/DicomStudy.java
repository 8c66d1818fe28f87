package org.hospitalviewer.sync;

import java.util.Map;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;

/** A study on its way out that is known by the attributes of its patient and study level, wherever its files lie. */
abstract class DicomStudy implements Publication {

    private final String uid;
    private final Attributes study;
    private final StudyDecisions decisions;

    DicomStudy(String uid, Attributes study, StudyDecisions decisions) {
        this.uid = uid;
        this.study = study;
        this.decisions = decisions;
    }

    @Override
    public final String studyInstanceUid() {
        return uid;
    }

    @Override
    public final boolean isAdmitted(SyncRules rules) {
        return rules.admit(uid, study, decisions);
    }

    @Override
    public final String folder(TreeNames names) {
        return names.study(uid, study.getString(Tag.StudyDate), study.getString(Tag.PatientName),
                study.getString(Tag.PatientID));
    }

    @Override
    public final Map<String, String> description() {
        return Manifest.description(uid, study);
    }
}
