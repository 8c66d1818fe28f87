package org.hospitalviewer.backup.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.hospitalviewer.backup.drive.DriveCalls.Patience;
import org.hospitalviewer.backup.target.Fetched;
import org.hospitalviewer.backup.target.ImagePack;
import org.hospitalviewer.backup.target.StoredBackup;
import org.hospitalviewer.backup.target.TargetUnavailableException;
import org.hospitalviewer.peers.GoogleDriveServer;
import org.hospitalviewer.peers.GoogleDriveServer.Fault;
import org.hospitalviewer.peers.GoogleDriveServer.Request;
import org.hospitalviewer.peers.GoogleFiles.Stored;
import org.hospitalviewer.peers.GoogleLogin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Google Drive as a place of backups, on good days and on bad ones. */
class DriveTargetTest {

    private static final String NAME = "DICOM_Viewer_Backup_2026-01-02_020000Z.zip";
    private static final String FOLDER = "DICOM_Viewer_Backups";
    private static final Fault CUT = new Fault.Cut();
    private static final Fault BUSY = new Fault.Refused(503, "backendError");
    private static final int REPETITIONS = 3;

    @TempDir
    private Path scratch;
    private GoogleDriveServer google;
    private final List<Long> waits = new ArrayList<>();
    private int withdrawals;

    @BeforeEach
    void start() throws IOException {
        google = GoogleDriveServer.start();
    }

    @AfterEach
    void stop() {
        google.close();
    }

    private DriveTarget target(String folder, Runnable checkpoint) {
        return target(folder, GoogleLogin.CLIENT_SECRET, checkpoint);
    }

    private DriveTarget target(String folder, String secret, Runnable checkpoint) {
        DriveCredentials credentials = new DriveCredentials(GoogleLogin.CLIENT_ID, secret, google.login().connected());
        Patience patience = new Patience(Collections.nCopies(REPETITIONS, Duration.ofSeconds(1)), waits::add);
        return new DriveTarget(() -> DriveConnection.open(credentials, GoogleEndpoints.at(google.root())),
                new DriveCalls(patience, checkpoint, () -> withdrawals++), folder, scratch);
    }

    private DriveTarget target() {
        return target(FOLDER, () -> { });
    }

    private static byte[] content(int bytes) {
        byte[] content = new byte[bytes];
        new Random(bytes).nextBytes(content);
        return content;
    }

    /** Three pieces. */
    private static byte[] large() {
        return content(2 * DriveUpload.PIECE_BYTES + 1_000);
    }

