package org.hospitalviewer.backup.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.lingala.zip4j.ZipFile;
import net.lingala.zip4j.model.FileHeader;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.archive.HeldFile;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.archive.embedded.RecordedProgress;
import org.hospitalviewer.backup.file.RecoveryKey;
import org.hospitalviewer.backup.images.KnownPack.State;
import org.hospitalviewer.backup.target.FolderTarget;
import org.hospitalviewer.backup.target.ImagePack;
import org.hospitalviewer.backup.target.StoredBackup;
import org.hospitalviewer.dicom.data.TransferSyntax;
import org.hospitalviewer.peers.PeerProgram;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Packs in a folder night after night. */
@ApplianceTest
class PacksTest {

    private static final Instant FIRST = Instant.parse("2026-01-01T02:00:00Z");
    private static final RecoveryKey KEY = RecoveryKey.random();

    @TempDir
    private Path folder;
    @TempDir
    private Path source;
    @Autowired
    private PackTable table;
    @Autowired
    private ImagePacks packs;
    private FolderOfImages images;
    private FolderTarget target;
    private int night;

    @BeforeEach
    void prepare() {
        images = new FolderOfImages(source);
        target = new FolderTarget(folder);
        night = 0;
    }

    private PackShelf shelf(RecordedProgress progress) {
        Clock clock = Clock.fixed(FIRST.plus(Duration.ofDays(night)), ZoneOffset.UTC);
        return new PackShelf(target, table, KEY, source, clock, progress);
    }

    private RecordedProgress send(long fullBytes, RecordedProgress progress) throws IOException {
        PackCheck check = new PackCheck(shelf(progress));
        check.synchronize();
        check.readAgain();
        new PackSending(images, shelf(progress), fullBytes, 0).run();
        night++;
        return progress;
    }

    private RecordedProgress send() throws IOException {
        return send(PackSending.PACK_BYTES, new RecordedProgress());
    }

    private List<Path> files() throws IOException {
        Path within = folder.resolve("DICOM_Viewer_Backups/images");
        if (!Files.exists(within)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(within)) {
            return files.sorted(Comparator.comparing(file -> file.toFile().lastModified())).toList();
        }
    }

