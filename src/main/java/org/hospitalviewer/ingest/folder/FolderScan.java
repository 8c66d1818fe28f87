package org.hospitalviewer.ingest.folder;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.io.DicomFormatException;
import org.hospitalviewer.dicom.io.DicomInputStream;
import org.hospitalviewer.dicom.io.Part10;
import org.hospitalviewer.dicom.io.ReadOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks through a folder and counts, reading headers only. Runs on one thread; others watch and cancel it. */
final class FolderScan implements FolderWalk.Finder {

    private static final Logger LOG = LoggerFactory.getLogger(FolderScan.class);
    private static final int MAX_UNREADABLE = 100;
    private static final long TELL_AFTER_NANOS = Duration.ofMillis(250).toNanos();
    private static final ReadOptions HEADER = ReadOptions.DEFAULT.withStopBeforePixelData().withBulkThresholdBytes(64);

    private final Path folder;
    private final ImportOptions options;
    private final Path ownHome;
    private final Consumer<ScanResult> follower;
    private final Instant startedAt = Instant.now();
    private final DistinctValues patients = new DistinctValues();
    private final DistinctValues studies = new DistinctValues();
    private final DistinctValues series = new DistinctValues();
    private final List<String> unreadable = new ArrayList<>();
    private volatile boolean cancelled;
    private long files;
    private long dicomFiles;
    private long otherFiles;
    private long damaged;
    private long bytes;
    private long dicomDirs;
    private long zips;
    private long orthancFiles;
    private long unreadableCount;
    private long toldAt = System.nanoTime();

    /** @param follower told a few times a second */
    FolderScan(Path folder, ImportOptions options, Path ownHome, Consumer<ScanResult> follower) {
        this.folder = folder;
        this.options = options;
        this.ownHome = ownHome;
        this.follower = follower;
    }

    void cancel() {
        cancelled = true;
    }

    ScanResult begin() {
        return result(ScanResult.State.RUNNING, "", "");
    }

    /** Goes through all of it. */
    ScanResult run() {
        try {
            new FolderWalk(folder, options, ownHome).run(this);
            return result(ScanResult.State.DONE, "", "");
        } catch (CancellationException e) {
            return result(ScanResult.State.STOPPED, "", "");
        } catch (IOException e) {
            return result(ScanResult.State.FAILED, "", FolderWalk.reason(e));
        } catch (RuntimeException e) {
            LOG.error("The folder {} could not be looked through", folder, e);
            return result(ScanResult.State.FAILED, "", "Something went wrong; the log says more");
        }
    }

    private ScanResult result(ScanResult.State state, String current, String message) {
        return new ScanResult(state, folder.toString(), options, files, dicomFiles, otherFiles, damaged, bytes,
                patients.size(), studies.size(), series.size(), dicomDirs, zips, orthancFiles, unreadableCount,
                List.copyOf(unreadable), current, startedAt, state == ScanResult.State.RUNNING ? null : Instant.now(),
                message);
    }

    private void tell(String current) {
        if (cancelled) {
            throw new CancellationException();
        }
        if (System.nanoTime() - toldAt >= TELL_AFTER_NANOS) {
            toldAt = System.nanoTime();
            follower.accept(result(ScanResult.State.RUNNING, current, ""));
        }
    }

    @Override
    public void file(SourceFile file) {
        files++;
        try {
            if (file.sort() == NameSort.ZIP) {
                zip(file);
            } else {
                look(file);
            }
        } catch (IOException e) {
            unreadable(file.file(), FolderWalk.reason(e));
        }
        tell(file.path());
    }

    @Override
    public void other(Path file) {
        files++;
        otherFiles++;
        tell(file.toString());
    }

    @Override
    public void unreadable(Path path, String reason) {
        unreadableCount++;
        if (unreadable.size() < MAX_UNREADABLE) {
            unreadable.add(path + ": " + reason);
        }
    }

    private void look(SourceFile file) throws IOException {
        try (OpenedFile opened = OpenedFile.open(file)) {
            if (opened.isDirectory()) {
                dicomDirs++;
            } else if (opened.isNotDicom() || OrthancExtract.isOne(file)) {
                otherFiles++;
            } else if (count(opened.in(), file.size())) {
                orthancFiles += OrthancFile.isOne(file.file()) ? 1 : 0;
            }
        }
    }

    private void zip(SourceFile file) throws IOException {
        zips++;
        new ZipTaking(file, options).run((name, in, beginning, sort) -> {
            if (sort == NameSort.DICOMDIR || beginning.isDirectory()) {
                dicomDirs++;
            } else {
                count(in, 0);
            }
            tell(file.entryPath(name));
        }).ifPresent(trouble -> unreadable(file.file(), trouble));
        bytes += file.size();
    }

    /** Says whether it could be read. */
    private boolean count(BufferedInputStream in, long size) throws IOException {
        try {
            Part10.Opened opened = Part10.open(in);
            Attributes header = new DicomInputStream(opened.dataSet(), opened.meta().transferSyntax(), HEADER)
                    .readDataSet();
            dicomFiles++;
            bytes += size;
            add(patients, header.getString(Tag.PatientID, "") + "\\" + header.getString(Tag.PatientName, ""));
            add(studies, header.getString(Tag.StudyInstanceUID, ""));
            add(series, header.getString(Tag.SeriesInstanceUID, ""));
            return true;
        } catch (DicomFormatException e) {
            damaged++;
            return false;
        }
    }

    private static void add(DistinctValues values, String value) {
        if (!value.isEmpty()) {
            values.add(DistinctValues.hash(value));
        }
    }
}
