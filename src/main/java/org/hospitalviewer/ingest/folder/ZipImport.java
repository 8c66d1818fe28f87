package org.hospitalviewer.ingest.folder;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.hospitalviewer.archive.Origin;
import org.hospitalviewer.ingest.FileIntake;
import org.hospitalviewer.ingest.FileVerdict;

/** Brings what lies in a ZIP file into the archive, one after the other. */
final class ZipImport {

    private final FileIntake intake;
    private final Origin origin;
    private final HistoryTable history;
    /** Which entries are left out, by what is known of them. */
    private final Predicate<HistoryTable.Known> leftOut;

    ZipImport(FileIntake intake, Origin origin, HistoryTable history, Predicate<HistoryTable.Known> leftOut) {
        this.intake = intake;
        this.origin = origin;
        this.history = history;
        this.leftOut = leftOut;
    }

    /**
     * Takes all entries.
     *
     * @param taken gets what became of each, as soon as it is durable
     * @return what became of the ZIP file itself
     * @throws IOException the archive can take nothing now, or the folder is gone
     */
    TakenFile take(SourceFile zip, ImportOptions options, Consumer<TakenFile> taken) throws IOException {
        Optional<String> trouble = new ZipTaking(zip, options).run((name, in, beginning, sort) -> {
            Optional<HistoryTable.Known> known = Optional.ofNullable(
                    history.known(List.of(zip.entryKey(name))).get(zip.entryKey(name)));
            if (known.filter(one -> one.isUnchanged(zip)).filter(leftOut).isEmpty()) {
                taken.accept(entry(zip, name, in, sort == NameSort.DICOMDIR || beginning.isDirectory()));
            }
        });
        return trouble.map(reason -> zip.taken(ImportStatus.REFUSED, "", reason))
                .orElseGet(() -> zip.taken(ImportStatus.ZIP, "", ""));
    }

    private TakenFile entry(SourceFile zip, String name, BufferedInputStream in, boolean directory)
            throws IOException {
        if (directory) {
            return zip.entryTaken(name, ImportStatus.DICOMDIR, "", "");
        }
        FileVerdict verdict = intake.take(origin, in);
        return zip.entryTaken(name, FileTaking.status(verdict), verdict.sopInstanceUid(), verdict.reason());
    }
}
