package org.hospitalviewer.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.hospitalviewer.FreshHome;
import org.junit.jupiter.api.Test;

/** Every screen on every kind of display: nothing is cut off, and a picture of it is kept for people to judge. */
@BrowserTest
class ScreensIT {

    /** The other displays have the elements of one of these and the colours of another. */
    private static final Set<String> LOOKED_INTO = Set.of("desk", "desk-dark", "phone");

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
        displays(visitors).forEach((display, visit) -> {
            clinic.admit(visit);
            screens.forEach((screen, arrive) -> {
                arrive.accept(visit);
                judge(visit, screen, display);
            });
        });
    }

    private static void open(Visit visit, Clinic clinic, String address, String heading) {
        visit.page().navigate(clinic.url(address));
        AdminPages.assertHeading(visit, heading);
    }

    private static void onEveryDisplay(Visitors visitors, String screen, Consumer<Visit> arrive) {
        displays(visitors).forEach((display, visit) -> {
            arrive.accept(visit);
            judge(visit, screen, display);
        });
    }

    private static Map<String, Visit> displays(Visitors visitors) {
        Map<String, Visit> displays = new LinkedHashMap<>();
        displays.put("desk", visitors.atDesk());
        displays.put("desk-dark", visitors.atDarkDesk());
        displays.put("desk-200", visitors.atEnlargedDesk());
        displays.put("phone", visitors.onPhone());
        displays.put("phone-dark", visitors.onDarkPhone());
        return displays;
    }

    private static void judge(Visit visit, String screen, String display) {
        visit.picture(screen + "-" + display);
        Screen.assertNothingIsOutside(visit);
        if (LOOKED_INTO.contains(display)) {
            Accessibility.assertNothingSerious(visit);
        }
    }
}
