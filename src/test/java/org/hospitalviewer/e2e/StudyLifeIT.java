package org.hospitalviewer.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.hospitalviewer.FreshHome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A study corrected, deleted while somebody looks at it, and restored. */
@BrowserTest
class StudyLifeIT {

    @TempDir
    private Path folder;

    private static void choose(Visit visit, String patient, String action) {
        visit.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions()
                .setName("More for this study: " + patient)).click();
        AdminPages.button(visit, action).click();
    }

    @Test
    void aDeletedStudyLeavesListsAndOpenViewersAndComesBack(Visitors visitors, Clinic clinic) {
        TinyStudy study = TinyStudy.of("Mortal^Max").id("LIFE-1");
        clinic.receives(study.writeInto(folder));
        Visit reader = visitors.atDesk();
        clinic.admit(reader);
        reader.page().navigate(clinic.url("/viewer/" + study.studyInstanceUid()));
        assertThat(reader.page().locator("dicom-viewer")).isVisible();
        Visit visit = visitors.atDesk();
        WorklistPage worklist = WorklistPage.enter(visit, clinic);
        worklist.filterName("Mortal");

        choose(visit, "Mortal, Max", "Delete");
        Locator question = visit.page().getByRole(AriaRole.ALERTDIALOG);
        assertThat(question).containsText("Mortal, Max (LIFE-1)");
        assertThat(question).containsText("1 image");
        AdminPages.button(visit, "Delete").click();

        assertThat(worklist.noMatch()).isVisible();
        assertThat(reader.page().getByText("This study was deleted")).isVisible();

        visit.page().navigate(clinic.url("/admin/trash"));
        Locator entry = visit.page().locator(".admin-list li").filter(
                new Locator.FilterOptions().setHasText("Mortal, Max"));
        assertThat(entry).containsText("30 days left");
        entry.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Restore")).click();
        assertThat(entry).hasCount(0);
        visit.page().navigate(clinic.url("/worklist"));
        worklist.filterName("Mortal");
        assertThat(worklist.study("Mortal, Max")).isVisible();
    }

    @Test
    void patientDataIsCorrectedAfterALookAtWhatWillChangeAndTheListFollows(Visitors visitors, Clinic clinic) {
        clinic.receives(TinyStudy.of("Wrong^Name").id("LIFE-2").writeInto(folder));
        Visit visit = visitors.atDesk();
        WorklistPage worklist = WorklistPage.enter(visit, clinic);
        worklist.filterName("Wrong");
        choose(visit, "Wrong, Name", "Correct patient data");
        Locator dialog = visit.page().locator("vaadin-dialog[opened]");
        dialog.getByLabel("Born").fill("1970-02-30");
        AdminPages.button(visit, "Continue").click();
        assertThat(dialog).containsText("A date such as 1970-01-31.");
        dialog.getByLabel("Born").fill("1970-01-31");
        dialog.getByLabel("Patient name").fill("<b>Right</b>^N\u00e4me");
        AdminPages.button(visit, "Continue").click();
        assertThat(dialog).containsText("Wrong^Name\u2192<b>Right</b>^N\u00e4me");
        AdminPages.button(visit, "Correct the study").click();
        assertThat(dialog).hasCount(0);
        visit.page().navigate(clinic.url("/admin/corrections"));
        assertThat(visit.page().locator(".admin-list li").first()).containsText("Applied");
        visit.page().navigate(clinic.url("/worklist"));
        worklist.filterName("<b>Right");
        assertThat(worklist.study("<b>Right</b>, N\u00e4me")).isVisible();
    }

    @Test
    void aStudyIsMarkedToBePublishedForAllToSeeAndTakenBack(Visitors visitors, Clinic clinic) {
        clinic.receives(TinyStudy.of("Public^Paul").id("LIFE-3").writeInto(folder));
        Visit visit = visitors.atDesk();
        WorklistPage worklist = WorklistPage.enter(visit, clinic);
        worklist.filterName("Public");
        Visit other = visitors.onPhone();
        WorklistPage others = WorklistPage.enter(other, clinic);
        others.filterName("Public");
        assertThat(others.study("Public, Paul")).isVisible();

        choose(visit, "Public, Paul", "Publish");
        Locator question = visit.page().getByRole(AriaRole.ALERTDIALOG);
        assertThat(question).containsText("Public, Paul (LIFE-3)");
        assertThat(question).containsText("The sync has no target in use yet");
        AdminPages.button(visit, "Publish").click();

        assertThat(worklist.toBePublished()).isVisible();
        assertThat(others.grid().getByText("To be published")).isVisible();
        Screen.assertNothingIsOutside(other);
        choose(visit, "Public, Paul", "Take back from publishing");
        assertThat(question).containsText(FreshHome.ADMIN + " marked it to be published");
        AdminPages.button(visit, "Take back").click();

        assertThat(worklist.toBePublished()).hasCount(0);
        assertThat(others.grid().getByText("To be published")).hasCount(0);
    }
}
