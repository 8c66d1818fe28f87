package org.hospitalviewer.ingest.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.hospitalviewer.archive.ArchiveUnavailableException;
import org.hospitalviewer.archive.Origin;
import org.hospitalviewer.archive.RefusedException;
import org.hospitalviewer.ingest.FileIntake;
import org.hospitalviewer.ingest.FileVerdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Brings single files of one folder into the archive. Several threads may use it at once. */
final class FileTaking {

    private static final Logger LOG = LoggerFactory.getLogger(FileTaking.class);
    private static final int MAX_SENDER = 100;

    private final FileIntake intake;
    private final Path folder;
    private final Origin origin;

    FileTaking(FileIntake intake, Path folder) {
        this.intake = intake;
        this.folder = folder;
        String sender = folder.toString();
        this.origin = new Origin(Origin.Door.IMPORT,
                sender.length() > MAX_SENDER ? sender.substring(sender.length() - MAX_SENDER) : sender, "");
    }

    Origin origin() {
        return origin;
    }

    /**
     * Takes a file; returns when what was taken is durable.
     *
     * @return empty for a file that is not DICOM and did not claim to be
     * @throws IOException the archive can take nothing now, or the whole folder is gone
     */
    Optional<TakenFile> take(SourceFile file) throws IOException {
        try (OpenedFile opened = OpenedFile.open(file)) {
            if (opened.isDirectory()) {
                return Optional.of(file.taken(ImportStatus.DICOMDIR, "", ""));
            }
            if (opened.isNotDicom()) {
                return Optional.empty();
            }
            if (OrthancExtract.isOne(file)) {
                return Optional.of(file.taken(ImportStatus.LEFT_OUT, "",
                        "Holds no pixels: Orthanc keeps it beside the image, which is a file of its own"));
            }
            FileVerdict verdict = intake.take(origin, opened.in());
            return Optional.of(file.taken(status(verdict), verdict.sopInstanceUid(), verdict.reason()));
        } catch (RefusedException | ArchiveUnavailableException | DataAccessException e) {
            throw e;
        } catch (GrowthLimit.OversizedException e) {
            return Optional.of(file.taken(ImportStatus.REFUSED, "", e.getMessage()));
        } catch (IOException e) {
            requireFolder();
            return Optional.of(file.taken(ImportStatus.FAILED, "", FolderWalk.reason(e)));
        } catch (RuntimeException e) {
            LOG.error("The file {} could not be taken", file.path(), e);
            return Optional.of(file.taken(ImportStatus.FAILED, "", "Something went wrong; the log says more"));
        }
    }

    private void requireFolder() throws SourceAbsentException {
        if (!Files.isDirectory(folder) || !Files.isReadable(folder)) {
            throw new SourceAbsentException(folder);
        }
    }

    static ImportStatus status(FileVerdict verdict) {
        return switch (verdict.outcome()) {
            case IMPORTED -> ImportStatus.IMPORTED;
            case DUPLICATE -> ImportStatus.DUPLICATE;
            case QUARANTINED -> ImportStatus.QUARANTINED;
            case REFUSED -> ImportStatus.REFUSED;
        };
    }
}
