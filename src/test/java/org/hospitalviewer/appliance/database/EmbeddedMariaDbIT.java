package org.hospitalviewer.appliance.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.appliance.Home;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.peers.ApplianceProcess;
import org.hospitalviewer.peers.Await;
import org.hospitalviewer.peers.Dcmtk;
import org.hospitalviewer.peers.FreePort;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EmbeddedMariaDbIT {

    private static final Home HOME = new Home(FreshHome.make());
    private static EmbeddedMariaDb database;

    @BeforeAll
    static void start() {
        database = EmbeddedMariaDb.start(HOME);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void theOnlyUserIsOursWithItsPasswordFromThisComputer() throws SQLException {
        try (Connection connection = connect(database.user(), database.password());
                Statement statement = connection.createStatement();
                ResultSet users = statement.executeQuery(
                        "SELECT User, Host FROM mysql.global_priv WHERE User NOT IN ('mariadb.sys', 'PUBLIC')")) {
            assertThat(users.next()).isTrue();
            assertThat(users.getString("User") + "@" + users.getString("Host")).isEqualTo("viewer@127.0.0.1");
            assertThat(users.next()).isFalse();
        }
    }

    @Test
    void nobodyGetsInWithoutThePassword() {
        assertThatThrownBy(() -> connect(database.user(), "")).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> connect("root", "")).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> connect("", "")).isInstanceOf(SQLException.class);
    }

    @Test
    void itListensOnLoopbackOnly() throws Exception {
        int port = Integer.parseInt(Files.readString(HOME.database().resolve("mariadb.port")));
        List<InetAddress> others = NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress()).toList();

        for (InetAddress address : others) {
            assertThatThrownBy(() -> new Socket(address, port).close()).as("%s", address)
                    .isInstanceOf(java.io.IOException.class);
        }
    }

    @Test
    void thePasswordFileIsForItsOwnerOnly() throws Exception {
        Path file = HOME.database().resolve("mariadb.password");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(Files.readString(file)).hasSize(48);
    }

    @Test
    void theApplianceUsesAConfiguredDatabaseInsteadOfItsOwn() throws Exception {
        try (Connection connection = connect(database.user(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE clinic");
        }
        Path home = FreshHome.make();
        List<String> options = List.of("--spring.datasource.url=" + database.url("clinic"),
                "--spring.datasource.username=" + database.user(), "--spring.datasource.password=" + database.password(),
                "--viewer.index-schema=clinic_index");
        try (ApplianceProcess appliance = ApplianceProcess.launch(home, FreePort.find(), FreePort.find(), List.of(),
                options, ApplianceProcess.administrator())) {
            Await.until("the appliance is up", Duration.ofSeconds(60), appliance::isUp);

            Path slice = Slice.alone().writeInto(Files.createTempDirectory("slice-"));
            assertThat(Dcmtk.storescu(appliance.dicomPort(), "DICOMVIEWER", List.of(), slice).exit()).isZero();
            assertThat(new String(appliance.get("/dicom-web/studies").body(), StandardCharsets.UTF_8))
                    .contains("Test^Slice");
            assertThat(count("clinic.users")).isOne();
            assertThat(count("clinic_index.instance")).isOne();
            assertThat(home.resolve("data/db")).isEmptyDirectory();
        }
    }

    /** Tasks of the pool that all programs share may be waiting for the very database that has to be started. */
    @Test
    void aKilledServerIsStartedAgainThoughAllThreadsOfThePoolWait() throws Exception {
        CountDownLatch back = new CountDownLatch(1);
        for (int task = 0; task < ForkJoinPool.getCommonPoolParallelism(); task++) {
            ForkJoinPool.commonPool().submit(() -> {
                back.await();
                return null;
            });
        }
        try {
            ProcessHandle.of(Long.parseLong(Files.readString(HOME.database().resolve("mariadb.pid")).strip())).orElseThrow()
                    .destroyForcibly();
            Await.until("connections are refused", Duration.ofSeconds(10), () -> !answers());
            Await.until("another server answers", Duration.ofSeconds(60), EmbeddedMariaDbIT::answers);
        } finally {
            back.countDown();
        }
    }

    private static boolean answers() {
        try (Connection connection = connect(database.user(), database.password())) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    private static long count(String table) throws SQLException {
        try (Connection connection = connect(database.user(), database.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Connection connect(String user, String password) throws SQLException {
        return DriverManager.getConnection(database.url(""), user, password);
    }
}
