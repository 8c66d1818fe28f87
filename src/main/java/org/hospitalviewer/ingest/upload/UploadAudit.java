package org.hospitalviewer.ingest.upload;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.archive.Origin;
import org.hospitalviewer.ingest.FileVerdict;
import org.springframework.stereotype.Component;

/** One row for a study that somebody brings images of, and not one for each image; a new one each hour. */
@Component
class UploadAudit {

    private static final int MOST_REMEMBERED = 10_000;

    private final AuditLog audit;
    private final Set<Brought> told = Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Brought, Boolean> eldest) {
            return size() > MOST_REMEMBERED;
        }
    });

    UploadAudit(AuditLog audit) {
        this.audit = audit;
    }

    private record Brought(String user, String study, Instant hour) {
    }

    synchronized void brought(Origin origin, FileFate fate) {
        if (fate.outcome() != FileVerdict.Outcome.REFUSED && told.add(new Brought(origin.sender(),
                fate.studyInstanceUid(), Instant.now().truncatedTo(ChronoUnit.HOURS)))) {
            audit.record(Action.STORE_IMAGES.name(), "STUDY", fate.studyInstanceUid(), AuditLog.Result.SUCCESS);
        }
    }
}
