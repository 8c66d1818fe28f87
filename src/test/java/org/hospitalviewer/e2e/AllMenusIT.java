package org.hospitalviewer.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every menu of the tool bar opens inside of the window, leaves with Escape, and gives the keyboard back. */
@BrowserTest
class AllMenusIT {

    private static final double ROUNDING = 0.5;
    private static final List<String> MENUS = List.of("measure", "presets", "layout", "enhance", "palette", "layers", "export");

    @TempDir
    private Path folder;

    @Test
    void openInsideOfTheWindowOnEveryScreen(Visitors visitors, Clinic clinic) throws IOException {
        DisplayedStudy study = DisplayedStudy.in(folder);
        clinic.receives(study.files().toArray(Path[]::new));
        for (String place : List.of("desk", "phone", "enlarged")) {
            Visit visit = switch (place) {
                case "phone" -> visitors.onPhone();
                case "enlarged" -> visitors.atEnlargedDesk();
                default -> visitors.atDesk();
            };
            clinic.admit(visit);
            ViewerPage viewer = ViewerPage.open(visit, clinic, study.studyInstanceUid());
            for (String menu : MENUS) {
                Locator button = button(viewer, menu);
                button.click();
                assertInside(viewer.element().locator(".menu"), visit, menu + " " + place);
                visit.picture("menu-" + menu + "-" + place);
                viewer.press("Escape");
                assertThat(viewer.element().locator(".menu")).hasCount(0);
                viewer.press("Escape");
            }
            viewer.press("?");
            assertInside(viewer.element().locator("dialog"), visit, "help " + place);
            visit.picture("help-" + place);
            viewer.press("Escape");
            assertThat(viewer.element().locator("dialog")).hasCount(0);
        }
    }

    /** On a phone some are in the panel of other tools. */
    private static Locator button(ViewerPage viewer, String menu) {
        Locator button = viewer.element().locator(".tool[data-tool=" + menu + "]");
        if (!button.isVisible()) {
            viewer.element().locator("[data-tool=more]").click();
        }
        return button;
    }

    private static void assertInside(Locator opened, Visit visit, String what) {
        assertThat(opened).isVisible();
        BoundingBox box = opened.boundingBox();
        assertThat(box.x).as(what + ", left").isGreaterThanOrEqualTo(-ROUNDING);
        assertThat(box.y).as(what + ", top").isGreaterThanOrEqualTo(-ROUNDING);
        assertThat(box.x + box.width).as(what + ", right").isLessThanOrEqualTo(visit.page().viewportSize().width + ROUNDING);
        assertThat(box.y + box.height).as(what + ", bottom").isLessThanOrEqualTo(visit.page().viewportSize().height + ROUNDING);
    }
}