    private static List<String> hashes(Path file) {
        try (PackFile pack = PackFile.open(file, KEY)) {
            pack.verify(_ -> { });
            return pack.hashes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> sent() throws IOException {
        List<String> all = new ArrayList<>();
        files().forEach(file -> all.addAll(hashes(file)));
        return all;
    }

    private List<HeldFile> add(int count) {
        return Stream.generate(Slice::alone).limit(count).map(images::add).toList();
    }

    private static List<String> hashes(List<HeldFile> files) {
        return files.stream().map(HeldFile::sha256).toList();
    }

    @Test
    void theSecondNightSendsOnlyWhatIsNew() throws Exception {
        List<HeldFile> first = add(3);
        send();
        assertThat(files()).hasSize(1);
        byte[] before = Files.readAllBytes(files().getFirst());
        HeldFile later = add(1).getFirst();
        send();
        assertThat(files()).hasSize(2);
        Path pack = folder.resolve("DICOM_Viewer_Backups/images")
                .resolve(table.packsOf(target.place(), List.of(later.sha256())).get(later.sha256()));
        assertThat(hashes(pack)).containsExactly(later.sha256());
        assertThat(files()).anyMatch(file -> java.util.Arrays.equals(before, read(file)));
        send();
        assertThat(files()).hasSize(2);
        assertThat(sent()).containsExactlyInAnyOrderElementsOf(
                Stream.concat(first.stream(), Stream.of(later)).map(HeldFile::sha256).toList());
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theSameContentIsSentOnce() throws Exception {
        Slice slice = Slice.alone();
        images.add(slice);
        images.add(slice, Slice.newUid());
        send(1, new RecordedProgress());
        images.add(slice, Slice.newUid());
        send(1, new RecordedProgress());
        assertThat(sent()).containsExactly(FolderOfImages.sha256(slice.dataSet()));
    }

    @Test
    void cutOffBetweenPacksItGoesOnAndSendsNothingTwice() throws Exception {
        List<HeldFile> all = add(6);
        RecordedProgress cut = new RecordedProgress().atEachThing(done -> {
            if (done >= 5) {
                throw new IllegalStateException("killed");
            }
        });
        assertThatThrownBy(() -> send(1, cut)).isInstanceOf(IllegalStateException.class);
        List<Path> finished = files();
        assertThat(finished).hasSizeBetween(1, 4).noneMatch(file -> file.toString().endsWith(".part"));
        table.of(target.place()).stream().limit(1).forEach(table::forget); // as if killed before it was remembered
        send(1, new RecordedProgress());
        assertThat(files()).containsAll(finished).hasSize(6);
        assertThat(sent()).containsExactlyInAnyOrderElementsOf(hashes(all));
        assertThat(table.packsOf(target.place(), hashes(all))).hasSize(6);
    }

    @Test
    void aFlippedBitIsFoundToldAndItsImagesAreSentAgain() throws Exception {
        List<HeldFile> all = add(2);
        send();
        Path pack = files().getFirst();
        byte[] bytes = Files.readAllBytes(pack);
        bytes[bytes.length / 3] ^= 4;
        Files.write(pack, bytes);
        RecordedProgress second = send();
        assertThat(second.findings).singleElement().asString().contains(pack.getFileName() + " is damaged");
        assertThat(files()).hasSize(2).contains(pack);
        assertThat(table.packsOf(target.place(), hashes(all)).values()).hasSize(2).doesNotContain(pack.getFileName().toString());
        assertThat(send().findings).isEmpty();
        assertThat(files()).hasSize(2);
    }

    @Test
    void aPackThatIsGoneOrCutShortIsSentAgain() throws Exception {
        List<HeldFile> all = add(2);
        send(1, new RecordedProgress());
        Files.delete(files().get(0));
        Path cut = files().getFirst();
        Files.write(cut, java.util.Arrays.copyOf(read(cut), 500));
        assertThat(send(1, new RecordedProgress()).findings).hasSize(2);
        assertThat(table.packsOf(target.place(), hashes(all))).hasSize(2);
        assertThat(files()).hasSize(3).contains(cut);
    }

    @Test
    void aMissingOrChangedFileIsAFindingAndADeletedOneIsNot() throws Exception {
        List<HeldFile> all = add(3);
        Files.delete(all.get(0).file());
        byte[] bytes = read(all.get(1).file());
        bytes[bytes.length - 1] ^= 1;
        Files.write(all.get(1).file(), bytes);
        assertThat(send().findings).hasSize(2)
                .anyMatch(finding -> finding.contains(all.get(0).relativePath() + ": The file is missing: it is not in the backup"))
                .anyMatch(finding -> finding.contains(all.get(1).relativePath() + ": The file cannot be read as it was received"));
        assertThat(sent()).containsExactly(all.get(2).sha256());
        images.remove(all.get(0));
        images.remove(all.get(1));
        assertThat(send().findings).isEmpty();
    }

    @Test
    void packsGoWithTheLastBackupThatNeedsThem() throws Exception {
        List<HeldFile> first = add(1);
        send();
        backUp(0);
        images.remove(first.getFirst());
        add(1);
        send();
        backUp(1);
        Files.write(folder.resolve("DICOM_Viewer_Backups/images").resolve(ImagePack.name("0".repeat(32))), new byte[] {1});
        send();
        packs.tidy(target, new RecordedProgress());
        assertThat(files()).hasSize(3);
        Path stranger = Files.createFile(folder.resolve("DICOM_Viewer_Backups").resolve(name(7)));
        target.delete(name(0));
        packs.tidy(target, new RecordedProgress());
        assertThat(files()).as("a backup is there of which nothing is known").hasSize(3);
        Files.delete(stranger);
        packs.tidy(target, new RecordedProgress());
        assertThat(files()).as("that of the other backup, and what is not ours").hasSize(2);
        assertThat(table.of(target.place())).extracting(KnownPack::state).containsExactlyInAnyOrder(State.OURS, State.FOREIGN);
    }

    private static String name(int day) {
        return StoredBackup.name(FIRST.plus(Duration.ofDays(day)));
    }

    /** A backup that needs the packs of what is there now. */
    private void backUp(int day) throws IOException {
        List<String> hashes = hashes(images.after("", 100));
        List<ImagePack> needed = table.packsOf(target.place(), hashes).values().stream().distinct()
                .map(pack -> new ImagePack(pack, 1)).toList();
        table.refer(target.place(), name(day), new ImagesSummary(hashes.size(), 1, 0, needed));
        Files.createFile(folder.resolve("DICOM_Viewer_Backups").resolve(name(day)));
    }

    @Test
    void otherProgramsOpenAPackWithItsKeyAndCompressedPixelsAreStored() throws Exception {
        images.add(Slice.of(Slice.newUid(), Slice.newUid(), 1, 64));
        HeldFile compressed = images.add(Slice.alone());
        images.remove(compressed);
        HeldFile jpeg = new HeldFile(compressed.studyInstanceUid(), compressed.seriesInstanceUid(),
                compressed.sopInstanceUid(), TransferSyntax.of("1.2.840.10008.1.2.4.50").uid(), compressed.sha256(),
                compressed.bytes(), compressed.receivedOn(), compressed.relativePath(), compressed.file());
        Path pack = folder.resolve("pack.zip");
        try (java.io.OutputStream out = Files.newOutputStream(pack)) {
            PackWriter writer = new PackWriter(out, KEY);
            writer.add(images.after("", 1).getFirst());
            writer.add(jpeg);
            writer.finish();
        }
        assertThat(hashes(pack)).hasSize(2);
        try (ZipFile zip = new ZipFile(pack.toFile())) {
            assertThat(zip.getFileHeaders()).extracting(FileHeader::isEncrypted).containsOnly(true);
        }
        PeerProgram sevenZip = PeerProgram.of("7zz", "7zip");
        assertThat(sevenZip.run(List.of(), "t", "-p" + KEY.text(), pack.toString())).contains("Everything is Ok");
        assertThat(sevenZip.run(List.of(), "l", "-slt", pack.toString())).contains("Method = AES-256 Deflate")
                .contains("Method = AES-256 Store");
        assertThat(sevenZip.run(List.of(), "t", "-pwrong", pack.toString())).doesNotContain("Everything is Ok");
    }
}
