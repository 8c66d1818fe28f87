package org.hospitalviewer.backup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.hospitalviewer.appliance.Home;
import org.hospitalviewer.appliance.database.DatabaseCopies;
import org.hospitalviewer.appliance.job.JobProgress;
import org.hospitalviewer.backup.file.BackupFile;
import org.hospitalviewer.backup.file.BackupWriter;
import org.hospitalviewer.backup.file.DatabaseEntries;
import org.hospitalviewer.backup.file.FolderEntries;
import org.hospitalviewer.backup.file.Manifest;
import org.hospitalviewer.backup.file.Manifest.Content;
import org.hospitalviewer.backup.file.Manifest.Table;
import org.hospitalviewer.backup.file.RecoveryKey;
import org.hospitalviewer.backup.images.ImagePacks;
import org.hospitalviewer.backup.restore.SafetyBackup;
import org.hospitalviewer.backup.target.StoredBackup;
import org.hospitalviewer.clinical.paper.ReportPrinting;
import org.hospitalviewer.clinical.report.SignedReports;
import org.springframework.stereotype.Component;

/** Everything that a backup may hold, written in one go. */
@Component
class BackupContents {

    /** Folder of the programs of a portable folder, see its launcher. */
    private static final String PORTABLE = "viewer.database-programs";
    private static final long REPORT_BYTES = 100_000;

    private final DatabaseCopies copies;
    private final DataSource database;
    private final Home home;
    private final SignedReports reports;
    private final ReportPrinting printing;
    private final ImagePacks images;

    BackupContents(DatabaseCopies copies, DataSource database, Home home, SignedReports reports, ReportPrinting printing,
                   ImagePacks images) {
        this.copies = copies;
        this.database = database;
        this.home = home;
        this.reports = reports;
        this.printing = printing;
        this.images = images;
    }

    /** What can be had here: the program only where it is a portable folder, the database only if it is our own. */
    List<Content> possible() {
        return java.util.stream.Stream.of(Content.values()).filter(content -> switch (content) {
            case DATABASE -> copies.arePossible();
            case PROGRAM -> program().isPresent();
            case CONFIGURATION, REPORTS, LOGS -> true;
            case IMAGES -> images.arePossible();
        }).toList();
    }

    private static Optional<Path> program() {
        String programs = System.getProperty(PORTABLE, "");
        return programs.isEmpty() ? Optional.empty() : Optional.ofNullable(Path.of(programs).toAbsolutePath().getParent());
    }

    /** About how long the file will be: rather more, in bytes. */
    long expectedBytes(List<Content> contents) throws IOException {
        long bytes = 0;
        for (Content content : contents) {
            bytes += switch (content) {
                case DATABASE -> DatabaseEntries.expectedBytes(database);
                case CONFIGURATION -> FolderEntries.bytes(home.config(), _ -> true);
                case REPORTS -> reports.all().size() * REPORT_BYTES;
                case LOGS -> FolderEntries.bytes(home.logs(), _ -> true);
                case PROGRAM -> program().isEmpty() ? 0 : FolderEntries.bytes(program().get(), this::isProgram);
                case IMAGES -> images.listBytes();
            };
        }
        return bytes;
    }

    /**
     * Writes a backup whole; the stream stays open.
     *
     * @param place of the target; its packs hold the images
     */
    Manifest write(OutputStream out, RecoveryKey key, List<Content> contents, String place, Instant now,
                   JobProgress progress) throws IOException {
        BackupFile.Step step = step(progress);
        BackupWriter backup = new BackupWriter(out, key);
        Manifest head = BackupWriter.head(version(), now, contents.contains(Content.DATABASE)
                ? DatabaseEntries.schemaVersion(database) : "", contents);
        List<Table> tables = List.of();
        images.begin(place, StoredBackup.name(now));
        for (Content content : contents) {
            switch (content) {
                case DATABASE -> tables = SafetyBackup.writeDatabase(copies, home, backup, step);
                case CONFIGURATION -> SafetyBackup.writeConfiguration(home, contents, backup, step);
                case REPORTS -> writeReports(backup, progress);
                case LOGS -> FolderEntries.write(backup, "logs/", home.logs(), _ -> true, step);
                case PROGRAM -> writeProgram(backup, step);
                case IMAGES -> images.write(backup, place, StoredBackup.name(now), step);
            }
        }
        return backup.finish(head, tables);
    }

    static BackupFile.Step step(JobProgress progress) {
        return (name, bytes) -> {
            progress.checkpoint();
            progress.advance(name, bytes);
        };
    }

    static String version() {
        return Objects.requireNonNullElse(BackupContents.class.getPackage().getImplementationVersion(), "development");
    }

    private void writeProgram(BackupWriter backup, BackupFile.Step step) throws IOException {
        if (program().isPresent()) {
            FolderEntries.write(backup, "program/", program().get(), this::isProgram, step);
        }
    }

    /** The home folder usually lies within. */
    private boolean isProgram(Path path) {
        return !path.equals(home.root()) && !Files.isSymbolicLink(path);
    }

    /** One that cannot be made into a PDF is told; the database has it in any case. */
    private void writeReports(BackupWriter backup, JobProgress progress) throws IOException {
        for (long id : reports.all()) {
            progress.checkpoint();
            Optional<SignedReports.SignedReport> report = reports.newest(id);
            if (report.isPresent()) {
                writeReport(id, report.get(), backup, progress);
            }
        }
    }

    private void writeReport(long id, SignedReports.SignedReport report, BackupWriter backup, JobProgress progress)
            throws IOException {
        String name = "reports/report-" + id + "-version-" + report.version().version() + ".pdf";
        byte[] pdf;
        try {
            pdf = printing.pdf(report.report(), report.version(), report.history());
        } catch (IOException | RuntimeException e) {
            progress.finding(name, "It could not be made into a PDF and is only in the database: " + e.getMessage());
            return;
        }
        backup.add(name, new ByteArrayInputStream(pdf));
        progress.advance(name, pdf.length);
    }
}
