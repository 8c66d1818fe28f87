package org.hospitalviewer.appliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.peers.ApplianceProcess;
import org.hospitalviewer.peers.Await;
import org.hospitalviewer.peers.FreePort;
import org.junit.jupiter.api.Test;

/** Starts, refuses to start, stops and survives as a user would see it. */
class ApplianceProcessIT {

    @Test
    void aStartIsReportedInOneLineAndAStopEndsTheDatabaseToo() throws Exception {
        Path home = FreshHome.make();
        ApplianceProcess appliance = ApplianceProcess.start(home);
        ProcessHandle database = database(home);

        assertThat(new String(appliance.get("/actuator/health").body())).isEqualTo("{\"status\":\"UP\"}");
        assertThat(appliance.output()).hasLineCount(1)
                .contains("is ready: http://localhost:" + appliance.httpPort() + "/")
                .contains("DICOMVIEWER on port " + appliance.dicomPort());

        appliance.stop();

        assertThat(database.isAlive()).isFalse();
        assertThat(Files.readString(home.resolve("logs/database.log"))).contains("Shutdown complete");
    }

    @Test
    void everythingIsWrittenUnderTheHomeFolderAndTheFolderCanBeMoved() throws Exception {
        Path home = FreshHome.make();
        try (ApplianceProcess appliance = ApplianceProcess.start(home)) {
            assertThat(home.resolve("config/application.properties")).exists();
            assertThat(appliance.get("/api/auth/me").statusCode()).isEqualTo(200);
        }
        Path moved = Files.move(home, home.resolveSibling(home.getFileName() + " Ü 漢"));

        try (ApplianceProcess appliance = ApplianceProcess.start(moved)) {
            assertThat(appliance.get("/api/auth/me").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aSecondInstanceInTheSameHomeIsRefusedAndTheFirstGoesOn() throws Exception {
        try (ApplianceProcess first = ApplianceProcess.start(FreshHome.make())) {
            ApplianceProcess second = launch(first.home(), FreePort.find(), FreePort.find());

            assertThat(second.awaitExit()).isNotZero();
            assertThat(second.output()).hasLineCount(1).contains("in use by another running instance");
            assertThat(first.isUp()).isTrue();
        }
    }

    @Test
    void aTakenPortIsNamedAndNothingIsChanged() throws Exception {
        Path home = FreshHome.make();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ApplianceProcess http = launch(home, taken.getLocalPort(), FreePort.find());
            assertThat(http.awaitExit()).isNotZero();
            assertThat(http.output()).hasLineCount(1).contains("Port " + taken.getLocalPort()).contains("--port");

            ApplianceProcess dicom = launch(home, FreePort.find(), taken.getLocalPort());
            assertThat(dicom.awaitExit()).isNotZero();
            assertThat(dicom.output()).hasLineCount(1).contains("--dicom-port");
        }
        assertThat(home.resolve("data/db")).isEmptyDirectory();
    }

    @Test
    void anEmptyBindSettingKeepsTheWebInterfaceOnThisComputer() throws Exception {
        ApplianceProcess appliance = ApplianceProcess.launch(FreshHome.make(), FreePort.find(), FreePort.find(), List.of(),
                List.of(), Map.of("VIEWER_BIND", ""));
        try (appliance) {
            Await.until("the appliance is up", Duration.ofSeconds(60), appliance::isUp);
            List<InetAddress> others = NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress()).toList();

            assertThat(others).allSatisfy(address -> assertThatThrownBy(
                    () -> new Socket(address, appliance.httpPort()).close()).isInstanceOf(IOException.class));
        }
    }

    @Test
    void aHomeThatCannotBeMadeIsRefused() throws Exception {
        Path file = Files.writeString(FreshHome.make().resolve("a-file"), "x");

        ApplianceProcess appliance = launch(file.resolve("home"), FreePort.find(), FreePort.find());

        assertThat(appliance.awaitExit()).isNotZero();
        assertThat(appliance.output()).hasLineCount(1).contains("cannot be written");
    }

    @Test
    void aDamagedDatabaseIsRefusedWithASentenceAndItsFilesAreLeftAlone() throws Exception {
        Path home = FreshHome.make();
        ApplianceProcess.start(home).stop();
        Path tablespace = home.resolve("data/db/mariadb/ibdata1");
        Files.write(tablespace, new byte[4096]);

        ApplianceProcess appliance = launch(home, FreePort.find(), FreePort.find());

        assertThat(appliance.awaitExit()).isNotZero();
        assertThat(appliance.output()).contains("may be damaged").contains("database.log");
        assertThat(tablespace).hasSize(4096);
    }

    @Test
    void theDatabaseOfAKilledRunIsStoppedAtTheNextStartAndCommittedRowsAreThere() throws Exception {
        Path home = FreshHome.make();
        ApplianceProcess killed = ApplianceProcess.start(home);
        ProcessHandle orphan = database(home);
        killed.kill();
        assertThat(orphan.isAlive()).isTrue();

        try (ApplianceProcess next = ApplianceProcess.start(home)) {
            Await.until("the orphan is gone", Duration.ofSeconds(5), () -> !orphan.isAlive());
            assertThat(database(home).pid()).isNotEqualTo(orphan.pid());
            assertThat(next.get("/api/auth/me").statusCode()).isEqualTo(200);
        }
    }

    /** The database starts beside the program, which may be told to end before it has it. */
    @Test
    void aStartThatIsStoppedInTheMiddleLeavesNoDatabaseBehind() throws Exception {
        Path home = FreshHome.make();
        ApplianceProcess.start(home).stop();

        ApplianceProcess stopped = launch(home, FreePort.find(), FreePort.find());
        Await.until("a database starts", Duration.ofSeconds(60), () -> hasDatabase(home));
        stopped.stop();

        assertThat(hasDatabase(home)).as(stopped.output()).isFalse();
    }

    private static boolean hasDatabase(Path home) {
        return ProcessHandle.allProcesses().flatMap(process -> process.info().commandLine().stream())
                .anyMatch(command -> command.contains("--datadir=" + home));
    }

    @Test
    void aDatabaseThatIsKilledIsStartedAgain() throws Exception {
        try (ApplianceProcess appliance = ApplianceProcess.start(FreshHome.make())) {
            ProcessHandle killed = database(appliance.home());
            killed.destroyForcibly();

            Await.until("another database runs", Duration.ofSeconds(30), () -> !database(appliance.home()).equals(killed));
            Await.until("searches are answered", Duration.ofSeconds(30),
                    () -> appliance.get("/dicom-web/studies").statusCode() == 200);
        }
    }

    @Test
    void theEnvironmentMakesTheFirstAdministratorOnlyOnce() throws Exception {
        Path home = FreshHome.make();
        ApplianceProcess.start(home).stop();

        ApplianceProcess other = ApplianceProcess.launch(home, FreePort.find(), FreePort.find(), List.of(), List.of(),
                Map.of("VIEWER_ADMIN_USER", "intruder", "VIEWER_ADMIN_PASSWORD", "intruder-password"));
        try (other) {
            Await.until("the appliance is up", Duration.ofSeconds(60), other::isUp);
            assertThat(other.get("/api/auth/me").statusCode()).isEqualTo(200);
            assertThat(other.output()).doesNotContain("setup");
        }
    }

    @Test
    void aFreshStartWithoutAdministratorPointsToTheSetup() throws Exception {
        ApplianceProcess fresh = launch(FreshHome.make(), FreePort.find(), FreePort.find());
        try (fresh) {
            Await.until("the setup is announced", Duration.ofSeconds(60), () -> fresh.output().contains("/setup?token="));
            assertThat(fresh.output()).contains("http://localhost:" + fresh.httpPort() + "/setup");
        }
    }

    private static ApplianceProcess launch(Path home, int httpPort, int dicomPort) throws IOException {
        return ApplianceProcess.launch(home, httpPort, dicomPort, List.of(), List.of(), Map.of());
    }

    private static ProcessHandle database(Path home) throws IOException {
        long pid = Long.parseLong(Files.readString(home.resolve("data/db/mariadb.pid")).strip());
        return ProcessHandle.of(pid).orElseThrow();
    }
}
