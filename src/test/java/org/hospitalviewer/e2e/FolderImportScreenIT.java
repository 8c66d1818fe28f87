package org.hospitalviewer.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.hospitalviewer.peers.CtSeries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An administrator brings the hospital's folder in. */
@BrowserTest
class FolderImportScreenIT {

    private static final ContainsTextOptions PATIENTLY = new ContainsTextOptions().setTimeout(40_000);
    private static final String ROOT = "1.2.826.0.1.3680043.10.1999.83.";

    @TempDir
    private Path folder;

    private static void walksByKeyboard(Visit visit, FolderImportPage screen) {
        screen.press("Browse");
        assertThat(screen.folder("One level up")).isFocused();
        visit.page().keyboard().press("ArrowDown");
        assertThat(screen.folder("Hospital & S\u00f6hne")).isFocused();
        visit.picture("folder-dialog");
        visit.page().keyboard().press("Enter");
        assertThat(screen.breadcrumb().last()).hasText("Hospital & S\u00f6hne");
        assertThat(screen.folder("One level up")).isFocused();
        visit.page().keyboard().press("ArrowDown");
        assertThat(screen.folder("CT")).isFocused();
        visit.page().keyboard().press("Escape");
        assertThat(screen.folder("CT")).hasCount(0);
        assertThat(AdminPages.button(visit, "Browse")).isFocused();
        visit.page().keyboard().press("Enter");
        assertThat(screen.folder("One level up")).isFocused();
        visit.page().keyboard().press("ArrowDown");
        visit.page().keyboard().press("Enter");
        assertThat(screen.folder("CT")).isVisible();
        screen.press("Choose this folder");
        assertThat(AdminPages.button(visit, "Browse")).isFocused();
    }

    @Test
    void aFolderIsFoundTestedScannedImportedAndMonitored(Visitors visitors, Clinic clinic) throws IOException {
        Path hospital = Files.createDirectories(folder.resolve("Hospital & S\u00f6hne"));
        new CtSeries(ROOT + "1", 16, 30).writeTo(hospital.resolve("CT/2026"));
        new CtSeries(ROOT + "2", 16, 10).writeTo(hospital.resolve("CT/2025"));
        Files.writeString(hospital.resolve("letter.dcm"), "Dear <b>colleague</b>");
        Files.writeString(hospital.resolve("notes.txt"), "x");
        Visit visit = visitors.atDesk();
        clinic.admit(visit);
        FolderImportPage screen = FolderImportPage.open(visit, clinic);

        screen.path().fill("nowhere");
        screen.press("Start");
        assertThat(screen.answer()).containsText("Give the whole path");
        screen.path().fill(folder.toString());
        walksByKeyboard(visit, screen);
        assertThat(screen.path()).hasValue(hospital.toString());

        screen.press("Test");
        assertThat(screen.answer()).containsText("41 files may be images");
        screen.press("Scan");
        assertThat(screen.card("Scan")).containsText("looked through in", PATIENTLY);
        assertThat(screen.figure("Scan", "DICOM files")).hasText(Pattern.compile("40 \\(.*kB\\)"));
        assertThat(screen.figure("Scan", "Studies")).hasText("2");
        assertThat(screen.figure("Scan", "Damaged")).hasText("1");

        screen.tick("New files, as they come");
        screen.press("Start");
        assertThat(screen.card("Import")).containsText("Done", PATIENTLY);
        assertThat(screen.figure("Import", "Imported")).hasText("40");
        assertThat(screen.troubles()).containsText("Not a DICOM file");
        assertThat(screen.card("Monitoring")).containsText("On", PATIENTLY);
        Accessibility.assertNothingSerious(visit);
        visit.picture("folder-import-desk");

        new CtSeries(ROOT + "3", 16, 5).writeTo(hospital.resolve("CT/new"));
        assertThat(screen.figure("Monitoring", "New files imported today")).containsText("5", PATIENTLY);
        screen.press("Switch off");
        assertThat(screen.card("Monitoring")).containsText("Off");

        Visit phone = visitors.onPhone();
        clinic.admit(phone);
        FolderImportPage small = FolderImportPage.open(phone, clinic);
        assertThat(small.path()).hasValue(hospital.toString());
        phone.picture("folder-import-phone");
        small.press("Browse");
        assertThat(small.folder("CT")).isVisible();
        phone.picture("folder-dialog-phone");
    }
}
