package org.hospitalviewer.sync;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hospitalviewer.sync.FileTransfer.Sent;
import org.hospitalviewer.sync.Publication.PublishedFile;
import org.hospitalviewer.sync.target.TargetConnection;

/** Brings one study of one publisher to a target: its files, then the manifest, then what took another name goes. */
final class StudySync {

    private final TargetWork work;
    private final Line line;
    private final Publication study;
    private final Map<String, LedgerItem> ledger;
    private final TreeNames names;
    private final Set<String> leftFolders = new LinkedHashSet<>();
    private final List<Manifest.Entry> entries = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();
    private int sent;

    StudySync(TargetWork work, Line line, Publication study) {
        this.work = work;
        this.line = line;
        this.study = study;
        this.names = new TreeNames(work.target().encrypted());
        this.ledger = work.ledgerOf(study.studyInstanceUid());
    }

    /**
     * A file that cannot be read here does not hold up the others.
     *
     * @return whether anything was sent
     * @throws IOException when the target cannot take it
     */
    boolean run() throws IOException {
        String folder = folder();
        LedgerItem manifest = ledger.get(LedgerItem.MANIFEST);
        if (manifest != null && !manifest.folder().equals(folder)) {
            delete(manifest); // what lies in the old folder is no whole study from now on
        }
        for (String group : study.groups()) {
            for (PublishedFile file : study.files(group, names)) {
                work.control().check();
                bring(folder, file);
            }
        }
        if (!entries.isEmpty()) {
            bringManifest(folder);
        }
        if (!leftFolders.isEmpty()) {
            line.run((connection, attempt) -> deleteFolders(connection));
        }
        return sent > 0;
    }

    /**
     * Once chosen it stays, however the words in it change; after a correction, when all files are others, they go into a
     * folder with the right name.
     */
    private String folder() {
        for (String group : ledger.isEmpty() ? List.<String>of() : study.groups()) {
            for (PublishedFile file : study.files(group, names)) {
                LedgerItem there = ledger.get(file.sopInstanceUid());
                if (there != null && there.version().equals(file.version()) && there.path().endsWith("/" + file.path())) {
                    return there.path().substring(0, there.path().length() - file.path().length() - 1);
                }
            }
        }
        return study.folder(names);
    }

    private void bring(String folder, PublishedFile file) throws IOException {
        LedgerItem there = ledger.get(file.sopInstanceUid());
        if (there == null || !there.version().equals(file.version())) {
            there = send(folder, file, there);
        }
        if (there != null) {
            entries.add(new Manifest.Entry(there.path().startsWith(folder + "/")
                    ? there.path().substring(folder.length() + 1) : there.path(), there.sopInstanceUid(), there.bytes(),
                    there.sha256()));
        }
    }

    /** @return null when the file cannot be read here */
    private LedgerItem send(String folder, PublishedFile file, LedgerItem before) throws IOException {
        String path = folder + "/" + file.path();
        try {
            Sent bytes = work.transfer().send(line, path, file.source());
            if (before != null && !before.path().equals(path)) {
                deleteFile(before);
            }
            LedgerItem item = new LedgerItem(file.sopInstanceUid(), file.version(), path, bytes.bytes(), bytes.sha256());
            work.enter(study.studyInstanceUid(), item);
            work.sent(path, bytes.bytes());
            sent++;
            return item;
        } catch (Line.SourceException e) {
            unreadable.add(file.sopInstanceUid());
            work.control().tell(progress -> progress.finding(file.sopInstanceUid(), "It cannot be read here: "
                    + e.getMessage()));
            return null;
        }
    }

    private void bringManifest(String folder) throws IOException {
        byte[] manifest = Manifest.of(study.description(), entries, unreadable).getBytes(StandardCharsets.UTF_8);
        String version = Manifest.version(manifest);
        String path = folder + "/" + names.file("manifest.json");
        LedgerItem there = ledger.get(LedgerItem.MANIFEST);
        if (there == null || !there.version().equals(version) || !there.path().equals(path)) {
            Sent sent = work.transfer().send(line, path, () -> out -> out.write(manifest));
            work.enter(study.studyInstanceUid(), new LedgerItem(LedgerItem.MANIFEST, version, path, sent.bytes(),
                    sent.sha256()));
        }
    }

    private void delete(LedgerItem item) throws IOException {
        deleteFile(item);
        work.forget(study.studyInstanceUid(), item);
        ledger.remove(item.sopInstanceUid());
    }

    private void deleteFile(LedgerItem item) throws IOException {
        line.run((connection, attempt) -> {
            connection.delete(item.path());
            return null;
        });
        leftFolders.add(item.folder());
    }

    /** The innermost first; those that hold something stay. */
    private Void deleteFolders(TargetConnection connection) throws IOException {
        Set<String> all = new LinkedHashSet<>(leftFolders);
        leftFolders.stream().map(folder -> folder.substring(0, Math.max(0, folder.lastIndexOf('/'))))
                .filter(folder -> !folder.isEmpty()).forEach(all::add);
        for (String folder : all.stream().sorted((one, other) -> other.length() - one.length()).toList()) {
            if (connection.list(folder).isEmpty()) {
                connection.deleteFolder(folder);
            }
        }
        return null;
    }

    /**
     * Takes a study away that was deleted or withdrawn here; its manifest first, so that nobody takes the rest for whole.
     *
     * @return whether anything of it lay there
     */
    static boolean remove(TargetWork work, Line line, String studyInstanceUid) throws IOException {
        Map<String, LedgerItem> items = work.ledgerOf(studyInstanceUid);
        Set<String> folders = new LinkedHashSet<>();
        List<LedgerItem> all = items.values().stream()
                .sorted((one, other) -> Boolean.compare(other.isManifest(), one.isManifest())).toList();
        for (LedgerItem item : all) {
            work.control().check();
            line.run((connection, attempt) -> {
                connection.delete(item.path());
                return null;
            });
            work.forget(studyInstanceUid, item);
            work.deleted(item.path());
            folders.add(item.folder());
        }
        for (String folder : folders.stream().sorted((one, other) -> other.length() - one.length()).toList()) {
            line.run((connection, attempt) -> {
                if (connection.list(folder).isEmpty()) {
                    connection.deleteFolder(folder);
                }
                return null;
            });
        }
        return !all.isEmpty();
    }
}
