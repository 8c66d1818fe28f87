package org.hospitalviewer.ingest.folder;

import java.util.Map;

/**
 * Figures of an import.
 *
 * @param files     to be looked at
 * @param done      looked at so far
 * @param unchanged taken by an earlier import and the same since
 * @param notDicom  without an extension, and not DICOM
 * @param leftOut   directories of media, and copies without pixels that an Orthanc keeps
 */
public record ImportCounts(long files, long done, long unchanged, long notDicom, long imported, long duplicates,
                           long quarantined, long refused, long failed, long leftOut) {

    static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    static ImportCounts of(long files, long done, long unchanged, long notDicom, Map<ImportStatus, Long> taken) {
        return new ImportCounts(files, done, unchanged, notDicom, taken.getOrDefault(ImportStatus.IMPORTED, 0L),
                taken.getOrDefault(ImportStatus.DUPLICATE, 0L), taken.getOrDefault(ImportStatus.QUARANTINED, 0L),
                taken.getOrDefault(ImportStatus.REFUSED, 0L), taken.getOrDefault(ImportStatus.FAILED, 0L),
                taken.getOrDefault(ImportStatus.DICOMDIR, 0L) + taken.getOrDefault(ImportStatus.LEFT_OUT, 0L));
    }
}