    private static long put(DriveTarget target, String name, byte[] content) throws IOException {
        return target.put(name, content.length, out -> out.write(content));
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.walk(scratch)) {
            return files.filter(path -> !path.equals(scratch)).toList();
        }
    }

    private void assertThereOnce(byte[] content) {
        assertThat(google.files().files()).extracting(Stored::name).containsExactly(NAME);
        assertThat(google.files().files().getFirst().content()).isEqualTo(content);
    }

    @Test
    void aBackupGoesUpInPiecesAndComesBackWhole() throws IOException {
        byte[] content = large();
        DriveTarget target = target();
        assertThat(target.list()).isEmpty();
        assertThat(google.files().folders()).as("a look makes nothing").isEmpty();
        assertThat(put(target, NAME, content)).isEqualTo(content.length);
        assertThat(google.count(Request.PIECE)).isEqualTo(3);
        assertThereOnce(content);
        assertThat(left()).isEmpty();
        assertThat(target.list()).containsExactly(StoredBackup.of(NAME, content.length).orElseThrow());
        try (Fetched fetched = target.get(NAME, scratch)) {
            assertThat(fetched.file()).hasFileName(NAME).hasBinaryContent(content);
        }
        assertThat(left()).isEmpty();
        target.delete(NAME);
        assertThat(google.files().files()).isEmpty();
        target.delete(NAME);
    }

    @Test
    void packsOfImagesLieInAFolderOfTheirOwn() throws IOException {
        String pack = ImagePack.name("0123456789abcdef0123456789abcdef");
        DriveTarget target = target();
        put(target, NAME, content(10));
        put(target, pack, content(20));
        assertThat(target.packs()).containsExactly(new ImagePack(pack, 20));
        assertThat(target.list()).hasSize(1);
        assertThat(google.files().folders()).extracting(Stored::name).containsExactly(FOLDER, "images");
        try (Fetched fetched = target.get(pack, scratch)) {
            assertThat(fetched.file()).hasBinaryContent(content(20));
        }
        target.delete(pack);
        assertThat(target.packs()).isEmpty();
    }

    @Test
    void afterCutsItGoesOnWhereItWas() throws IOException {
        byte[] content = large();
        google.fail(Request.PIECE, CUT, BUSY, new Fault.Refused(429, "rateLimitExceeded"));
        google.fail(Request.ASK, BUSY);
        put(target(), NAME, content);
        assertThereOnce(content);
        assertThat(google.count(Request.OPEN)).isEqualTo(1);
        assertThat(waits).isNotEmpty();
    }

    @Test
    void aLostAnswerIsNoSecondFile() throws IOException {
        google.fail(Request.PIECE, new Fault.AnswerLost());
        put(target(), NAME, content(1_000));
        assertThereOnce(content(1_000));
        assertThat(google.count(Request.ASK)).isEqualTo(1);
    }

    @Test
    void aForgottenUploadBeginsAgain() throws IOException {
        google.fail(Request.PIECE, CUT);
        google.fail(Request.ASK, new Fault.Refused(404, "notFound"));
        byte[] content = large();
        put(target(), NAME, content);
        assertThat(google.count(Request.OPEN)).isEqualTo(2);
        assertThereOnce(content);
    }

    @Test
    void nobodySeesWhatIsNotWhole() throws IOException {
        google.fail(Request.PIECE, CUT);
        google.fail(Request.ASK, BUSY, BUSY, BUSY, BUSY);
        DriveTarget target = target();
        assertThatThrownBy(() -> put(target, NAME, large())).isInstanceOf(TargetUnavailableException.class)
                .hasMessageStartingWith("Google Drive does not work properly at the moment.");
        assertThat(google.files().files()).isEmpty();
        assertThat(left()).isEmpty();
    }

    @Test
    void whatArrivedDamagedIsDeletedAndTheOneBeforeStays() throws IOException {
        DriveTarget target = target();
        put(target, NAME, content(50));
        google.fail(Request.PIECE, new Fault.Damaged());
        assertThatThrownBy(() -> put(target, NAME, content(60))).isInstanceOf(TargetUnavailableException.class)
                .hasMessageContaining("not what was sent");
        assertThereOnce(content(50));
    }

    @Test
    void oneThatIsPutAgainReplacesAllOfItsName() throws IOException {
        DriveTarget target = target();
        put(target, NAME, content(1));
        google.files().add(NAME, google.files().folders().getFirst().id(), content(2));
        assertThat(target.list()).extracting(StoredBackup::bytes).containsExactly(2L);
        put(target, NAME, content(3));
        assertThereOnce(content(3));
    }

    @Test
    void longListsComeInPages() throws IOException {
        DriveTarget target = target();
        put(target, NAME, content(1));
        String folder = google.files().folders().getFirst().id();
        for (int day = 3; day < 10; day++) {
            google.files().add("DICOM_Viewer_Backup_2026-01-0" + day + "_020000Z.zip", folder, content(day));
        }
        google.files().add("holiday.jpg", folder, content(5));
        google.files().page(2);
        assertThat(target.list()).hasSize(8).extracting(StoredBackup::name).isSortedAccordingTo(Collections.reverseOrder());
    }

    @Test
    void namesOfFoldersMayHaveAnySigns() throws IOException {
        String name = "St. Mary's \\ \"Backups\" ' or name != '";
        put(target(name, () -> { }), NAME, content(1));
        put(target(name, () -> { }), NAME, content(2));
        assertThat(google.files().folders()).extracting(Stored::name).containsExactly(name);
        assertThat(target().list()).as("of another folder").isEmpty();
    }

    @Test
    void aFolderThatTheOwnerDeletedIsMadeAnew() throws IOException {
        put(target(), NAME, content(1));
        google.files().remove(google.files().folders().getFirst().id());
        assertThat(target().list()).isEmpty();
        assertThatThrownBy(() -> target().get(NAME, scratch)).isInstanceOf(TargetUnavailableException.class)
                .hasMessage("There is no backup " + NAME + " in Google Drive any more.");
        put(target(), NAME, content(2));
        assertThereOnce(content(2));
    }

    @Test
    void aDownloadGoesOnAfterCuts() throws IOException {
        byte[] content = large();
        put(target(), NAME, content);
        google.fail(Request.MEDIA, CUT, BUSY, CUT, CUT);
        try (Fetched fetched = target().get(NAME, scratch)) {
            assertThat(fetched.file()).hasBinaryContent(content);
        }
        google.fail(Request.MEDIA, new Fault.Damaged());
        assertThatThrownBy(() -> target().get(NAME, scratch)).hasMessageContaining("as it lies there");
        google.fail(Request.MEDIA, BUSY, BUSY, BUSY, BUSY);
        assertThatThrownBy(() -> target().get(NAME, scratch)).isInstanceOf(TargetUnavailableException.class);
        assertThat(left()).isEmpty();
    }

    @Test
    void aTokenThatHasRunOutIsRenewed() throws IOException {
        DriveTarget target = target();
        put(target, NAME, content(1));
        google.login().expireAccess();
        assertThat(target.list()).hasSize(1);
        byte[] content = large();
        int before = google.count(Request.PIECE);
        put(target(FOLDER, () -> {
            if (google.count(Request.PIECE) == before + 1) {
                google.login().expireAccess();
            }
        }), NAME, content);
        assertThereOnce(content);
        assertThat(withdrawals).isZero();
    }

    @Test
    void aWithdrawnConnectionIsTold() throws IOException {
        DriveTarget target = target();
        put(target, NAME, content(1));
        google.login().withdraw();
        for (DriveTarget one : List.of(target, withdrawn())) {
            assertThatThrownBy(one::list).isInstanceOf(TargetUnavailableException.class)
                    .hasMessageContaining("Connect Google Drive again").hasMessageContaining("7 days");
        }
        assertThat(withdrawals).isEqualTo(2);
        assertThat(waits).isEmpty();
    }

    private DriveTarget withdrawn() {
        DriveTarget target = target();
        google.login().withdraw();
        return target;
    }

    private void assertSays(Request request, int status, String reason, String said) {
        google.fail(request, Collections.nCopies(REPETITIONS + 1, new Fault.Refused(status, reason)).toArray(Fault[]::new));
        assertThatThrownBy(() -> put(target(), NAME, content(1))).as(reason).isInstanceOf(TargetUnavailableException.class)
                .hasMessageContaining(said);
    }

    @Test
    void troublesAreToldInSentences() {
        assertSays(Request.OPEN, 403, "storageQuotaExceeded", "Google Drive is full.");
        google = restarted();
        assertSays(Request.ABOUT, 403, "accessNotConfigured", "Google Drive API, Enable");
        google = restarted();
        assertSays(Request.LIST, 403, "userRateLimitExceeded", "takes no more requests");
        google = restarted();
        assertSays(Request.CREATE, 403, "insufficientFilePermissions", "tick at Google");
        google = restarted();
        assertSays(Request.LIST, 400, "invalid", "Google Drive refused this: 400, Said by Google: invalid");
        assertThatThrownBy(() -> target(FOLDER, "GOCSPX-old", () -> { }).list()).isInstanceOf(TargetUnavailableException.class)
                .hasMessageContaining("does not know the client ID or its secret");
        google = restarted();
        google.login().limit(100);
        assertThatThrownBy(() -> target().put(NAME, 5_000_000, out -> { })).hasMessage("There is not enough room in Google "
                + "Drive: about 5 MB are needed, 1 MB are free.");
        google.close();
        assertThatThrownBy(() -> target().list()).isInstanceOf(TargetUnavailableException.class)
                .hasMessage("Google Drive cannot be reached. Check the internet connection of this computer.");
    }

    private GoogleDriveServer restarted() {
        google.close();
        try {
            return GoogleDriveServer.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aStoppedJobStopsBetweenPiecesAndLeavesNothing() throws IOException {
        IllegalStateException stop = new IllegalStateException("stopped");
        DriveTarget target = target(FOLDER, () -> {
            if (google.count(Request.PIECE) == 1) {
                throw stop;
            }
        });
        assertThatThrownBy(() -> put(target, NAME, large())).isSameAs(stop);
        assertThat(google.files().files()).isEmpty();
        assertThat(left()).isEmpty();
    }

    @Test
    void theTestLeavesNothingBehind() throws IOException {
        assertThat(target().test()).startsWith("All is well: files can be written and deleted in Google Drive, ");
        assertThat(google.files().files()).isEmpty();
        assertThat(target().owner()).isEqualTo(GoogleLogin.ACCOUNT);
        assertThat(target().place()).isEqualTo("Google Drive, " + FOLDER);
    }

    @Test
    void anotherGoogleIsOnlyOnThisComputer() {
        assertThatThrownBy(() -> GoogleEndpoints.at(URI.create("https://google.example.org/"))).hasMessageContaining("on this");
        assertThatThrownBy(() -> GoogleEndpoints.at(URI.create("http://127.0.0.1.example.org/"))).hasMessageContaining("on this");
    }
}
