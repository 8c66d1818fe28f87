package org.hospitalviewer.transfer;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hospitalviewer.appliance.Home;
import org.hospitalviewer.appliance.job.JobKind;
import org.hospitalviewer.appliance.job.JobProgress;
import org.hospitalviewer.appliance.settings.Settings;
import org.hospitalviewer.archive.Archive;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Makes the files of the studies that somebody wants to fetch, one after the other. */
@Component
final class ExportJob implements JobKind {

    static final String NAME = "export-studies";

    private static final int BYTES_PER_MEGABYTE = 1 << 20;
    private static final int SAVED_EVERY = 25;

    private final Archive archive;
    private final TransferTable table;
    private final StudyTransfers transfers;
    private final Home home;
    private final Settings settings;
    private final Duration kept;

    /** @param hours how long a file can be fetched */
    ExportJob(Archive archive, TransferTable table, @Lazy StudyTransfers transfers, Home home, Settings settings,
              @Value("${viewer.export-hours:24}") int hours) {
        this.archive = archive;
        this.table = table;
        this.transfers = transfers;
        this.home = home;
        this.settings = settings;
        this.kept = Duration.ofHours(hours);
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
    public String run(JobProgress progress) throws IOException {
        Files.createDirectories(home.exports());
        int made = 0;
        Set<Long> tried = new HashSet<>();
        for (Optional<StudyTransfer> next = next(tried); next.isPresent(); next = next(tried)) {
            made += export(next.get(), progress) ? 1 : 0;
        }
        return made + " of " + tried.size() + " studies were made into files.";
    }

    private Optional<StudyTransfer> next(Set<Long> tried) {
        return table.waiting(StudyTransfer.Kind.EXPORT).stream().filter(one -> tried.add(one.id())).findFirst();
    }

    private boolean export(StudyTransfer transfer, JobProgress progress) {
        StudyZip zip = new StudyZip(archive, transfer.studyInstanceUid());
        Path file = transfers.path(transfer.id());
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try {
            if (!zip.exists()) {
                throw new IOException("The study is no longer in the archive.");
            }
            List<String> problems = write(transfer, zip, unfinished, progress);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            problems.forEach(problem -> progress.finding(transfer.studyInstanceUid(), problem));
            return table.end(transfer.id(), problems.isEmpty() ? StudyTransfer.State.DONE : StudyTransfer.State.PARTLY,
                    problems.isEmpty() ? "" : problems.size() + " objects could not be read.", Instant.now().plus(kept));
        } catch (CancelledException e) {
            return false;
        } catch (IOException e) {
            progress.finding(transfer.studyInstanceUid(), String.valueOf(e.getMessage()));
            table.end(transfer.id(), StudyTransfer.State.FAILED, String.valueOf(e.getMessage()), null);
            return false;
        } finally {
            delete(unfinished);
        }
    }

    private List<String> write(StudyTransfer transfer, StudyZip zip, Path file, JobProgress progress)
            throws IOException {
        int total = zip.count();
        progress.note("Making a file of the study " + transfer.studyInstanceUid());
        progress.total(total);
        progress.resumeAt(0, 0);
        int[] done = {0};
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            return zip.writeTo(out, sopInstanceUid -> {
                progress.checkpoint();
                requireRoom();
                progress.advance(sopInstanceUid, 0);
                done[0]++;
                if (done[0] % SAVED_EVERY == 1 || done[0] == total) {
                    table.progress(transfer.id(), total, done[0]);
                    requireWanted(transfer);
                }
            });
        }
    }

    private void requireWanted(StudyTransfer transfer) {
        if (!table.isWaiting(transfer.id())) {
            throw new CancelledException();
        }
    }

    private void requireRoom() throws IOException {
        long free = Files.getFileStore(home.exports()).getUsableSpace() / BYTES_PER_MEGABYTE;
        if (free < settings.current().reserveMegabytes()) {
            throw new IOException("The disk is nearly full: " + free + " MB free.");
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // It is written over by the next attempt.
        }
    }
}
