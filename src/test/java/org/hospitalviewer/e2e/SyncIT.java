package org.hospitalviewer.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The administrator sets up a second place for the images. */
@BrowserTest
class SyncIT {

    private static final ContainsTextOptions PATIENTLY = new ContainsTextOptions().setTimeout(60_000);

    @TempDir
    private Path folder;

    private static Locator field(Page page, String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    private static void fill(Page page, String label, String value) {
        field(page, label).fill(value);
        field(page, label).press("Tab");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    void aFolderIsAddedTriedOutAndKeptUpToDateAndTheDashboardTells(Visitors visitors, Clinic clinic) throws IOException {
        Visit visit = visitors.atDesk();
        clinic.withPhantom().admit(visit);
        Page page = visit.page();
        page.navigate(clinic.url("/admin/sync"));
        AdminPages.assertHeading(visit, "Sync");
        assertThat(page.getByText("There is no target yet.")).isVisible();

        page.setDefaultTimeout(10_000);
        page.getByLabel("Storage folder of an Orthanc").check();
        field(page, "Folder of the Orthanc").fill(folder.toString());
        button(page, "Test").click();
        assertThat(page.locator(".sync-source")).containsText("This is no storage folder of an Orthanc");
        button(page, "Browse").click();
        assertThat(page.locator(".folder-dialog, vaadin-dialog[opened]").first()).containsText(folder.getFileName().toString());
        Screen.assertNothingIsOutside(visit);
        button(page, "Cancel").click();
        page.getByLabel("This archive").check();
        button(page, "Save").first().click();
        assertThat(page.locator(".sync-source")).containsText("Saved.");
        button(page, "Add target").click();
        fill(page, "Name", "Web host");
        button(page, "Save").last().click();
        assertThat(page.getByLabel("Add target").getByText("A name or an address, without ftp:// before it")).isVisible();
        page.getByLabel("Folder", new Page.GetByLabelOptions().setExact(true)).first().check();
        fill(page, "Name", "Second <b>disk</b>");
        field(page, "Folder").last().fill(folder.resolve("not-there").toString());
        button(page, "Test connection").last().click();
        assertThat(page.locator(".sync-answer")).containsText("is not there", PATIENTLY);
        field(page, "Folder").last().fill(folder.toString());
        field(page, "Folder").last().press("Tab");
        button(page, "Test connection").last().click();
        assertThat(page.locator(".sync-answer")).containsText("All is well", PATIENTLY);
        Screen.assertNothingIsOutside(visit);
        button(page, "Save").last().click();

        Locator target = page.locator("li.sync-target");
        assertThat(target).containsText("Second <b>disk</b>");
        button(page, "Sync now").click();
        assertThat(page.locator(".sync-state")).containsText("All up to date", PATIENTLY);
        assertThat(target).containsText("Up to date", PATIENTLY);
        assertThat(page.locator(".sync-page")).containsText("Done", PATIENTLY);
        try (Stream<Path> tree = Files.walk(folder)) {
            Assertions.assertThat(tree.filter(file -> file.toString().endsWith(".dcm"))).isNotEmpty();
        }
        Screen.assertNothingIsOutside(visit);
        Accessibility.assertNothingSerious(visit);

        AdminPages.go(visit, "Dashboard");
        assertThat(page.locator(".dashboard-card", new Page.LocatorOptions().setHasText("Copies")))
                .containsText("All up to date");
        AdminPages.go(visit, "Sync");
        page.getByLabel("Sync by itself").uncheck();
        button(page, "Save").last().click();
        assertThat(page.getByText("Saved.")).isVisible();
        assertThat(page.locator(".sync-state")).containsText("It runs only when you start it.");
        target.getByText("Remove").click();
        assertThat(page.getByText("What lies there stays there.")).isVisible();
        button(page, "Remove").last().click();
        assertThat(page.getByText("There is no target yet.")).isVisible();
    }
}
