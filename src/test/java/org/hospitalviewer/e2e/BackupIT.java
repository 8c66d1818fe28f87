package org.hospitalviewer.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.peers.GoogleDriveServer;
import org.hospitalviewer.peers.GoogleLogin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** The administrator sets up backups, loses one, and restores; and a new computer begins with a backup. */
@BrowserTest
class BackupIT {

    private static final double PATIENCE_MS = 180_000;
    private static final ContainsTextOptions PATIENTLY = new ContainsTextOptions().setTimeout(PATIENCE_MS);

    @TempDir
    private Path folder;

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void fill(Page page, String label, String value) {
        Locator field = page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
        field.fill(value);
        field.press("Tab");
    }

    /** Sets it up, notes the key and makes a backup; returns the key. */
    private String setUp(Visit visit, Clinic clinic) {
        Page page = visit.page();
        page.navigate(clinic.url("/admin/backup"));
        AdminPages.assertHeading(visit, "Backup");
        assertThat(page.locator(".backup-state")).containsText("Not set up");
        fill(page, "Folder", "somewhere");
        button(page, "Save").click();
        assertThat(page.getByText("A full path, such as E:\\Backups or /media/stick")).isVisible();
        fill(page, "Folder", folder.toString());
        assertThat(page.getByLabel("Images", new Page.GetByLabelOptions().setExact(true))).not().isChecked();
        page.getByLabel("Images", new Page.GetByLabelOptions().setExact(true)).check();
        button(page, "Test").click();
        assertThat(page.locator(".backup-answer")).containsText("All is well");
        button(page, "Save").click();
        String key = page.locator(".given-secret").textContent();
        assertThat(button(page, "Done")).isDisabled();
        page.getByLabel("I have the key on paper.").check();
        Screen.assertNothingIsOutside(visit);
        button(page, "Done").click();
        assertThat(page.locator(".given-secret")).isHidden();
        button(page, "Backup now").click();
        assertThat(page.locator(".backup-state")).containsText("The last backup was read back", PATIENTLY);
        assertThat(page.locator(".backup-list")).containsText("Tried out", PATIENTLY);
        return key;
    }

