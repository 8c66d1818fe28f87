package org.hospitalviewer.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.appliance.job.JobRun;
import org.hospitalviewer.appliance.job.JobService;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.Origin;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;
import org.hospitalviewer.peers.Await;
import org.hospitalviewer.peers.CuttingProxy;
import org.hospitalviewer.peers.FtpServer;
import org.hospitalviewer.sync.target.FtpConnection;
import org.hospitalviewer.sync.target.RemoteEntry;
import org.hospitalviewer.sync.target.ServerAddress;
import org.hospitalviewer.sync.target.TargetException;
import org.hospitalviewer.sync.target.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Against the FTP servers that hosts use, with TLS and the session reuse that they demand. */
@ApplianceTest
class FtpSyncIT {

    /** Only studies of this modality take part, whatever else other tests put into the archive. */
    private static final String MODALITY = "XFTP";
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int BIG_ROWS = 1_024;

    @Autowired
    private Sync sync;
    @Autowired
    private SyncTargets targets;
    @Autowired
    private TargetTest test;
    @Autowired
    private JobService jobs;
    @Autowired
    private Archive archive;

    private final List<Slice> slices = new ArrayList<>();

    @AfterEach
    void removeTargets() {
        targets.all().forEach(target -> targets.remove(target.id()));
        targets.change(SyncRules.ALL);
        slices.forEach(slice -> trash(slice.studyUid()));
    }

