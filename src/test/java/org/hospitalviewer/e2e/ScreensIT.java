package org.hospitalviewer.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.hospitalviewer.FreshHome;
import org.junit.jupiter.api.Test;

/** Every screen on every kind of display: nothing is cut off, and a picture of it is kept for people to judge. */
@BrowserTest
class ScreensIT {

    private static final String DESK = "desk";
    private static final String PHONE = "phone";

    @Test
    void theScreensBeforeTheLoginFitEveryDisplay(Visitors visitors) throws InterruptedException {
        try (Clinic unpacked = Clinic.unpack()) {
            onEveryDisplay(visitors, "setup", visit -> SetupPage.open(visit, unpacked));
            onEveryDisplay(visitors, "setup-refused", visit -> {
                visit.profile().setExtraHTTPHeaders(Map.of("X-Forwarded-For", "203.0.113.7"));
                visit.page().navigate(unpacked.url("/setup"));
                assertThat(visit.page().getByText("Set up at the appliance")).isVisible();
            });
        }
    }

    @Test
    void theLoginFitsEveryDisplay(Visitors visitors, Clinic clinic) {
        onEveryDisplay(visitors, "login", visit -> LoginPage.open(visit, clinic));
        onEveryDisplay(visitors, "login-failed", visit -> {
            LoginPage login = LoginPage.open(visit, clinic);
            login.logIn("nobody-of-this-clinic", "not the password");
            assertThat(login.failure()).isVisible();
        });
    }

    @Test
    void theWorklistFitsEveryDisplay(Visitors visitors, Clinic clinic) {
        onEveryDisplay(visitors, "worklist", visit -> {
            WorklistPage worklist = WorklistPage.enter(visit, clinic.withPhantom());
            assertThat(worklist.studies().first()).isVisible();
        });
        onEveryDisplay(visitors, "worklist-no-match", visit -> {
            WorklistPage worklist = WorklistPage.enter(visit, clinic);
            worklist.filterName("Nobody has this name");
            assertThat(worklist.noMatch()).isVisible();
        });
    }

    @Test
    void theViewerFitsEveryDisplay(Visitors visitors, Clinic clinic) {
        onEveryDisplay(visitors, "viewer", visit -> {
            clinic.withPhantom().admit(visit);
            ViewerPage.open(visit, clinic, Phantom.studyInstanceUid());
        });
        onEveryDisplay(visitors, "viewer-unknown-study", visit -> {
            clinic.admit(visit);
            visit.page().navigate(clinic.url("/viewer/1.2.3.4"));
            assertThat(ViewerPage.emptyFor(visit).notice()).containsText("not in the archive");
        });
    }

    @Test
    void theScreensBehindTheLoginFitEveryDisplay(Visitors visitors, Clinic clinic) {
        clinic.withPhantom();
        Map<String, Consumer<Visit>> screens = new LinkedHashMap<>();
        screens.put("patient", visit ->
                assertThat(PatientPage.open(visit, clinic, Phantom.studyInstanceUid()).entries().first()).isVisible());
        screens.put("dashboard", visit -> DashboardPage.open(visit, clinic).waitUntilCounted());
        screens.put("devices", visit -> assertThat(DevicesPage.open(visit, clinic).device("STORESCU")).isVisible());
        screens.put("jobs", visit -> assertThat(JobsPage.open(visit, clinic).card("Check the files")).isVisible());
        screens.put("settings", visit ->
                assertThat(SettingsPage.open(visit, clinic).field("Name of the clinic")).isVisible());
        screens.put("users", visit -> assertThat(UsersPage.open(visit, clinic).user(FreshHome.ADMIN)).isVisible());
        screens.put("audit", visit -> {
            open(visit, clinic, "/admin/audit", "Audit log");
            assertThat(visit.page().getByText("Read audit log").first()).isVisible();
        });
        screens.put("statistics", visit -> {
            visit.page().navigate(clinic.url("/admin/statistics"));
            assertThat(visit.page().getByText("By month and modality")).isVisible();
        });
        screens.put("templates", visit -> {
            open(visit, clinic, "/admin/templates", "Report templates");
            assertThat(visit.page().getByText("Of the program").first()).isVisible();
        });
        screens.put("upload", visit -> UploadPage.open(visit, clinic, ""));
        screens.put("folder-import", visit -> open(visit, clinic, "/admin/import", "Folder import"));
        screens.put("backup", visit -> open(visit, clinic, "/admin/backup", "Backup"));
        screens.put("sync", visit -> open(visit, clinic, "/admin/sync", "Sync"));
        screens.put("transfers", visit -> open(visit, clinic, "/transfers", "Sent and exported"));
        screens.put("corrections", visit -> open(visit, clinic, "/admin/corrections", "Corrections"));
        screens.put("quarantine", visit -> open(visit, clinic, "/admin/quarantine", "Quarantine"));
        screens.put("old-installation", visit -> open(visit, clinic, "/admin/old-installation", "Old installation"));
        screens.put("trash", visit -> open(visit, clinic, "/admin/trash", "Trash"));
        screens.put("account", visit -> {
            visit.page().navigate(clinic.url("/account"));
            assertThat(AdminPages.button(visit, "Make a key")).isVisible();
        });
        screens.put("not-found", visit -> {
            visit.expecting("404");
            visit.page().navigate(clinic.url("/viewer/not-a-uid"));
            assertThat(visit.page().getByText("There is nothing at this address")).isVisible();
        });
        kinds(visitors).forEach((kind, visit) -> {
            clinic.admit(visit);
            screens.forEach((screen, arrive) -> {
                arrive.accept(visit);
                judge(visit, screen, kind);
            });
        });
    }

    private static void open(Visit visit, Clinic clinic, String address, String heading) {
        visit.page().navigate(clinic.url(address));
        AdminPages.assertHeading(visit, heading);
    }

    private static void onEveryDisplay(Visitors visitors, String screen, Consumer<Visit> arrive) {
        kinds(visitors).forEach((kind, visit) -> {
            arrive.accept(visit);
            judge(visit, screen, kind);
        });
    }

    private static Map<String, Visit> kinds(Visitors visitors) {
        Map<String, Visit> kinds = new LinkedHashMap<>();
        kinds.put(DESK, visitors.atDesk());
        kinds.put(PHONE, visitors.onPhone());
        return kinds;
    }

    /** By day, by night, and at a desk enlarged to 200 %, which is half as many CSS pixels on the same screen. */
    private static void judge(Visit visit, String screen, String kind) {
        look(visit, screen + "-" + kind);
        Accessibility.assertNothingSerious(visit);
        visit.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        look(visit, screen + "-" + kind + "-dark");
        Accessibility.assertEnoughContrast(visit);
        visit.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        if (kind.equals(DESK)) {
            visit.page().setViewportSize(720, 450);
            look(visit, screen + "-desk-200");
            visit.page().setViewportSize(1440, 900);
        }
    }

    private static void look(Visit visit, String picture) {
        visit.picture(picture);
        Screen.assertNothingIsOutside(visit);
    }
}
