package org.hospitalviewer.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.hospitalviewer.peers.Dcmtk;
import org.junit.jupiter.api.Test;

/** The administrator's screens at work. */
@BrowserTest
class AdminIT {

    private static final ContainsTextOptions PATIENTLY = new ContainsTextOptions().setTimeout(30_000);

    private static Dcmtk.Output echo(Clinic clinic, String callingAet) {
        return Dcmtk.run("echoscu", "-aet", callingAet, "-aec", "DICOMVIEWER", "127.0.0.1",
                String.valueOf(clinic.appliance().dicomPort()));
    }

    @Test
    void theAdministratorLandsOnTheDashboardAndFindsTheWayRound(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.atDesk();
        clinic.withPhantom().admit(visit);
        visit.page().navigate(clinic.url("/"));
        DashboardPage dashboard = DashboardPage.shownTo(visit);
        dashboard.waitUntilCounted();
        assertThat(dashboard.fact("Archive", "State")).hasText("Works");
        assertThat(dashboard.fact("Archive", "Images and other objects")).hasText(Pattern.compile("[1-9].*"));
        assertThat(dashboard.fact("Network and version", "DICOM name and port")).containsText("DICOMVIEWER, "
                + clinic.appliance().dicomPort());
        assertThat(dashboard.fact("Network and version", "Version")).hasText(Pattern.compile("\\d+\\.\\d+.*"));
        AdminPages.button(visit, "What is new").click();
        assertThat(visit.page().locator("vaadin-markdown").getByText("First version.")).isVisible();
        visit.picture("change-log-desk");
        AdminPages.button(visit, "Close").click();
        for (String room : new String[] {"Devices", "Users", "Jobs", "Audit log", "Settings", "Dashboard"}) {
            AdminPages.go(visit, room);
        }
        visit.page().locator(".house-link", new Page.LocatorOptions().setHasText("Worklist")).click();
        WorklistPage.shownTo(visit);
    }

    @Test
    void aJobIsFollowedFromItsStartToItsEndInAllOpenScreens(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.atDesk();
        clinic.withPhantom().admit(visit);
        JobsPage jobs = JobsPage.open(visit, clinic);
        Visit other = visitors.atWindow(1000, 800);
        clinic.admit(other);
        JobsPage watching = JobsPage.open(other, clinic);

        jobs.start("Check the files");

        assertThat(jobs.state("Check the files")).containsText("All files are whole.", PATIENTLY);
        assertThat(watching.state("Check the files")).containsText("All files are whole.", PATIENTLY);
        assertThat(jobs.finished().first()).containsText("Check the files");
        assertThat(jobs.finished().first()).containsText("Done");
        assertThat(jobs.log("Check the files")).containsText("SUCCEEDED");
        assertThat(jobs.button("Check the files", "Start now")).isVisible();
    }

    @Test
    void aScheduleIsChosenInWords(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.atDesk();
        clinic.admit(visit);
        JobsPage jobs = JobsPage.open(visit, clinic);
        jobs.schedule("Rebuild the index", "Every week");
        assertThat(jobs.schedule("Rebuild the index")).containsText("Runs by itself every Sunday at 02:00, next on ");
        jobs.schedule("Rebuild the index", "Never");
        assertThat(jobs.schedule("Rebuild the index")).hasText("Runs only when you start it.");
    }

    @Test
    void aDeviceThatCallsAppearsInTheOpenScreenAndIsNamed(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.atDesk();
        clinic.admit(visit);
        DevicesPage devices = DevicesPage.open(visit, clinic);

        Assertions.assertThat(echo(clinic, "E2E_CT").exit()).isZero();
        assertThat(devices.device("E2E_CT")).containsText("Last call", PATIENTLY);
        devices.press("E2E_CT", "Give a name");
        devices.enter("Name", "CT <b>ground</b> floor").enter("Network address or computer name", "127.0.0.1").save();
        assertThat(devices.complaint("Address and port go together")).isVisible();
        devices.enter("Port", String.valueOf(clinic.appliance().dicomPort())).save();

        assertThat(devices.device("CT <b>ground</b> floor")).containsText("E2E_CT");
        devices.press("CT <b>ground</b> floor", "Test connection");
        assertThat(devices.device("CT <b>ground</b> floor")).containsText("Answered after", PATIENTLY);
        devices.press("CT <b>ground</b> floor", "Remove");
        AdminPages.button(visit, "Cancel").click();
        assertThat(devices.device("CT <b>ground</b> floor")).isVisible();
    }

    @Test
    void settingsAreCheckedSavedAndShownWhereTheyComeFrom(Visitors visitors) throws IOException, InterruptedException {
        try (Clinic clinic = Clinic.open()) {
            Visit visit = visitors.atDesk();
            clinic.admit(visit);
            SettingsPage settings = SettingsPage.open(visit, clinic);

            assertThat(settings.field("DICOM port")).hasAttribute("readonly", Pattern.compile(".*"));
            assertThat(settings.text("Set on the command line: cannot be changed here.").first()).isVisible();
            settings.enter("DICOM name of this appliance (AE title)", "BACK\\SLASH").save();
            assertThat(settings.text("but no backslash").first()).isVisible();
            settings.enter("DICOM name of this appliance (AE title)", "CLINIC").enter("Name of the clinic", "Klinik Ü 漢")
                    .enter("Port of the encrypted web pages", "8444").save();
            assertThat(settings.saved()).isVisible();
            assertThat(settings.text("Some changes count from the next start")).isVisible();

            Path file = clinic.appliance().home().resolve("config/application.properties");
            Assertions.assertThat(Files.readString(file)).contains("\nviewer.ae-title=CLINIC\n",
                    "\nviewer.clinic-name=Klinik Ü 漢\n", "\nviewer.https-port=8444\n", "# Settings of this appliance");
            visit.page().reload();
            assertThat(visit.page().getByText("Klinik Ü 漢")).isVisible();
            visitors.leave();
        }
    }
}
