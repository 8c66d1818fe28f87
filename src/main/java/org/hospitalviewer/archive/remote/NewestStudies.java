package org.hospitalviewer.archive.remote;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hospitalviewer.archive.ArchiveHealth;
import org.hospitalviewer.archive.ArchiveQuery;
import org.hospitalviewer.archive.Match;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.archive.StudyChange;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;

/** Watches the newest studies of a server that tells nothing by itself: new ones, gone ones, and their counts. */
final class NewestStudies implements ChangeSource {

    private static final int WATCHED = 100;
    private static final ArchiveQuery QUERY = ArchiveQuery.of(QueryLevel.STUDY, List.<Match>of(), 0, WATCHED);

    private final StudyList studies;
    private Map<String, String> seen = new HashMap<>();
    private boolean first = true;

    /** @param studies asked without any cache */
    NewestStudies(StudyList studies) {
        this.studies = studies;
    }

    @Override
    public String software() {
        return "";
    }

    @Override
    public boolean tellsEverything() {
        return false;
    }

    @Override
    public ArchiveHealth health() {
        return new ArchiveHealth(true, "", ArchiveHealth.UNKNOWN, ArchiveHealth.UNKNOWN, ArchiveHealth.UNKNOWN);
    }

    @Override
    public void look(ChangeLog log) {
        Found found = studies.first(QUERY, WATCHED);
        Map<String, String> now = new HashMap<>();
        found.entities().stream().limit(WATCHED).forEach(study ->
                now.put(study.getString(Tag.StudyInstanceUID), counts(study)));
        if (!first) {
            tell(now, !found.cutOff(), log);
        }
        first = false;
        seen = now;
    }

    /** @param whole whether these are all studies there are; else one may only have been pushed down the list */
    private void tell(Map<String, String> now, boolean whole, ChangeLog log) {
        now.forEach((uid, counts) -> {
            String before = seen.get(uid);
            if (before == null) {
                log.add(StudyChange.Kind.NEW, uid);
            } else if (!before.equals(counts)) {
                log.add(StudyChange.Kind.CHANGED, uid);
            }
        });
        Set<String> gone = new HashSet<>(seen.keySet());
        gone.removeAll(now.keySet());
        if (whole || gone.size() > now.keySet().stream().filter(uid -> !seen.containsKey(uid)).count()) {
            gone.forEach(uid -> log.add(StudyChange.Kind.DELETED, uid));
        }
    }

    private static String counts(Attributes study) {
        return study.getString(Tag.NumberOfStudyRelatedSeries, "") + "/"
                + study.getString(Tag.NumberOfStudyRelatedInstances, "") + "/"
                + String.join("\\", study.getStrings(Tag.ModalitiesInStudy)) + "/"
                + study.getString(Tag.PatientName, "") + "/" + study.getString(Tag.PatientID, "");
    }
}
