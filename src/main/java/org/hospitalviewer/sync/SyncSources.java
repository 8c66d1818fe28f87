package org.hospitalviewer.sync;

import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.ingest.folder.OrthancFolders;
import org.springframework.stereotype.Service;

/** Where the files come from: this archive, or the storage folder of an Orthanc. */
@Service
public class SyncSources {

    private final SourceTable table;
    private final OrthancTable files;
    private final OrthancFolders folders;
    private final TargetTable targets;
    private final WaitingStudies waiting;
    private final AuditLog audit;

    SyncSources(SourceTable table, OrthancTable files, OrthancFolders folders, TargetTable targets, WaitingStudies waiting,
                AuditLog audit) {
        this.table = table;
        this.files = files;
        this.folders = folders;
        this.targets = targets;
        this.waiting = waiting;
        this.audit = audit;
    }

    /** What was found in the folder of an Orthanc. */
    public record Found(long studies, long objects) {
    }

    public SyncSource get() {
        return table.get();
    }

    /** Studies and objects that were found in the folder so far; nothing for the archive. */
    public Found found() {
        return files.sum();
    }

    /**
     * Counts the files of a folder for a moment.
     *
     * @throws org.hospitalviewer.ingest.folder.InvalidFolderException when it is no storage folder of an Orthanc
     */
    public OrthancFolders.Counted test(String folder) {
        OrthancFolders.Counted counted = folders.count(folder);
        audit.record("TEST_SYNC_SOURCE", "SYNC", folder, AuditLog.Result.SUCCESS);
        return counted;
    }

    /** From the next run on files come from this archive. */
    public SyncSource toArchive() {
        return change(SyncSource.ARCHIVE);
    }

    /**
     * From the next run on files come from the storage folder of an Orthanc.
     *
     * @throws org.hospitalviewer.ingest.folder.InvalidFolderException when it is none
     */
    public SyncSource toOrthanc(String folder) {
        return change(new SyncSource(SyncSource.Kind.ORTHANC_FOLDER, folders.require(folder)));
    }

    /** What lies at a target already stays there. */
    private synchronized SyncSource change(SyncSource source) {
        if (!source.equals(table.get())) {
            table.put(source);
            files.clear();
            waiting.clear();
            targets.all().forEach(target -> targets.lookAtAllAgain(target.id()));
            audit.record("CHANGE_SYNC_SOURCE", "SYNC", source.kind() + " " + source.folder(), AuditLog.Result.SUCCESS);
        }
        return source;
    }
}
