package org.hospitalviewer.study;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.appliance.OnlyInEmbeddedMode;
import org.hospitalviewer.appliance.job.JobKind;
import org.hospitalviewer.appliance.job.JobProgress;
import org.hospitalviewer.appliance.job.Schedule;
import org.hospitalviewer.appliance.settings.Settings;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.Trash;
import org.hospitalviewer.archive.TrashEntry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Deletes for ever what has waited in the trash for the time set; nothing else, and nothing that nobody put there. */
@Component
@OnlyInEmbeddedMode
final class TrashPurge implements JobKind {

    private final Archive archive;
    private final Settings settings;
    private final AuditLog audit;
    private final Clock clock;

    @Autowired
    TrashPurge(Archive archive, Settings settings, AuditLog audit) {
        this(archive, settings, audit, Clock.systemUTC());
    }

    TrashPurge(Archive archive, Settings settings, AuditLog audit, Clock clock) {
        this.archive = archive;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "trash-purge";
    }

    @Override
    public String run(JobProgress progress) throws IOException {
        Optional<Trash> trash = archive.trash();
        if (trash.isEmpty()) {
            return "This archive has no trash.";
        }
        Instant limit = clock.instant().minus(settings.current().trashDays(), ChronoUnit.DAYS);
        List<TrashEntry> expired = trash.get().entries().stream()
                .filter(entry -> entry.deletedAt().isBefore(limit)).toList();
        progress.total(expired.size());
        for (TrashEntry entry : expired) {
            progress.checkpoint();
            purge(trash.get(), entry, progress);
        }
        return progress.findings() == 0 ? "Entries deleted for ever: " + expired.size() + "."
                : progress.findings() + " of " + expired.size() + " entries could not be deleted.";
    }

    private void purge(Trash trash, TrashEntry entry, JobProgress progress) {
        AuditLog.Result result = AuditLog.Result.SUCCESS;
        try {
            trash.purge(entry.id());
        } catch (IOException e) {
            result = AuditLog.Result.FAILED;
            progress.finding(entry.id(), "It cannot be deleted: " + e.getMessage());
        }
        audit.record(Action.PURGE_TRASH.name(), "STUDY", entry.studyInstanceUid() + " (" + entry.id() + ", expired)",
                result);
        progress.advance(entry.id(), entry.bytes());
    }

    @Override
    public boolean resumes() {
        return true;
    }

    @Override
    public Optional<Schedule> initialSchedule() {
        return Optional.of(new Schedule.Daily(LocalTime.of(4, 0)));
    }
}
