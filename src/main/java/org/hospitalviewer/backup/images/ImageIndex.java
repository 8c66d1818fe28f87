package org.hospitalviewer.backup.images;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.hospitalviewer.appliance.DurableFile;
import org.hospitalviewer.backup.file.BackupFile;
import org.hospitalviewer.backup.file.BackupWriter;
import org.hospitalviewer.backup.file.Manifest;
import org.hospitalviewer.backup.file.RecoveryKey;
import org.hospitalviewer.backup.file.UnusableBackupException;
import org.hospitalviewer.backup.file.UnusableBackupException.Reason;

/** The list of the images that a backup stands for, line by line. */
public final class ImageIndex {

    private static final String NAME = ImagesSummary.FOLDER + "index.tsv";
    private static final String KEY = ImagesSummary.FOLDER + "key.txt";
    /** Longer than any line of the format. */
    private static final int MAX_LINE = 1_000;

    private ImageIndex() {
    }

    /** Adds a list that was written to a file, what it comes to, and the key of the packs. */
    static void add(BackupWriter backup, Path list, ImagesSummary summary, RecoveryKey key, BackupFile.Step step)
            throws IOException {
        try (InputStream lines = Files.newInputStream(list)) {
            backup.add(NAME, lines);
        }
        step.read(NAME, Files.size(list));
        backup.add(KEY, new ByteArrayInputStream(key.text().getBytes(StandardCharsets.US_ASCII)));
        backup.add(ImagesSummary.NAME, new ByteArrayInputStream(summary.json()));
    }

    /**
     * Takes the list out of a backup, durably, when each of its lines is one.
     *
     * @param file is made anew
     * @throws UnusableBackupException when it is damaged or made to do harm
     */
    public static void unpack(BackupFile backup, Path file) throws IOException {
        for (Manifest.Entry entry : backup.entries(NAME)) {
            Path draft = file.resolveSibling(file.getFileName() + ".new");
            try (OutputStream out = Files.newOutputStream(draft)) {
                backup.read(entry, out);
            }
            read(draft, _ -> { });
            DurableFile.sync(draft);
            DurableFile.move(draft, file);
        }
    }

    /** Reads a list, a line at a time. */
    static void read(Path file, Consumer<IndexedImage> each) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(Files.newInputStream(file),
                StandardCharsets.US_ASCII))) {
            if (!IndexedImage.HEAD.equals(line(lines))) {
                throw damaged(null);
            }
            for (String line = line(lines); line != null; line = line(lines)) {
                each.accept(IndexedImage.parse(line).orElseThrow(() -> damaged(null)));
            }
        }
    }

    /** Null at the end; a line without one is refused before it fills the memory. */
    private static String line(BufferedReader in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int sign = in.read(); sign != '\n'; sign = in.read()) {
            if (sign < 0 && line.isEmpty()) {
                return null;
            }
            if (sign < 0 || line.length() >= MAX_LINE) {
                throw damaged(null);
            }
            line.append((char) sign);
        }
        return line.toString();
    }

    static UnusableBackupException damaged(Exception cause) {
        return new UnusableBackupException(Reason.DAMAGED, "The list of images in this backup is damaged. Nothing was changed.",
                cause);
    }
}
