package org.hospitalviewer.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hospitalviewer.FreshHome;
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
        Screen.assertNothingIsOutside(visit);
        button(page, "Cancel").click();

        try (Clinic another = Clinic.unpack()) {
            Visit first = visitors.atDesk();
            // The program is away for moments when it begins to restore and when it has done so.
            first.expecting("503").expecting("ERR_CONNECTION_REFUSED");
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
