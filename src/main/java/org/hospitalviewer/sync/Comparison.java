package org.hospitalviewer.sync;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hospitalviewer.sync.target.RemoteEntry;
import org.hospitalviewer.sync.target.TargetConnection;

/** Looks whether everything lies at the target that the ledger says; what does not is forgotten there and sent again. */
final class Comparison {

    private final TargetWork work;
    private final Ledger ledger;
    private final WaitingStudies waiting;
    private int missing;

    Comparison(TargetWork work, Ledger ledger, WaitingStudies waiting) {
        this.work = work;
        this.ledger = ledger;
        this.waiting = waiting;
    }

    /** @return number of files that were not there, or not of the right length */
    int run(Line line) throws IOException {
        String name = work.publisher().name();
        Optional<String> study = ledger.studyAfter(work.target().id(), name, "");
        while (study.isPresent()) {
            compare(line, study.get());
            study = ledger.studyAfter(work.target().id(), name, study.get());
        }
        return missing;
    }

    private void compare(Line line, String study) throws IOException {
        Map<String, List<LedgerItem>> byFolder = new TreeMap<>();
        work.ledgerOf(study).values()
                .forEach(item -> byFolder.computeIfAbsent(item.folder(), _ -> new ArrayList<>()).add(item));
        for (Map.Entry<String, List<LedgerItem>> folder : byFolder.entrySet()) {
            work.control().check();
            Map<String, Long> there = line.run((connection, attempt) -> filesOf(connection, folder.getKey()));
            for (LedgerItem item : folder.getValue()) {
                if (!Long.valueOf(item.bytes()).equals(there.get(item.name()))) {
                    missing++;
                    waiting.add(work.target().id(), study, false);
                    work.forget(study, item);
                }
            }
        }
    }

    /** Sizes by name; what an upload of before left is taken away. */
    private static Map<String, Long> filesOf(TargetConnection connection, String folder) throws IOException {
        Map<String, Long> files = new HashMap<>();
        for (RemoteEntry entry : connection.list(folder)) {
            if (entry.folder()) {
                continue;
            }
            if (entry.name().endsWith(FileTransfer.PART) && !entry.name().contains("/")) {
                connection.delete(folder + "/" + entry.name());
            } else {
                files.put(entry.name(), entry.bytes());
            }
        }
        return files;
    }
}
