package org.hospitalviewer.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.peers.Apache;
import org.hospitalviewer.peers.Nginx;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A proxy gives the appliance a path of its own; the browser complains of every file that is not found there. */
@BrowserTest
class BehindProxyIT {

    private static final String PATH = "/viewer";

    @Test
    void everythingIsFoundBehindNginx(Visitors visitors, @TempDir Path scratch) throws Exception {
        try (Clinic clinic = Clinic.under(PATH);
                Nginx nginx = Nginx.inFrontOf(clinic.appliance().httpPort(), PATH + "/", scratch)) {
            visit(clinic, nginx.port(), visitors);
        }
    }

    @Test
    void everythingIsFoundBehindApache(Visitors visitors, @TempDir Path scratch) throws Exception {
        try (Clinic clinic = Clinic.under(PATH);
                Apache apache = Apache.inFrontOf(clinic.appliance().httpPort(), PATH + "/", scratch)) {
            visit(clinic, apache.port(), visitors);
        }
    }

    private static void visit(Clinic clinic, int port, Visitors visitors) throws Exception {
        clinic.withPhantom();
        String root = "http://localhost:" + port + PATH;
        Visit visit = visitors.atDesk();
        AtomicInteger pushed = new AtomicInteger();
        visit.page().onWebSocket(socket -> socket.onFrameReceived(_ -> pushed.incrementAndGet()));
        visit.page().navigate(root + "/login");
        LoginPage.shownTo(visit).logIn(FreshHome.ADMIN, FreshHome.PASSWORD);
        DashboardPage.shownTo(visit).waitUntilCounted();
        visit.page().navigate(root + "/worklist");
        WorklistPage worklist = WorklistPage.shownTo(visit);
        // What changes by itself comes by a WebSocket.
        visit.page().waitForCondition(() -> pushed.get() > 0);
        ViewerPage viewer = worklist.click(worklist.phantom());
        assertThat(visit.page().url()).startsWith(root + "/viewer/");
        assertThat(viewer.isOfOneColour()).isFalse();
        assertThat((boolean) visit.page().evaluate(
                "async () => (await document.fonts.load('16px \"Instrument Sans\"')).length > 0")).isTrue();
        visit.picture("behind-proxy");
        WebCaller program = new WebCaller(root, "").as(FreshHome.ADMIN, FreshHome.PASSWORD);
        assertThat(WebCaller.text(program.get("/dicom-web/studies"))).contains(root + "/dicom-web/studies/");
        visitors.leave();
    }
}
