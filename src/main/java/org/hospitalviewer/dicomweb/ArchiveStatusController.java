package org.hospitalviewer.dicomweb;

import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.ArchiveHealth;
import org.hospitalviewer.archive.RemoteServer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the archive is, be it our own or another server; at the address that scripts of the clinic know. */
@RestController
class ArchiveStatusController {

    private final Archive archive;

    ArchiveStatusController(Archive archive) {
        this.archive = archive;
    }

    /**
     * State of the archive.
     *
     * @param mode      EMBEDDED or REMOTE
     * @param problem   why it is not available; null when it is
     * @param software  what the other server says it is; null when it says nothing
     * @param studies   number of studies, null when it is not known
     * @param instances number of instances, null when it is not known
     */
    record Status(String mode, boolean available, String problem, String software, Long studies, Long instances) {
    }

    @GetMapping("/api/orthanc/status")
    @Requires(Action.SEARCH_STUDIES)
    Status status() {
        ArchiveHealth health = archive.health();
        return new Status(archive.remote().isPresent() ? "REMOTE" : "EMBEDDED", health.available(),
                nullIfEmpty(health.problem()), archive.remote().map(RemoteServer::software)
                .map(ArchiveStatusController::nullIfEmpty).orElse(null),
                nullIfUnknown(health.studies()), nullIfUnknown(health.instances()));
    }

    private static String nullIfEmpty(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Long nullIfUnknown(long number) {
        return number == ArchiveHealth.UNKNOWN ? null : number;
    }
}