    private void trash(String study) {
        try {
            archive.trash().orElseThrow().delete(study, "test");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<Slice> store(int number, int rows) throws IOException {
        String study = Slice.newUid();
        String series = Slice.newUid();
        List<Slice> stored = new ArrayList<>();
        for (int i = 1; i <= number; i++) {
            Slice slice = Slice.of(study, series, i, rows).with(Tag.Modality, VR.CS, MODALITY);
            archive.store(new Origin(Origin.Door.UPLOAD, "test", ""), slice.announced(), slice.open());
            stored.add(slice);
        }
        slices.addAll(stored);
        return stored;
    }

    private TargetEntry entry(String host, FtpServer server, String password, String fingerprint, String folder) {
        return new TargetEntry("web host", TargetKind.FTPS, true, host, server.port(), FtpServer.USER, password, folder,
                fingerprint, "", true, true, 2, null, null, null, false, "");
    }

    private String fingerprint(FtpServer server) {
        return fingerprint(FtpServer.IPV4, server);
    }

    private String fingerprint(String address, FtpServer server) {
        TargetTest.Result first = test.test(entry(address, server, FtpServer.PASSWORD, "", "images"), null);
        assertThat(first.trouble()).as(first.sentence()).isEqualTo(Trouble.CERTIFICATE);
        return first.fingerprint();
    }

    private JobRun syncNow() {
        long id = sync.syncNow().id();
        Await.until("the sync is over", PATIENCE, () -> jobs.find(id).orElseThrow().state().isOver());
        return jobs.find(id).orElseThrow();
    }

    private Map<String, byte[]> source() throws IOException {
        Map<String, byte[]> source = new java.util.TreeMap<>();
        for (Slice slice : slices) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            archive.instance(slice.studyUid(), slice.seriesUid(), slice.sopUid()).orElseThrow().file().transferTo(bytes);
            source.put(slice.sopUid(), bytes.toByteArray());
        }
        return source;
    }

    private void assertSame(Path tree) throws IOException {
        Map<String, byte[]> there = new SyncedTree(tree, targets.fileKey()).objects();
        Map<String, byte[]> here = source();
        assertThat(there.keySet()).isEqualTo(here.keySet());
        here.forEach((uid, bytes) -> assertThat(there.get(uid)).as(uid).isEqualTo(bytes));
    }

    private void begin() {
        targets.change(new SyncRules(List.of(MODALITY), null, false, false));
    }

    @ParameterizedTest
    @EnumSource(FtpServer.Program.class)
    void everyFileIsThereByteByByteAndAnEmptySyncAsksAFewQuestionsOnly(FtpServer.Program program) throws Exception {
        begin();
        try (FtpServer server = FtpServer.start(program)) {
            String trusted = fingerprint(server);
            TargetEntry entry = entry("127.0.0.1", server, FtpServer.PASSWORD, trusted, "images");
            TargetTest.Result good = test.test(entry, null);
            assertThat(good.good()).as(good.sentence()).isTrue();
            sync.add(entry);
            store(6, 64);
            store(3, 64);

            JobRun first = syncNow();
            assertThat(first.message()).isEqualTo("Everything is there.");
            Path tree = server.files().resolve("images");
            assertSame(tree);
            SyncedTree synced = new SyncedTree(tree, targets.fileKey());
            assertThat(synced.manifests()).hasSize(2);
            assertThat(synced.paths()).noneMatch(path -> path.endsWith(".part"));
            assertThat(tree.resolve(".htaccess")).hasBinaryContent(ClosedFolder.DENY_ALL);

            long runs = sync.history(1_000).size();
            syncNow();
            assertThat(sync.history(1_000)).as("a run without work leaves no trace").hasSize((int) runs);
            long empty = sync.status().targets().getFirst().state().lastCommands();
            assertThat(empty).isBetween(5L, 15L);
            store(11, 64);
            syncNow();
            assertSame(tree);
            assertThat(sync.history(1).getFirst().files()).isEqualTo(11);
            syncNow();
            assertThat(sync.status().targets().getFirst().state().lastCommands()).as("with more files").isEqualTo(empty);
        }
    }

    @ParameterizedTest
    @EnumSource(FtpServer.Program.class)
    void aLineThatBreaksInTheMiddleIsGoneOnWith(FtpServer.Program program) throws Exception {
        begin();
        try (FtpServer server = FtpServer.start(program);
                CuttingProxy line = CuttingProxy.before(server, 1_500_000, 3)) {
            sync.add(entry(CuttingProxy.HOST, server, FtpServer.PASSWORD, fingerprint(server), ""));
            store(4, BIG_ROWS);
            JobRun run = syncNow();
            assertThat(run.message()).isEqualTo("Everything is there.");
            assertThat(line.cutsLeft()).as("cuts that did not come").isZero();
            assertSame(server.files());
        }
    }

    @ParameterizedTest
    @EnumSource(FtpServer.Program.class)
    void whatIsWrongIsSaidInWords(FtpServer.Program program) throws Exception {
        begin();
        try (FtpServer server = FtpServer.start(program)) {
            String trusted = fingerprint(server);
            assertTrouble(entry("127.0.0.1", server, "wrong", trusted, ""), Trouble.LOGIN, "user name or password");
            Path locked = Files.createDirectory(server.files().resolve("locked"),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-xr-xr-x")));
            assertTrouble(entry("127.0.0.1", server, FtpServer.PASSWORD, trusted, locked.getFileName().toString()),
                    Trouble.PERMISSION, "does not take the file");
            assertTrouble(entry("127.0.0.1", server, FtpServer.PASSWORD, trusted, "locked/inside"), Trouble.PATH,
                    "no folder locked/inside");
            Files.writeString(server.files().resolve("index.html"), "a web site");
            assertTrouble(entry("127.0.0.1", server, FtpServer.PASSWORD, trusted, ""), Trouble.OCCUPIED, "of its own");
        }
    }

    private void assertTrouble(TargetEntry entry, Trouble trouble, String words) {
        TargetTest.Result result = test.test(entry, null);
        assertThat(result.trouble()).as(result.sentence()).isEqualTo(trouble);
        assertThat(result.sentence()).contains(words).doesNotContain(FtpServer.PASSWORD);
    }

    @Test
    void aFullServerFailsWithTheReasonAndTheNextRunGoesOn() throws Exception {
        begin();
        try (FtpServer server = FtpServer.start(FtpServer.Program.PURE_FTPD,
                new FtpServer.Setting(FtpServer.IPV4, 3, true))) {
            sync.add(entry("127.0.0.1", server, FtpServer.PASSWORD, fingerprint(server), ""));
            store(4, BIG_ROWS);
            JobRun run = syncNow();
            assertThat(run.message()).contains("web host", "no room left");
            SyncedTree tree = new SyncedTree(server.files(), targets.fileKey());
            assertThat(tree.manifests()).as("the study is not whole").isEmpty();
            assertThat(sync.status().errors()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(FtpServer.Program.class)
    void aServerIsReachedByIpv6Too(FtpServer.Program program) throws Exception {
        begin();
        try (FtpServer server = FtpServer.start(program, new FtpServer.Setting(FtpServer.IPV6, 0, true))) {
            TargetEntry entry = entry(FtpServer.IPV6, server, FtpServer.PASSWORD, fingerprint(FtpServer.IPV6, server), "images");
            TargetTest.Result good = test.test(entry, null);
            assertThat(good.good()).as(good.sentence()).isTrue();
            assertThat(sync.add(entry).address()).isEqualTo("[::1]:" + server.port());
            store(3, 64);
            assertThat(syncNow().message()).isEqualTo("Everything is there.");
            assertSame(server.files().resolve("images"));
        }
    }

    @Test
    void aServerThatRefusesToOverwriteGetsNewFilesInThePlaceOfOldOnes() throws Exception {
        begin();
        try (FtpServer server = FtpServer.start(FtpServer.Program.PROFTPD,
                new FtpServer.Setting(FtpServer.IPV4, 0, false))) {
            Path left = Files.writeString(server.files().resolve(".htaccess.part"), "of an attempt that broke");
            FtpServer.giveToNobody(left);
            sync.add(entry(FtpServer.IPV4, server, FtpServer.PASSWORD, fingerprint(FtpServer.IPV4, server), ""));
            Slice first = store(1, 64).getFirst();
            assertThat(syncNow().message()).isEqualTo("Everything is there.");
            List<String> before = new SyncedTree(server.files(), targets.fileKey()).manifests();
            Slice second = Slice.of(first.studyUid(), first.seriesUid(), 2, 64).with(Tag.Modality, VR.CS, MODALITY);
            archive.store(new Origin(Origin.Door.UPLOAD, "test", ""), second.announced(), second.open());
            slices.add(second);

            assertThat(syncNow().message()).isEqualTo("Everything is there.");

            SyncedTree tree = new SyncedTree(server.files(), targets.fileKey());
            assertThat(tree.manifests()).isEqualTo(before);
            assertThat(new String(tree.content(before.getFirst()), StandardCharsets.UTF_8)).contains(second.sopUid());
            assertThat(tree.paths()).noneMatch(path -> path.endsWith(".part"));
            assertSame(server.files());
        }
    }

    @Test
    void theOldFileStaysWhereTheNewOneDoesNotGetItsName() throws Exception {
        try (FtpServer server = FtpServer.start(FtpServer.Program.PROFTPD,
                new FtpServer.Setting(FtpServer.IPV4, 0, false))) {
            ServerAddress address = new ServerAddress(FtpServer.IPV4, server.port(), true, FtpServer.USER,
                    FtpServer.PASSWORD, "", fingerprint(server));
            try (FtpConnection connection = FtpConnection.open(address)) {
                connection.write("a", 0, out -> out.write(1));
                assertThatThrownBy(() -> connection.rename("never-sent.part", "a")).isInstanceOf(TargetException.class);
                assertThat(server.files().resolve("a")).hasBinaryContent(new byte[] {1});
                connection.write("a.part", 0, out -> out.write(2));
                connection.rename("a.part", "a");
                assertThat(server.files().resolve("a")).hasBinaryContent(new byte[] {2});
                assertThat(connection.list("")).extracting(RemoteEntry::name).containsExactly("a");
            }
        }
    }
}
