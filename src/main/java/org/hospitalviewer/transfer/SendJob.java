package org.hospitalviewer.transfer;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.hospitalviewer.appliance.Home;
import org.hospitalviewer.appliance.device.Device;
import org.hospitalviewer.appliance.device.Devices;
import org.hospitalviewer.appliance.job.JobKind;
import org.hospitalviewer.appliance.job.JobProgress;
import org.hospitalviewer.appliance.job.RetryPolicy;
import org.hospitalviewer.appliance.settings.Settings;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.dicom.net.Target;
import org.springframework.stereotype.Component;

/** Sends the studies that wait for it, one after the other; one whose device is away does not keep up the others. */
@Component
final class SendJob implements JobKind {

    static final String NAME = "send-studies";

    private static final int MAX_ATTEMPTS = 6;
    private static final RetryPolicy WHILE_A_DEVICE_IS_AWAY =
            new RetryPolicy(MAX_ATTEMPTS + 1, Duration.ofSeconds(10), Duration.ofMinutes(10));

    private final Archive archive;
    private final TransferTable table;
    private final Devices devices;
    private final Settings settings;
    private final Home home;

    SendJob(Archive archive, TransferTable table, Devices devices, Settings settings, Home home) {
        this.archive = archive;
        this.table = table;
        this.devices = devices;
        this.settings = settings;
        this.home = home;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean resumes() {
        return true;
    }

    @Override
    public RetryPolicy retry() {
        return WHILE_A_DEVICE_IS_AWAY;
    }

    @Override
    public String run(JobProgress progress) throws IOException {
        IOException last = null;
        Set<Long> tried = new HashSet<>();
        for (Optional<StudyTransfer> next = next(tried); next.isPresent(); next = next(tried)) {
            try {
                send(next.get(), progress);
            } catch (IOException e) {
                last = failed(next.get(), e) ? last : e;
            }
        }
        if (last != null) {
            throw last;
        }
        return tried.size() == 1 ? "1 study was looked after." : tried.size() + " studies were looked after.";
    }

    private Optional<StudyTransfer> next(Set<Long> tried) {
        return table.waiting(StudyTransfer.Kind.SEND).stream().filter(one -> tried.add(one.id())).findFirst();
    }

    private void send(StudyTransfer transfer, JobProgress progress) throws IOException {
        Optional<Device> device = devices.find(transfer.deviceId()).filter(Device::listens);
        if (device.isEmpty()) {
            table.end(transfer.id(), StudyTransfer.State.FAILED, "The device " + transfer.target()
                    + " is no longer in the list, or has no host and port.", null);
            return;
        }
        Target target = new Target(device.get().host(), device.get().port(), device.get().aeTitle());
        progress.note("Sending the study " + transfer.studyInstanceUid() + " to " + target);
        new StudySending(archive, table, home.cache(), transfer, target, settings.current().aeTitle().strip(), progress)
                .run();
    }

    /** Whether there is no use in trying again. */
    private boolean failed(StudyTransfer transfer, IOException e) {
        table.failedAttempt(transfer.id(), String.valueOf(e.getMessage()));
        return transfer.attempts() + 1 >= MAX_ATTEMPTS
                && table.end(transfer.id(), StudyTransfer.State.FAILED, String.valueOf(e.getMessage()), null);
    }
}