    /** Connects at the card, allows the access at Google, and notes the paper; returns the recovery key. */
    private String connectGoogle(Visit visit) {
        Page page = visit.page();
        Locator card = page.locator(".google-card");
        assertThat(card).containsText("Not connected");
        card.scrollIntoViewIfNeeded();
        visit.picture("google-not-connected-desk");
        fill(page, "Client ID", "clinic@example.org");
        card.getByText("Connect", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(card).containsText("The long text from Google");
        fill(page, "Client ID", GoogleLogin.CLIENT_ID);
        fill(page, "Client secret", GoogleLogin.CLIENT_SECRET);
        fill(page, "Folder in Google Drive", "St. Mary's");
        Page google = page.waitForPopup(() -> card.getByText("Connect", new Locator.GetByTextOptions().setExact(true)).click());
        assertThat(google).hasURL(Pattern.compile(".*/admin/backup"));
        google.close();
        assertThat(card).containsText("As " + GoogleLogin.ACCOUNT);
        Screen.assertNothingIsOutside(visit);
        button(page, "Show the key").click();
        assertThat(page.locator(".given-client").first()).hasText(GoogleLogin.CLIENT_ID);
        assertThat(page.locator(".given-client").last()).hasText(GoogleLogin.CLIENT_SECRET);
        Screen.assertNothingIsOutside(visit);
        visit.picture("google-recovery-sheet-desk");
        String key = page.locator(".given-secret").first().textContent();
        page.getByLabel("I have the key on paper.").check();
        button(page, "Done").click();
        return key;
    }

    @Test
    void backupsGoToGoogleDriveTooAndComeBackFromThere(Visitors visitors) throws IOException, InterruptedException {
        try (GoogleDriveServer google = GoogleDriveServer.start(); Clinic clinic = Clinic.with(google)) {
            Visit visit = visitors.atDesk();
            clinic.admit(visit);
            Page page = visit.page();
            page.navigate(clinic.url("/admin/backup"));
            String key = connectGoogle(visit);
            fill(page, "Folder", folder.toString());
            button(page, "Save").click();
            button(page, "Backup now").click();
            assertThat(page.locator(".backup-list .state-good")).hasCount(2, new HasCountOptions().setTimeout(PATIENCE_MS));
            Locator inDrive = page.locator(".backup-list li").filter(new Locator.FilterOptions().setHasText("Google Drive, St. Mary's"));
            assertThat(inDrive).containsText("Tried out");
            Screen.assertNothingIsOutside(visit);
            Accessibility.assertNothingSerious(visit);
            google.fail(GoogleDriveServer.Request.MEDIA, new GoogleDriveServer.Fault.Refused(404, "notFound"));
            inDrive.getByText("Restore").click();
            assertThat(page.locator("vaadin-dialog .banner")).isVisible();
            visit.picture("restore-not-fetched-desk");
            button(page, "Cancel").click();
            inDrive.getByText("Restore").click();
            assertThat(page.locator(".restore-step")).containsText("Users");
            button(page, "Cancel").click();
            google.login().withdraw();
            button(page, "Backup now").click();
            assertThat(page.locator(".house-notice")).containsText("Connect Google Drive again", PATIENTLY);
            assertThat(page.locator(".google-card")).containsText("Google does not accept the connection");
            Screen.assertNothingIsOutside(visit);
            visit.picture("google-withdrawn-desk");
            page.setViewportSize(390, 844);
            Screen.assertNothingIsOutside(visit);
            page.locator(".google-card").scrollIntoViewIfNeeded();
            visit.picture("google-withdrawn-narrow");
            onANewComputer(visitors, google, key);
        }
    }

    /** With nothing but the paper. */
    private static void onANewComputer(Visitors visitors, GoogleDriveServer google, String key)
            throws IOException, InterruptedException {
        try (Clinic another = Clinic.unpackWith(google)) {
            Visit first = visitors.atDesk().expecting("401").expectingRestart();
            Page page = first.page();
            page.navigate(another.url("/setup"));
            button(page, "Restore from a backup").click();
            page.getByLabel("Google Drive", new Page.GetByLabelOptions().setExact(true)).check();
            fill(page, "Client ID", GoogleLogin.CLIENT_ID);
            fill(page, "Client secret", GoogleLogin.CLIENT_SECRET);
            fill(page, "Folder in Google Drive", "St. Mary's");
            Page consent = page.waitForPopup(() -> button(page, "Connect").click());
            assertThat(consent).hasURL(Pattern.compile(".*/oauth/callback.*"));
            fill(page, "Address of the page that did not load", "127.0.0.1");
            button(page, "Finish").click();
            assertThat(page.getByText("This is not the address of that page.")).isVisible();
            fill(page, "Address of the page that did not load", consent.url());
            consent.close();
            button(page, "Finish").click();
            assertThat(page.locator(".backup-choice vaadin-select").filter(new Locator.FilterOptions().setVisible(true)))
                    .isVisible();
            Screen.assertNothingIsOutside(first);
            first.picture("restore-from-google-desk");
            fill(page, "Recovery key", key);
            button(page, "Continue").click();
            assertThat(page.locator(".restore-step")).containsText("Users");
            button(page, "Restore now").click();
            assertThat(page.getByText("Hospital DICOM Viewer Pro is getting ready"))
                    .isVisible(new IsVisibleOptions().setTimeout(PATIENCE_MS));
            first.picture("restore-getting-ready-desk");
            page.setViewportSize(390, 844);
            first.picture("restore-getting-ready-narrow");
            assertThat(page.getByLabel("User name")).isVisible(new IsVisibleOptions().setTimeout(PATIENCE_MS));
            LoginPage.shownTo(first).logIn(FreshHome.ADMIN, FreshHome.PASSWORD);
            page.navigate(another.url("/admin/backup"));
            assertThat(page.locator(".backup-page")).containsText("Restored to the state of");
        }
    }

    @Test
    void backupsAreSetUpFailVisiblyAndBringEverythingBackAlsoOnANewComputer(Visitors visitors, Clinic clinic)
            throws IOException, InterruptedException {
        Visit visit = visitors.atDesk();
        clinic.withPhantom().admit(visit);
        Page page = visit.page();
        String key = setUp(visit, clinic);
        Screen.assertNothingIsOutside(visit);
        Accessibility.assertNothingSerious(visit);

        Path kept = folder.resolveSibling(folder.getFileName() + "-kept");
        Files.move(folder, kept);
        button(page, "Backup now").click();
        assertThat(page.locator(".house-notice")).containsText("is not there", PATIENTLY);
        page.navigate(clinic.url("/worklist"));
        assertThat(page.locator(".house-notice")).containsText("The last backup failed: The folder");
        Screen.assertNothingIsOutside(visit);
        Files.move(kept, folder);
        page.locator(".house-notice a").click();
        button(page, "Backup now").click();
        assertThat(page.locator(".backup-state")).containsText("The last backup was read back", PATIENTLY);
        assertThat(page.locator(".house-notice")).isHidden();

        visit.expecting("503");
        visit.expecting("Failed to");
        button(page, "Restore").first().click();
        assertThat(page.locator(".restore-step")).containsText("Users");
        visit.picture("restore-preview-desk");
        page.setViewportSize(390, 844);
        Screen.assertNothingIsOutside(visit);
        visit.picture("restore-preview-narrow");
        page.setViewportSize(1440, 900);
        Screen.assertNothingIsOutside(visit);
        button(page, "Cancel").click();

        try (Clinic another = Clinic.unpack()) {
            Visit first = visitors.atDesk();
            first.expectingRestart();
            first.page().navigate(another.url("/setup"));
            button(first.page(), "Restore from a backup").click();
            fill(first.page(), "Folder with the backups", folder.toString());
            fill(first.page(), "Recovery key", "0000-0000-0000-0000-0000-0000-0000-0000");
            button(first.page(), "Continue").click();
            assertThat(first.page().getByText("This is not the recovery key of")).isVisible();
            fill(first.page(), "Recovery key", key.toLowerCase());
            button(first.page(), "Continue").click();
            assertThat(first.page().locator(".restore-step")).containsText("Users");
            assertThat(first.page().getByLabel("Images: ")).isChecked();
            first.picture("restore-first-preview-desk");
            Screen.assertNothingIsOutside(first);
            button(first.page(), "Restore now").click();
            assertThat(first.page().getByLabel("User name")).isVisible(new IsVisibleOptions().setTimeout(PATIENCE_MS));
            LoginPage.shownTo(first).logIn(FreshHome.ADMIN, FreshHome.PASSWORD);
            assertThat(first.page().locator(".house-bar")).isVisible();
            first.page().navigate(another.url("/admin/jobs"));
            assertThat(first.page().locator(".job-card").filter(new Locator.FilterOptions().setHasText("Images from the backup")))
                    .containsText("images were brought back, 0 were there already", PATIENTLY);
        } finally {
            FileSystemUtils.deleteRecursively(kept);
        }
    }
}
