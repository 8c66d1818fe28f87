package org.hospitalviewer.backup.images;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hospitalviewer.archive.HeldFile;
import org.hospitalviewer.archive.Holdings;
import org.hospitalviewer.backup.file.BackupFile;
import org.hospitalviewer.backup.target.ImagePack;

/** Lists the images of the archive that lie in packs at a place, a page at a time. */
final class ImageListing {

    private static final int PAGE = 1_000;

    private final Holdings holdings;
    private final PackTable table;
    private final String place;
    private final Map<String, ImagePack> known;
    private final Map<String, ImagePack> needed = new HashMap<>();
    private long images;
    private long bytes;
    private long missing;

    ImageListing(Holdings holdings, PackTable table, String place) {
        this.holdings = holdings;
        this.table = table;
        this.place = place;
        this.known = table.of(place).stream().filter(KnownPack::isOurs)
                .collect(Collectors.toMap(KnownPack::name, pack -> new ImagePack(pack.name(), pack.bytes())));
    }

    /**
     * Writes the list into a file.
     *
     * @param step is told of each page; may throw to end it
     */
    ImagesSummary write(Path file, BackupFile.Step step) throws IOException {
        try (BufferedWriter lines = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
            lines.write(IndexedImage.HEAD + "\n");
            List<HeldFile> page = holdings.after(Holdings.BEGINNING, PAGE);
            while (!page.isEmpty()) {
                write(page, lines);
                step.read("", 0);
                page = holdings.after(page.getLast().sopInstanceUid(), PAGE);
            }
        }
        return new ImagesSummary(images, bytes, missing, List.copyOf(needed.values()));
    }

    private void write(List<HeldFile> page, Writer lines) throws IOException {
        Map<String, String> packs = table.packsOf(place, page.stream().map(HeldFile::sha256).toList());
        for (HeldFile image : page) {
            ImagePack pack = known.get(packs.getOrDefault(image.sha256(), ""));
            if (pack == null) {
                missing++;
            } else {
                needed.put(pack.name(), pack);
                lines.write(IndexedImage.of(image, pack.name()).line() + "\n");
                images++;
                bytes += image.bytes();
            }
        }
    }
}
