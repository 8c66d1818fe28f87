package org.hospitalviewer.oldinstallation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.access.Doorkeeper;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.ArchiveQuery;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.archive.SortKey;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.oldinstallation.Finding.Outcome;
import org.springframework.stereotype.Service;

/** What the old installation had and the archive has not, and the other way round. */
@Service
public class OldStudyList {

    private static final int PAGE = 1_000;
    private static final List<SortKey> ORDER = List.of(new SortKey(Tag.StudyDate, true),
            new SortKey(Tag.StudyInstanceUID, false));

    private final Archive archive;
    private final Doorkeeper doorkeeper;
    private final AuditLog audit;

    OldStudyList(Archive archive, Doorkeeper doorkeeper, AuditLog audit) {
        this.archive = archive;
        this.doorkeeper = doorkeeper;
        this.audit = audit;
    }

    /**
     * Compares a CSV list of studies by their UIDs; changes nothing.
     *
     * @throws UnreadableFileException when it is no list of studies
     */
    public Takeover compare(byte[] file) {
        doorkeeper.require(Action.TAKE_OVER_OLD_INSTALLATION, "studies");
        List<OldRow> rows = CsvTable.read(OldText.of(file));
        if (rows.stream().allMatch(row -> uid(row).isEmpty())) {
            throw new UnreadableFileException("No column is called study_instance_uid.");
        }
        Map<String, Attributes> here = studiesHere();
        List<Finding> findings = new ArrayList<>(rows.stream().map(row -> finding(row, here)).toList());
        List<String> old = rows.stream().map(OldStudyList::uid).toList();
        here.keySet().removeAll(List.copyOf(old));
        here.forEach((uid, study) -> findings.add(new Finding(0, uid, Outcome.ONLY_HERE, description(study))));
        audit.record("COMPARE_OLD_STUDIES", "SEARCH", rows.size() + " studies", AuditLog.Result.SUCCESS);
        return new Takeover(true, findings);
    }

    private static Finding finding(OldRow row, Map<String, Attributes> here) {
        String uid = uid(row);
        if (!UID.isAcceptable(uid)) {
            return new Finding(row.line(), uid, Outcome.REFUSED, "This is no Study Instance UID.");
        }
        return here.containsKey(uid) ? new Finding(row.line(), uid, Outcome.KNOWN, description(here.get(uid)))
                : new Finding(row.line(), uid, Outcome.ONLY_OLD, Stream.of(row.first("patient_name"),
                        row.first("patient_id"), row.first("study_date"), row.first("modality", "modalities"))
                .filter(part -> !part.isEmpty()).collect(Collectors.joining(", ")));
    }

    private static String uid(OldRow row) {
        return row.first("study_instance_uid", "study_uid", "studyuid", "studyinstanceuid");
    }

    /** In pages: the archive may be large, or another computer's. */
    private Map<String, Attributes> studiesHere() {
        Map<String, Attributes> studies = new LinkedHashMap<>();
        int offset = 0;
        List<Attributes> page;
        do {
            page = archive.find(ArchiveQuery.of(QueryLevel.STUDY, List.of(), offset, PAGE).orderedBy(ORDER));
            page.forEach(study -> studies.put(study.getString(Tag.StudyInstanceUID, ""), study));
            offset += page.size();
        } while (page.size() == PAGE);
        return studies;
    }

    private static String description(Attributes study) {
        return Stream.of(Tag.PatientName, Tag.PatientID, Tag.StudyDate).map(study::getString).filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }
}
