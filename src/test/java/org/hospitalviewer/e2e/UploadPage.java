package org.hospitalviewer.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The screen on which files are brought. */
final class UploadPage {

    private final Visit visit;

    private UploadPage(Visit visit) {
        this.visit = visit;
        assertThat(visit.page().locator("upload-desk .drop")).isVisible();
    }

    static UploadPage open(Visit visit, Clinic clinic, String query) {
        visit.page().navigate(clinic.url("/upload" + query));
        return new UploadPage(visit);
    }

    /** After a reload. */
    static UploadPage shownTo(Visit visit) {
        return new UploadPage(visit);
    }

    Locator desk(String selector) {
        return visit.page().locator("upload-desk " + selector);
    }

    void chooseFiles(Path... files) {
        desk("[data-field=files]").setInputFiles(files);
    }

    void chooseFolder(Path folder) {
        desk("[data-field=folder]").setInputFiles(folder);
    }

    void untilDone() {
        assertThat(desk(".progress .head [role=status]")).hasText("All done.");
    }

    /** Files with this fate, as its button says. */
    void assertCount(String outcome, int count) {
        assertThat(desk("[data-filter=" + outcome + "]")).hasText(Pattern.compile(".* " + count + "\\s*$"));
    }
}
