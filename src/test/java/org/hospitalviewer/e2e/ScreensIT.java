package org.hospitalviewer.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.hospitalviewer.FreshHome;
import org.junit.jupiter.api.Test;

/** Every screen on every kind of display: nothing is cut off, and a picture of it is kept for people to judge. */
@BrowserTest
class ScreensIT {

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
            WorklistPage worklist = LoginPage.enter(visit, clinic.withPhantom());
            assertThat(worklist.studies().first()).isVisible();
        });
        onEveryDisplay(visitors, "worklist-no-match", visit -> {
            WorklistPage worklist = LoginPage.enter(visit, clinic);
            worklist.filterName("Nobody has this name");
            assertThat(worklist.noMatch()).isVisible();
        });
    }

    @Test
    void theViewerFitsEveryDisplay(Visitors visitors, Clinic clinic) {
        onEveryDisplay(visitors, "viewer", visit -> {
            LoginPage.enter(visit, clinic.withPhantom());
            ViewerPage.open(visit, clinic, Phantom.studyInstanceUid());
        });
        onEveryDisplay(visitors, "viewer-unknown-study", visit -> {
            LoginPage.enter(visit, clinic);
            visit.page().navigate(clinic.url("/viewer/1.2.3.4"));
            assertThat(ViewerPage.emptyFor(visit).notice()).containsText("not in the archive");
        });
    }

    @Test
    void theAdministratorsScreensFitEveryDisplay(Visitors visitors, Clinic clinic) {
        onEveryDisplay(visitors, "dashboard", visit -> {
            LoginPage.enter(visit, clinic.withPhantom());
            DashboardPage.open(visit, clinic).waitUntilCounted();
        });
        onEveryDisplay(visitors, "devices", visit -> {
            LoginPage.enter(visit, clinic);
            assertThat(DevicesPage.open(visit, clinic).device("STORESCU")).isVisible();
        });
        onEveryDisplay(visitors, "jobs", visit -> {
            LoginPage.enter(visit, clinic);
            assertThat(JobsPage.open(visit, clinic).card("Check the files")).isVisible();
        });
        onEveryDisplay(visitors, "settings", visit -> {
            LoginPage.enter(visit, clinic);
            assertThat(SettingsPage.open(visit, clinic).field("Name of the clinic")).isVisible();
        });
        onEveryDisplay(visitors, "users", visit -> {
            LoginPage.enter(visit, clinic);
            assertThat(UsersPage.open(visit, clinic).user(FreshHome.ADMIN)).isVisible();
        });
        onEveryDisplay(visitors, "audit", visit -> {
            LoginPage.enter(visit, clinic);
            visit.page().navigate(clinic.url("/admin/audit"));
            AdminPages.assertHeading(visit, "Audit log");
            assertThat(visit.page().getByText("Read audit log").first()).isVisible();
        });
    }

    @Test
    void theScreensOfStatisticsAndOfWhatLeavesFitEveryDisplay(Visitors visitors, Clinic clinic) {
        onEveryDisplay(visitors, "statistics", visit -> {
            LoginPage.enter(visit, clinic.withPhantom());
            visit.page().navigate(clinic.url("/admin/statistics"));
            assertThat(visit.page().getByText("By month and modality")).isVisible();
        });
        onEveryDisplay(visitors, "transfers", visit -> {
            LoginPage.enter(visit, clinic);
            visit.page().navigate(clinic.url("/transfers"));
            AdminPages.assertHeading(visit, "Sent and exported");
        });
    }

    @Test
    void theScreensOfAStudysLifeFitEveryDisplay(Visitors visitors, Clinic clinic) {
        onEveryDisplay(visitors, "trash", visit -> {
            LoginPage.enter(visit, clinic);
            Map.of("corrections", "Corrections", "quarantine", "Quarantine", "trash", "Trash").forEach((address, title) -> {
                visit.page().navigate(clinic.url("/admin/" + address));
                AdminPages.assertHeading(visit, title);
                Screen.assertNothingIsOutside(visit);
                Accessibility.assertNothingSerious(visit);
            });
        });
    }

    @Test
    void onesOwnAccountFitsEveryDisplay(Visitors visitors, Clinic clinic) {
        onEveryDisplay(visitors, "account", visit -> {
            LoginPage.enter(visit, clinic);
            visit.page().navigate(clinic.url("/account"));
            assertThat(AdminPages.button(visit, "Make a key")).isVisible();
        });
    }

    @Test
    void theProblemPagesFitEveryDisplay(Visitors visitors, Clinic clinic) {
        onEveryDisplay(visitors, "not-found", visit -> {
            visit.expecting("404");
            LoginPage.enter(visit, clinic);
            visit.page().navigate(clinic.url("/viewer/not-a-uid"));
            assertThat(visit.page().getByText("There is nothing at this address")).isVisible();
        });
    }

    private static void onEveryDisplay(Visitors visitors, String screen, Consumer<Visit> arrive) {
        Map<String, Visit> displays = new LinkedHashMap<>();
        displays.put("desk", visitors.atDesk());
        displays.put("desk-dark", visitors.atDarkDesk());
        displays.put("desk-200", visitors.atEnlargedDesk());
        displays.put("phone", visitors.onPhone());
        displays.put("phone-dark", visitors.onDarkPhone());
        displays.forEach((display, visit) -> {
            arrive.accept(visit);
            visit.picture(screen + "-" + display);
            Screen.assertNothingIsOutside(visit);
            Accessibility.assertNothingSerious(visit);
        });
    }
}
