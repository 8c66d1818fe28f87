package org.hospitalviewer.backup.images;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.hospitalviewer.backup.file.BackupFile;
import org.hospitalviewer.backup.file.Manifest;
import org.hospitalviewer.backup.file.UnusableBackupException;
import org.hospitalviewer.backup.target.ImagePack;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup says of its images; the file {@code images/images.json} in it.
 *
 * @param images  number of them
 * @param bytes   length of their data sets
 * @param missing images of the archive that were in no pack when the backup was made
 * @param packs   that hold them, with their lengths
 */
public record ImagesSummary(long images, long bytes, long missing, List<ImagePack> packs) {

    static final String FOLDER = "images/";
    static final String NAME = FOLDER + "images.json";
    private static final long BYTES_PER_MEGABYTE = 1_000_000;
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * Reads that of a backup; empty when it stands for no images.
     *
     * @throws UnusableBackupException when it is damaged
     */
    public static Optional<ImagesSummary> of(BackupFile backup) throws IOException {
        for (Manifest.Entry entry : backup.entries(NAME)) {
            ByteArrayOutputStream json = new ByteArrayOutputStream();
            backup.read(entry, json);
            return Optional.of(parse(json.toByteArray()));
        }
        return Optional.empty();
    }

    private static ImagesSummary parse(byte[] json) throws UnusableBackupException {
        try {
            ImagesSummary summary = JSON.readValue(json, ImagesSummary.class);
            if (summary.packs().stream().allMatch(pack -> ImagePack.isName(pack.name()))) {
                return summary;
            }
            throw ImageIndex.damaged(null);
        } catch (JacksonException | NullPointerException e) {
            throw ImageIndex.damaged(e);
        }
    }

    /** For the administrator. */
    public String sentence() {
        return "It stands for %,d images (%,d MB). %s".formatted(images, (bytes + BYTES_PER_MEGABYTE - 1) / BYTES_PER_MEGABYTE,
                remark()).strip();
    }

    /** What it lacks, in a sentence; empty when it has all. */
    public String remark() {
        return missing == 0 ? "" : "%,d images are not in it yet or cannot be read.".formatted(missing);
    }

    /** Keeps in a database which packs a backup needs. */
    public void remember(JdbcClient jdbc, String place, String filename) {
        PackTable.refer(jdbc, place, filename, this);
    }

    byte[] json() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    }
}
