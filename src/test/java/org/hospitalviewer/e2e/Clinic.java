package org.hospitalviewer.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.peers.ApplianceProcess;
import org.hospitalviewer.peers.Await;
import org.hospitalviewer.peers.Dcmtk;
import org.hospitalviewer.peers.FreePort;
import org.hospitalviewer.peers.GoogleDriveServer;
import org.hospitalviewer.peers.Samples;

/** The packaged appliance with its scanner. */
final class Clinic implements AutoCloseable {

    /** A CT of a plastic head: 40 slices of 1 mm with a cube of 20 mm and cylinders in it. */
    static final String PHANTOM = "series-ct/head-phantom-1mm";
    private static final Duration START_PATIENCE = Duration.ofSeconds(120);

    private final ApplianceProcess appliance;
    private boolean hasPhantom;

    private Clinic(ApplianceProcess appliance) {
        this.appliance = appliance;
    }

    /** With the administrator of {@link FreshHome}. */
    static Clinic open() {
        return start(ApplianceProcess.administrator());
    }

    /** With made-up studies, and a user for each role. */
    static Clinic withDemo() {
        return start(ApplianceProcess.administrator(), "--demo");
    }

    /** As it comes from the shop: nobody can log in yet. */
    static Clinic unpack() {
        return start(Map.of());
    }

    /** With the administrator of {@link FreshHome} and another Google than the real one. */
    static Clinic with(GoogleDriveServer google) {
        return start(ApplianceProcess.administrator(), option(google));
    }

    /** The same before anybody can log in. */
    static Clinic unpackWith(GoogleDriveServer google) {
        return start(Map.of(), option(google));
    }

    private static String option(GoogleDriveServer google) {
        return "--viewer.backup.google-endpoint=" + google.root();
    }

    /** With the administrator of {@link FreshHome} and the images on another server. */
    static Clinic beside(URI dicomWeb, String user, String password) {
        return start(ApplianceProcess.administrator(), "--viewer.archive-mode=REMOTE",
                "--viewer.remote.url=" + dicomWeb, "--viewer.remote.user=" + user, "--viewer.remote.password=" + password);
    }

    /** With the administrator of {@link FreshHome}, behind a proxy that gives it a path of its own. */
    static Clinic under(String path) throws IOException {
        ApplianceProcess appliance = ApplianceProcess.launch(FreshHome.make(), FreePort.find(), FreePort.find(), List.of(),
                List.of("--server.servlet.context-path=" + path, "--server.forward-headers-strategy=native"),
                ApplianceProcess.administrator());
        Await.until("the appliance is up", START_PATIENCE,
                () -> appliance.get(path + "/actuator/health").statusCode() == 200);
        return new Clinic(appliance);
    }

    private static Clinic start(Map<String, String> environment, String... options) {
        try {
            return start(FreshHome.make(), FreePort.find(), FreePort.find(), environment, options);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Clinic start(Path home, int httpPort, int dicomPort, Map<String, String> environment,
                                String... options) throws IOException {
        ApplianceProcess appliance = ApplianceProcess.launch(home, httpPort, dicomPort, List.of(), List.of(options),
                environment);
        Await.until("the appliance is up", START_PATIENCE, appliance::isUp);
        return new Clinic(appliance);
    }

    /** Started again where it was, after it has ended in whatever way. */
    Clinic again() {
        try {
            return start(appliance.home(), appliance.httpPort(), appliance.dicomPort(), Map.of());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String url(String path) {
        return appliance.url(path);
    }

    ApplianceProcess appliance() {
        return appliance;
    }

    /** The administrator is logged in, as a program would do it: for scenes that begin after the login. */
    void admit(Visit visit) {
        APIResponse answer = visit.profile().request().post(url("/api/auth/login"), RequestOptions.create()
                .setData(Map.of("username", FreshHome.ADMIN, "password", FreshHome.PASSWORD)));
        assertThat(answer.ok()).as(answer.statusText()).isTrue();
    }

    /** The scanner sends files or folders. */
    void receives(Path... files) {
        Dcmtk.Output sent = Dcmtk.storescu(appliance.dicomPort(), "DICOMVIEWER", List.of(), files);
        assertThat(sent.exit()).as(sent.text()).isZero();
    }

    /** The phantom's series is in the archive; sent once. */
    Clinic withPhantom() {
        if (!hasPhantom) {
            receives(Samples.path(PHANTOM));
            hasPhantom = true;
        }
        return this;
    }

    @Override
    public void close() throws InterruptedException {
        appliance.close();
    }
}
