package org.hospitalviewer.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hospitalviewer.access.Account;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.appliance.Home;
import org.hospitalviewer.appliance.device.Device;
import org.hospitalviewer.appliance.job.JobService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Studies on their way out: asked for here, done by jobs, looked at by who asked. */
@Service
public class StudyTransfers {

    private static final Logger LOG = LoggerFactory.getLogger(StudyTransfers.class);
    private static final int SHOWN = 200;

    private final TransferTable table;
    private final JobService jobs;
    private final AuditLog audit;
    private final Home home;

    StudyTransfers(TransferTable table, JobService jobs, AuditLog audit, Home home) {
        this.table = table;
        this.jobs = jobs;
        this.audit = audit;
        this.home = home;
    }

    /**
     * Sends a study to a device as soon as its turn comes.
     *
     * @throws IllegalArgumentException when the device does not listen
     */
    public StudyTransfer send(String studyInstanceUid, Device device) {
        if (!device.listens()) {
            throw new IllegalArgumentException("The device has no host and port.");
        }
        audit.record(Action.SEND_STUDIES.name(), "STUDY", studyInstanceUid + " to " + device.aeTitle(),
                AuditLog.Result.SUCCESS);
        StudyTransfer transfer = table.insert(StudyTransfer.Kind.SEND, studyInstanceUid, device.id(), device.aeTitle(),
                visitor());
        start(StudyTransfer.Kind.SEND);
        return transfer;
    }

    /** Makes a file of a study that can be fetched for some hours. */
    public StudyTransfer export(String studyInstanceUid) {
        audit.record(Action.EXPORT_IMAGES.name(), "STUDY", studyInstanceUid + " as a job", AuditLog.Result.SUCCESS);
        StudyTransfer transfer = table.insert(StudyTransfer.Kind.EXPORT, studyInstanceUid, null,
                "study-" + studyInstanceUid + ".zip", visitor());
        start(StudyTransfer.Kind.EXPORT);
        return transfer;
    }

    /** The newest requests of everybody, newest first. */
    public List<StudyTransfer> newest() {
        return table.newest(SHOWN);
    }

    public Optional<StudyTransfer> find(long id) {
        return table.find(id);
    }

    /** Takes back what is not done; objects that a device has stay there. */
    public void cancel(long id) {
        if (table.end(id, StudyTransfer.State.CANCELLED, "", null)) {
            audit.record("CANCEL_TRANSFER", "TRANSFER", Long.toString(id), AuditLog.Result.SUCCESS);
        }
    }

    /** Tries again what is over; what a device acknowledged is not sent again. */
    public void again(long id) {
        table.find(id).ifPresent(transfer -> {
            if (table.again(id)) {
                audit.record("REPEAT_TRANSFER", "TRANSFER", Long.toString(id), AuditLog.Result.SUCCESS);
                start(transfer.kind());
            }
        });
    }

    /** The file of an export, while it is there. */
    public Optional<Path> fileOf(StudyTransfer transfer) {
        return Optional.of(path(transfer.id())).filter(file -> transfer.expiresAt() != null
                && Instant.now().isBefore(transfer.expiresAt()) && Files.isRegularFile(file));
    }

    Path path(long id) {
        return home.exports().resolve("export-" + id + ".zip");
    }

    /** Calls the listener when something may have changed; returns what ends it. */
    public Runnable subscribe(Runnable listener) {
        return jobs.subscribe(run -> {
            if (run.kind().equals(SendJob.NAME) || run.kind().equals(ExportJob.NAME)) {
                listener.run();
            }
        });
    }

    private void start(StudyTransfer.Kind kind) {
        jobs.start(switch (kind) {
            case SEND -> SendJob.NAME;
            case EXPORT -> ExportJob.NAME;
        });
    }

    /** What was asked for while a job was just ending gets a job of its own; files whose time is over are removed. */
    @Scheduled(initialDelay = 20_000, fixedDelay = 20_000)
    void lookAfter() {
        try {
            for (StudyTransfer.Kind kind : StudyTransfer.Kind.values()) {
                if (!table.waiting(kind).isEmpty()) {
                    start(kind);
                }
            }
            for (StudyTransfer expired : table.expired(Instant.now())) {
                Files.deleteIfExists(path(expired.id()));
                table.forgetExpiry(expired.id());
            }
        } catch (DataAccessException | IOException e) {
            LOG.warn("The requests for exports and sending cannot be looked after now: {}", e.getMessage());
        }
    }

    private static String visitor() {
        Account account = Account.current();
        return account == null ? "" : account.getUsername();
    }
}
