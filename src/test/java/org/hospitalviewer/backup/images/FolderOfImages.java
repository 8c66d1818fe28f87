package org.hospitalviewer.backup.images;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.hospitalviewer.archive.HeldFile;
import org.hospitalviewer.archive.Holdings;
import org.hospitalviewer.archive.Slice;

/** A few DICOM files that are told as an archive tells its own. */
final class FolderOfImages implements Holdings {

    private final Path folder;
    private final TreeMap<String, HeldFile> files = new TreeMap<>();

    FolderOfImages(Path folder) {
        this.folder = folder;
    }

    HeldFile add(Slice slice) {
        return add(slice, slice.sopUid());
    }

    /** @param sopUid under which the index has it */
    HeldFile add(Slice slice, String sopUid) {
        try {
            HeldFile file = held(slice, sopUid, slice.writeInto(folder));
            files.put(sopUid, file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static HeldFile held(Slice slice, String sopUid, Path file) {
        return new HeldFile(slice.studyUid(), slice.seriesUid(), sopUid, slice.syntax().uid(), sha256(slice.dataSet()),
                slice.dataSet().length, LocalDate.of(2026, 1, 2), "2026/01/02/" + sopUid + ".dcm", file);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void remove(HeldFile file) {
        files.remove(file.sopInstanceUid());
    }

    @Override
    public List<HeldFile> after(String sopInstanceUid, int limit) {
        return files.tailMap(sopInstanceUid, false).values().stream().limit(limit).toList();
    }

    @Override
    public Set<String> held(Collection<String> sopInstanceUids) {
        Set<String> held = new HashSet<>(files.keySet());
        held.retainAll(sopInstanceUids);
        return held;
    }

    @Override
    public boolean holds(HeldFile file) {
        return file.equals(files.get(file.sopInstanceUid()));
    }
}
