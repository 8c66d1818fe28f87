package org.hospitalviewer.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.peers.Nginx;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** nginx gives the appliance a path of its own; the browser complains of every file that is not found there. */
@BrowserTest
class BehindProxyIT {

    private static final String PATH = "/viewer";

    @Test
    void everythingIsFoundUnderAPathOfItsOwn(Visitors visitors, @TempDir Path scratch) throws Exception {
        try (Clinic clinic = Clinic.under(PATH);
                Nginx nginx = Nginx.inFrontOf(clinic.appliance().httpPort(), PATH + "/", scratch)) {
            clinic.withPhantom();
            String root = "http://localhost:" + nginx.port() + PATH;
            Visit visit = visitors.atDesk();
            visit.page().navigate(root + "/login");
            LoginPage.shownTo(visit).logIn(FreshHome.ADMIN, FreshHome.PASSWORD);
            DashboardPage.shownTo(visit).waitUntilCounted();
            visit.page().navigate(root + "/worklist");
            WorklistPage worklist = WorklistPage.shownTo(visit);
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
}
