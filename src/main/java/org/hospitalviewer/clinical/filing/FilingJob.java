package org.hospitalviewer.clinical.filing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.appliance.job.JobKind;
import org.hospitalviewer.appliance.job.JobProgress;
import org.hospitalviewer.appliance.job.RetryPolicy;
import org.hospitalviewer.appliance.settings.Settings;
import org.hospitalviewer.archive.AnnouncedInstance;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.ArchiveUnavailableException;
import org.hospitalviewer.archive.Origin;
import org.hospitalviewer.clinical.paper.ReportPrinting;
import org.hospitalviewer.clinical.report.SignedReports;
import org.hospitalviewer.clinical.report.SignedReports.SignedReport;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.TransferSyntax;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.dicom.io.DicomOutputStream;
import org.springframework.stereotype.Component;

/** Puts the reports that wait for it into the archive, by the same way in as everything else. */
@Component
class FilingJob implements JobKind {

    static final String NAME = "file-reports";
    private static final int LONGEST_LO = 64;
    private static final Origin REPORTS = new Origin(Origin.Door.UPLOAD, "signed reports", "");

    private final FilingTable table;
    private final SignedReports reports;
    private final ReportPrinting printing;
    private final Archive archive;
    private final Settings settings;
    private final AuditLog audit;

    FilingJob(FilingTable table, SignedReports reports, ReportPrinting printing, Archive archive, Settings settings,
              AuditLog audit) {
        this.table = table;
        this.reports = reports;
        this.printing = printing;
        this.archive = archive;
        this.settings = settings;
        this.audit = audit;
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
        return new RetryPolicy(6, Duration.ofSeconds(10), Duration.ofMinutes(10));
    }

    @Override
    public String run(JobProgress progress) throws IOException {
        int done = 0;
        IOException last = null;
        for (FiledReport waiting : table.waiting()) {
            progress.checkpoint();
            try {
                file(waiting);
                done++;
            } catch (IOException | ArchiveUnavailableException e) {
                String why = String.valueOf(e.getMessage());
                table.failed(waiting.id(), why);
                progress.finding("Report " + waiting.reportId() + " version " + waiting.version(), why);
                last = e instanceof IOException known ? known : new IOException(why, e);
            }
        }
        if (last != null) {
            throw last;
        }
        return done == 1 ? "1 report was looked after." : done + " reports were looked after.";
    }

    private void file(FiledReport waiting) throws IOException {
        Optional<SignedReport> signed = reports.find(waiting.reportId(), waiting.version());
        if (signed.isEmpty()) {
            table.remove(waiting.id());
            return;
        }
        if (archive.instance(waiting.studyInstanceUid(), waiting.seriesInstanceUid(), waiting.sopInstanceUid()).isEmpty()) {
            store(object(waiting, signed.get()));
        }
        table.done(waiting.id());
        audit.record("FILE_REPORT", "REPORT", waiting.reportId() + " version " + waiting.version() + " as "
                + waiting.kind() + " " + waiting.sopInstanceUid(), AuditLog.Result.SUCCESS);
    }

    private Attributes object(FiledReport waiting, SignedReport signed) throws IOException {
        Attributes header = DocumentHeader.of(archive, waiting, signed);
        table.before(waiting.reportId(), waiting.version(), waiting.kind())
                .ifPresent(before -> DocumentHeader.addPredecessor(header, before));
        switch (waiting.kind()) {
            case PDF -> PdfDocument.complete(header, signed,
                    printing.pdf(signed.report(), signed.version(), signed.history()));
            case SR -> TextDocument.complete(header, signed, ReferencedImages.of(archive, signed), organization());
        }
        return header;
    }

    private String organization() {
        String clinic = DocumentHeader.cut(settings.current().clinicName().replace('\\', ' ').strip(), LONGEST_LO);
        return clinic.isEmpty() ? DocumentHeader.PRODUCT : clinic;
    }

    private void store(Attributes object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DicomOutputStream out = new DicomOutputStream(bytes, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)) {
            out.writeDataSet(object);
        }
        try (InputStream dataSet = new ByteArrayInputStream(bytes.toByteArray())) {
            archive.store(REPORTS, new AnnouncedInstance(object.getString(Tag.SOPClassUID),
                    object.getString(Tag.SOPInstanceUID), UID.ExplicitVRLittleEndian), dataSet);
        }
    }
}
