package org.hospitalviewer.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The screen on which files are brought. */
final class UploadPage {

    private static final int COPY = 1;

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

    /** As from the file manager, on any place of the page. */
    void drop(Locator place, Path... paths) {
        CDPSession devtools = visit.profile().newCDPSession(visit.page());
        drag(devtools, "dragEnter", place, paths);
        drag(devtools, "dragOver", place, paths);
        assertThat(desk(".drop.over")).isVisible();
        drag(devtools, "drop", place, paths);
        assertThat(desk(".drop.over")).hasCount(0);
        devtools.detach();
    }

    private static void drag(CDPSession devtools, String type, Locator place, Path... paths) {
        JsonObject data = new JsonObject();
        data.add("items", new JsonArray());
        JsonArray files = new JsonArray();
        for (Path path : paths) {
            files.add(path.toString());
        }
        data.add("files", files);
        data.addProperty("dragOperationsMask", COPY);
        BoundingBox box = place.boundingBox();
        JsonObject event = new JsonObject();
        event.addProperty("type", type);
        event.addProperty("x", box.x + box.width / 2);
        event.addProperty("y", box.y + box.height / 2);
        event.add("data", data);
        devtools.send("Input.dispatchDragEvent", event);
    }

    void untilDone() {
        assertThat(desk(".progress .head [role=status]")).hasText("All done.");
    }

    /** Files with this fate, as its button says. */
    void assertCount(String outcome, int count) {
        assertThat(desk("[data-filter=" + outcome + "]")).hasText(Pattern.compile(".* " + count + "\\s*$"));
    }
}
