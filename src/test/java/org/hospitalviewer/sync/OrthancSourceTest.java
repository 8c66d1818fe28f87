package org.hospitalviewer.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.appliance.job.JobFinding;
import org.hospitalviewer.appliance.job.JobRun;
import org.hospitalviewer.appliance.job.JobService;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;
import org.hospitalviewer.peers.Await;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** A storage folder laid out as an Orthanc does is the source. */
@ApplianceTest
class OrthancSourceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path temporary;
    @LocalServerPort
    private int port;
    @Autowired
    private Sync sync;
    @Autowired
    private SyncTargets targets;
    @Autowired
    private SyncSources sources;
    @Autowired
    private JobService jobs;

    private final Map<String, byte[]> objects = new TreeMap<>();
    private Path storage;
    private Path target;

    @BeforeEach
    void begin() throws IOException {
        storage = Files.createDirectory(temporary.resolve("OrthancStorage"));
        target = Files.createDirectory(temporary.resolve("target"));
        targets.change(SyncRules.ALL);
    }

    @AfterEach
    void end() {
        targets.all().forEach(one -> targets.remove(one.id()));
        sources.toArchive();
    }

    private WebCaller admin() {
        return WebCaller.stranger(port).as(FreshHome.ADMIN, FreshHome.PASSWORD);
    }

    private int configure(String path) throws IOException {
        return admin().post("/api/sync/configure-path",
                "{\"source\":\"ORTHANC_FOLDER\",\"path\":" + JsonMapper.shared().writeValueAsString(path) + "}").statusCode();
    }

    private JobRun syncNow() {
        long id = sync.syncNow().id();
        Await.until("the sync is over", PATIENCE, () -> jobs.find(id).orElseThrow().state().isOver());
        return jobs.find(id).orElseThrow();
    }

    private void begun() throws IOException {
        assertThat(configure(storage.toString())).isEqualTo(200);
        sync.add(new TargetEntry("stick", TargetKind.FOLDER, true, "", 0, "", null, target.toString(), "", "", false, true, 2,
                null, null, null, false, ""));
    }

    /** As an Orthanc puts it there, some time ago. */
    private Path put(byte[] contents) throws IOException {
        String name = UUID.randomUUID().toString();
        Path file = Files.createDirectories(storage.resolve(name.substring(0, 2)).resolve(name.substring(2, 4)))
                .resolve(name);
        Files.write(file, contents);
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofMinutes(5))));
    }

    private Path put(Slice slice, boolean compressed) throws IOException {
        byte[] object = Files.readAllBytes(slice.writeInto(Files.createTempDirectory(temporary, "slice-")));
        objects.put(slice.sopUid(), object);
        return put(compressed ? compressed(object, object.length) : object);
    }

    private static byte[] compressed(byte[] object, long toldLength) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(toldLength).array());
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(object);
        }
        return bytes.toByteArray();
    }

    private Map<String, byte[]> there() throws IOException {
        return new SyncedTree(target, null).objects();
    }

    private void assertSame() throws IOException {
        Map<String, byte[]> there = there();
        assertThat(there.keySet()).isEqualTo(objects.keySet());
        objects.forEach((uid, bytes) -> assertThat(there.get(uid)).as(uid).isEqualTo(bytes));
    }

    private List<String> sourceFiles() throws IOException {
        List<String> all = new ArrayList<>();
        try (Stream<Path> tree = Files.walk(storage)) {
            for (Path file : (Iterable<Path>) tree.filter(Files::isRegularFile)::iterator) {
                all.add(file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
            }
        }
        return all;
    }

    @Test
    void objectsGoOutByStudyAndSeriesAsTheyWereReceivedAndOnlyWhatIsNewIsOpenedAgain() throws IOException {
        Slice one = Slice.alone().with(Tag.PatientName, VR.PN, "Doe^Jane").with(Tag.PatientID, VR.LO, "4711");
        put(one, false);
        put(Slice.of(one.studyUid(), one.seriesUid(), 2, 16).with(Tag.PatientName, VR.PN, "Doe^Jane")
                .with(Tag.PatientID, VR.LO, "4711"), true);
        put(Slice.alone(), true);
        put("{\"0008,0005\": {}}".getBytes());
        byte[] extract = Files.readAllBytes(Slice.of(one.studyUid(), one.seriesUid(), 3, 16).without(Tag.PixelData)
                .writeInto(Files.createTempDirectory(temporary, "extract-")));
        put(extract);
        List<String> before = sourceFiles();
        begun();

        assertThat(syncNow().message()).isEqualTo("Everything is there.");

        assertSame();
        SyncedTree tree = new SyncedTree(target, null);
        assertThat(tree.manifests()).hasSize(2);
        assertThat(tree.paths()).filteredOn(path -> path.startsWith("2024/2024-02-29/Doe-Jane_4711_")).hasSize(3);
        assertThat(sourceFiles()).as("only ever read").isEqualTo(before);

        int runs = sync.history(1_000).size();
        syncNow();
        assertThat(sync.history(1_000)).as("nothing to do").hasSize(runs);
        put(Slice.of(one.studyUid(), one.seriesUid(), 4, 16).with(Tag.PatientName, VR.PN, "Doe^Jane"), true);
        syncNow();
        assertThat(sync.history(1).getFirst().files()).isEqualTo(1);
        assertSame();
        assertThat(WebCaller.text(admin().get("/api/sync/get-config"))).contains("ORTHANC_FOLDER", "OrthancStorage");
    }

    @Test
    void whatVanishesThereStaysAtTheTargetAndAnObjectThatIsStoredAnewReplacesTheOld() throws IOException {
        Slice vanishing = Slice.alone();
        Path gone = put(vanishing, true);
        Slice changing = Slice.alone();
        Path old = put(changing, false);
        begun();
        syncNow();
        Files.delete(gone);
        Files.delete(old);
        put(changing.with(Tag.StudyDescription, VR.LO, "Stored anew"), false);

        assertThat(syncNow().message()).isEqualTo("Everything is there.");

        assertSame();
        assertThat(new SyncedTree(target, null).manifests()).hasSize(2);
    }

    @Test
    void aDamagedFileIsNamedOnceAndHoldsUpNoOther() throws IOException {
        byte[] object = Files.readAllBytes(Slice.alone().writeInto(temporary));
        put(compressed(object, 200));
        Path cut = put(java.util.Arrays.copyOf(object, 200));
        put(Slice.alone().with(Tag.StudyInstanceUID, VR.UI, "../../evil"), false);
        objects.clear();
        Files.createDirectory(storage.resolve("zz"));
        Files.writeString(storage.resolve("index"), "the Orthanc's own database");
        put(Slice.alone(), true);
        begun();

        JobRun run = syncNow();

        assertSame();
        assertThat(jobs.findings(run.id())).extracting(JobFinding::subject).contains(cut.getFileName().toString())
                .hasSize(3);
        assertThat(jobs.findings(syncNow().id())).as("not named again").isEmpty();
    }

    @Test
    void aFileThatIsJustBeingWrittenWaitsForTheNextRun() throws IOException {
        put(Slice.alone(), false);
        Path young = put(Slice.alone(), false);
        Files.setLastModifiedTime(young, FileTime.from(Instant.now()));
        begun();
        syncNow();
        assertThat(there()).hasSize(1);
        Files.setLastModifiedTime(young, FileTime.from(Instant.now().minus(Duration.ofMinutes(1))));
        syncNow();
        assertSame();
    }

    @Test
    void anUnpluggedDiskFailsWithTheReasonAndNothingIsForgotten() throws IOException {
        put(Slice.alone(), false);
        begun();
        syncNow();
        Path moved = Files.move(storage, temporary.resolve("away"));
        assertThat(syncNow().message()).contains("cannot be read now");
        Files.createDirectory(storage);
        assertThat(syncNow().message()).contains("holds no files now");
        assertThat(sources.found().objects()).isEqualTo(1);
        Files.delete(storage);
        Files.move(moved, storage);
        assertThat(syncNow().message()).isEqualTo("Everything is there.");
        assertSame();
    }

    @Test
    void onlyAStorageFolderOfAnOrthancIsTaken() throws IOException {
        for (String path : List.of("", "relative", "/", "\u0000", temporary.resolve("not-there").toString(),
                storage.toString(), "x".repeat(5_000))) {
            assertThat(configure(path)).as(path).isEqualTo(400);
        }
        assertThat(admin().post("/api/sync/configure-path", "{\"source\":\"NOWHERE\"}").statusCode()).isEqualTo(400);
        assertThat(admin().post("/api/sync/configure-path", "{}").statusCode()).isEqualTo(400);
        assertThat(sources.get()).isEqualTo(SyncSource.ARCHIVE);
    }
}
