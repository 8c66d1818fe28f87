package org.hospitalviewer.archive.remote;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hospitalviewer.archive.ArchiveHealth;
import org.hospitalviewer.archive.StudyChange;

/**
 * Follows an Orthanc's list of changes. It does not tell of deletions: those are noticed by counting, when there are
 * fewer instances than those that were there and those that came.
 */
final class OrthancChanges implements ChangeSource {

    private static final int CHANGES_AT_ONCE = 2_000;
    /** Behind by more than this, single changes matter no more. */
    private static final int MAX_BEHIND = 20_000;
    private static final int KNOWN_STUDIES = 20_000;
    /** Counting may take a large Orthanc long: it spends at most this share of its time with it. */
    private static final int REST_AFTER_COUNTING = 10;
    /** Changes that leave the objects as they are. */
    private static final Set<String> UNIMPORTANT = Set.of("StablePatient", "StableSeries", "StableStudy", "NewPatient");

    private final OrthancServer orthanc;
    private final String software;
    /** Study Instance UIDs by Orthanc's identifiers, of studies that changed lately. */
    private final Map<String, String> known = new LinkedHashMap<>();
    private long since;
    private long arrived;
    private long mostMissing;
    private OrthancServer.Size size;
    private long nextCountNanos;

    private OrthancChanges(OrthancServer orthanc, String software) {
        this.orthanc = orthanc;
        this.software = software;
    }

    /** Follows from now on. */
    static OrthancChanges from(OrthancServer orthanc, String software) throws IOException {
        OrthancChanges changes = new OrthancChanges(orthanc, software);
        changes.start();
        return changes;
    }

    /** What arrives between the two questions is counted twice and seems missing later: one look too many is none too few. */
    private void start() throws IOException {
        since = orthanc.lastChange();
        size = orthanc.size();
        arrived = size.instances();
        mostMissing = 0;
    }

    @Override
    public String software() {
        return software;
    }

    @Override
    public boolean tellsEverything() {
        return true;
    }

    @Override
    public ArchiveHealth health() {
        return new ArchiveHealth(true, "", ArchiveHealth.UNKNOWN, size.studies(), size.instances());
    }

    @Override
    public void look(ChangeLog log) throws IOException {
        List<OrthancServer.Change> changes = newChanges(log);
        tell(changes, log);
        if (System.nanoTime() - nextCountNanos >= 0) {
            count(log);
        }
    }

    private List<OrthancServer.Change> newChanges(ChangeLog log) throws IOException {
        List<OrthancServer.Change> all = new ArrayList<>();
        OrthancServer.Changes some;
        do {
            some = orthanc.changes(since, CHANGES_AT_ONCE);
            if (some.last() < since || all.size() > MAX_BEHIND) {
                // Another database, or a flood.
                start();
                log.forget();
                return List.of();
            }
            since = some.last();
            all.addAll(some.changes());
        } while (!some.done());
        return all;
    }

    private void tell(List<OrthancServer.Change> changes, ChangeLog log) throws IOException {
        Set<String> resources = new HashSet<>();
        Set<String> newStudies = new HashSet<>();
        for (OrthancServer.Change change : changes) {
            if (change.type().equals("NewInstance")) {
                arrived++;
            }
            if (change.type().equals("NewStudy")) {
                newStudies.add(change.resourceId());
            }
            if (!UNIMPORTANT.contains(change.type()) && !change.level().equals("Patient")) {
                resources.add(change.resourceId());
            }
        }
        if (resources.isEmpty()) {
            return;
        }
        nextCountNanos = System.nanoTime();
        Map<String, String> studies = orthanc.studiesOf(resources);
        studies.forEach((id, uid) -> {
            remember(id, uid);
            log.add(newStudies.contains(id) ? StudyChange.Kind.NEW : StudyChange.Kind.CHANGED, uid);
        });
    }

    private void remember(String id, String uid) {
        known.remove(id);
        known.put(id, uid);
        if (known.size() > KNOWN_STUDIES) {
            known.remove(known.keySet().iterator().next());
        }
    }

    private void count(ChangeLog log) throws IOException {
        long begin = System.nanoTime();
        size = orthanc.size();
        long took = System.nanoTime() - begin;
        nextCountNanos = System.nanoTime() + Math.min(REST_AFTER_COUNTING * took, Duration.ofMinutes(1).toNanos());
        long missing = arrived - size.instances();
        if (missing > mostMissing) {
            mostMissing = missing;
            tellOfDeletion(log);
        }
    }

    /** Which studies are gone can be told of those known here; whatever else was deleted, everything is looked at anew. */
    private void tellOfDeletion(ChangeLog log) throws IOException {
        Set<String> present = orthanc.studyIds();
        log.forget();
        List<String> gone = known.keySet().stream().filter(id -> !present.contains(id)).toList();
        gone.forEach(id -> log.add(StudyChange.Kind.DELETED, known.remove(id)));
    }
}
