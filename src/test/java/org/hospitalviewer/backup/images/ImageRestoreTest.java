package org.hospitalviewer.backup.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.HeldFile;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.archive.embedded.RecordedProgress;
import org.hospitalviewer.backup.file.RecoveryKey;
import org.hospitalviewer.backup.target.FolderTarget;
import org.hospitalviewer.dicom.io.Part10;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Images out of packs into the running appliance's archive. */
@ApplianceTest
class ImageRestoreTest {

    private static final RecoveryKey KEY = RecoveryKey.random();

    @TempDir
    private Path folder;
    @TempDir
    private Path source;
    @Autowired
    private PackTable table;
    @Autowired
    private Archive archive;
    private FolderOfImages images;
    private FolderTarget target;
    private List<Slice> slices;

    @BeforeEach
    void backUp() throws IOException {
        images = new FolderOfImages(source);
        target = new FolderTarget(folder);
        slices = Stream.generate(Slice::alone).limit(3).toList();
        slices.forEach(images::add);
        new PackSending(images, new PackShelf(target, table, KEY, source, Clock.systemUTC(), new RecordedProgress()), 1, 0).run();
    }

    private List<IndexedImage> index() {
        List<HeldFile> files = images.after("", 100);
        return files.stream().map(file -> IndexedImage.of(file, table.packsOf(target.place(), List.of(file.sha256()))
                .get(file.sha256()))).toList();
    }

    private Path list(List<IndexedImage> images) throws IOException {
        List<String> lines = new ArrayList<>(List.of(IndexedImage.HEAD));
        images.forEach(image -> lines.add(image.line()));
        return Files.writeString(source.resolve("index.tsv"), String.join("\n", lines) + "\n");
    }

    private String restore(Path list, RecordedProgress progress) throws IOException {
        PackPlaces places = new PackPlaces(List.of(target), source, Duration.ofMillis(1), progress);
        return new ImageRestore(archive, archive.holdings().orElseThrow(), places, KEY, progress).run(list);
    }

    private boolean has(Slice slice) {
        return archive.instance(slice.studyUid(), slice.seriesUid(), slice.sopUid()).isPresent();
    }

    private byte[] stored(Slice slice) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        archive.instance(slice.studyUid(), slice.seriesUid(), slice.sopUid()).orElseThrow().file().transferTo(file);
        return Part10.open(new java.io.ByteArrayInputStream(file.toByteArray())).dataSet().readAllBytes();
    }

    @Test
    void whatIsMissingComesBackByteForByteAndAgainIsNoHarm() throws Exception {
        assertThat(restore(list(index()), new RecordedProgress())).isEqualTo("3 images were brought back, 0 were there already.");
        for (Slice slice : slices) {
            assertThat(stored(slice)).isEqualTo(slice.dataSet());
        }
        assertThat(restore(list(index()), new RecordedProgress())).isEqualTo("0 images were brought back, 3 were there already.");
    }

    @Test
    void wrongHashesMissingPacksAndOtherUidsAreFindingsAndNothingOfThemIsKept() throws Exception {
        List<IndexedImage> index = index();
        IndexedImage first = index.get(0);
        IndexedImage second = index.get(1);
        IndexedImage third = index.get(2);
        Path list = list(List.of(
                new IndexedImage(first.sha256(), first.pack(), Slice.newUid(), first.seriesInstanceUid(),
                        first.studyInstanceUid(), first.path(), first.receivedOn(), first.bytes()),
                new IndexedImage(second.sha256(), second.pack(), second.sopInstanceUid(), second.seriesInstanceUid(),
                        second.studyInstanceUid(), second.path(), second.receivedOn(), second.bytes() - 1),
                new IndexedImage(third.sha256(), first.pack(), third.sopInstanceUid(), third.seriesInstanceUid(),
                        third.studyInstanceUid(), third.path(), third.receivedOn(), third.bytes()),
                new IndexedImage(third.sha256(), "Images_" + "f".repeat(32) + ".zip", third.sopInstanceUid(),
                        third.seriesInstanceUid(), third.studyInstanceUid(), third.path(), third.receivedOn(), third.bytes())));
        RecordedProgress progress = new RecordedProgress();
        assertThat(restore(list, progress))
                .isEqualTo("0 images were brought back, 0 were there already, 4 could not be brought back.");
        assertThat(progress.findings).hasSize(4);
        assertThat(slices).noneMatch(this::has);
    }

    @Test
    void aDamagedPackCostsItsOwnImagesOnly() throws Exception {
        Path pack = target.get(index().getFirst().pack(), source).file();
        byte[] bytes = Files.readAllBytes(pack);
        bytes[bytes.length / 3] ^= 1;
        Files.write(pack, bytes);
        RecordedProgress progress = new RecordedProgress();
        assertThat(restore(list(index()), progress))
                .isEqualTo("2 images were brought back, 0 were there already, 1 could not be brought back.");
        assertThat(progress.findings).singleElement().asString().contains(index().getFirst().path());
    }

    @Test
    void aPlaceThatIsAwayIsWaitedFor() throws Exception {
        Path list = list(index());
        Path away = Files.move(folder, folder.resolveSibling(folder.getFileName() + "-away"));
        boolean[] back = new boolean[1];
        RecordedProgress progress = new RecordedProgress().atEachThing(_ -> {
            try {
                if (!back[0] && Files.exists(away)) {
                    back[0] = true;
                    Files.move(away, folder);
                }
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        PackPlaces places = new PackPlaces(List.of(target), source, Duration.ofMillis(300), progress);
        assertThat(places.fetch(index().getFirst().pack())).as("after a pause it is there").isPresent();
        assertThat(restore(list, progress)).startsWith("3 images were brought back");
        assertThat(progress.findings).isEmpty();
    }
}
