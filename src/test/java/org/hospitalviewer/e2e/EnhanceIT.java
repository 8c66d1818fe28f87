package org.hospitalviewer.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Filters, brightness, contrast and colours: how the picture is drawn, never what it holds. */
@BrowserTest
class EnhanceIT {

    private static final int ROW = 256;

    private static ViewerPage viewer(Visit visit, Clinic clinic) {
        clinic.withPhantom().admit(visit);
        ViewerPage viewer = ViewerPage.open(visit, clinic, Phantom.studyInstanceUid());
        viewer.press("x");
        return viewer;
    }

    /** A window that shows what is soft and what is hard by different greys. */
    private static void chooseBone(ViewerPage viewer) {
        viewer.button("Window presets").click();
        viewer.menuEntry("Bone").click();
        viewer.waitUntil("state => state.windowWidth === 2800");
    }

    /** A line of pixels through the middle of the head. */
    private static List<List<Integer>> line() {
        return IntStream.range(0, 256).mapToObj(place -> List.of(128 + place, ROW)).toList();
    }

    private static Locator item(Visit visit, String selector) {
        return visit.page().locator("dicom-viewer " + selector);
    }

    /** Largest difference between neighbours. */
    private static int steepest(List<Integer> greys) {
        return IntStream.range(1, greys.size()).map(at -> Math.abs(greys.get(at) - greys.get(at - 1))).max().orElseThrow();
    }

    @Test
    void filtersChangeThePictureSayItAndCanBeTakenBack(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.atDesk();
        ViewerPage viewer = viewer(visit, clinic);
        chooseBone(viewer);
        List<Integer> plain = greys(viewer);

        viewer.button("Enhance the picture").click();
        item(visit, "[data-filter=smooth]").click();
        viewer.waitUntil("state => state.enhancement.filter === 'smooth'");
        assertThat(viewer.strip()).hasText("Enhanced picture: Smooth. Measured values are those of the file.");
        assertThat(steepest(greys(viewer))).isLessThan(steepest(plain));

        item(visit, "[data-filter=sharpen]").click();
        assertThat(viewer.strip()).containsText("Sharpen");
        assertThat(steepest(greys(viewer))).isGreaterThan(steepest(plain));
        visit.picture("enhance-desk");

        item(visit, "[data-filter=edges]").click();
        assertThat(viewer.strip()).containsText("Edges");
        assertThat(greys(viewer)).as("air has no edges").startsWith(0, 0, 0);

        item(visit, "[data-enhance=reset]").click();
        assertThat(viewer.strip()).hasCount(0);
        assertThat(greys(viewer)).isEqualTo(plain);
    }

    @Test
    void brightnessAndContrastComeAfterTheWindow(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.atDesk();
        ViewerPage viewer = viewer(visit, clinic);
        chooseBone(viewer);
        List<Integer> plain = greys(viewer);

        viewer.button("Enhance the picture").click();
        item(visit, "[data-enhance=brightness]").fill("20");
        item(visit, "[data-enhance=contrast]").fill("-50");
        viewer.waitUntil("state => state.enhancement.contrast === -50");
        assertThat(viewer.strip()).containsText("Brightness +20, Contrast -50");
        // The strip has taken room: the pixels are laid on those of the screen again.
        viewer.press("Escape");
        viewer.press("x");

        List<Integer> shown = greys(viewer);
        for (int place = 0; place < plain.size(); place++) {
            double expected = (plain.get(place) - 127.5) * 0.5 + 127.5 + 0.2 * 127.5;
            assertThat(shown.get(place).doubleValue()).as("pixel %d", place).isCloseTo(expected, within(1.5));
        }

        viewer.press("r");
        assertThat(viewer.strip()).hasCount(0);
        assertThat(viewer.state("state => state.enhancement.contrast")).isEqualTo(0);
    }

    @Test
    void coloursComeWithABarThatTellsTheirValues(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.atDesk();
        ViewerPage viewer = viewer(visit, clinic);

        viewer.button("Colours").click();
        item(visit, "[data-palette=hotIron]").click();
        viewer.waitUntil("state => state.enhancement.palette === 'hotIron'");

        assertThat(item(visit, ".colour-bar")).containsText("HU");
        // Window 80 at 40: from 0 to 79 by the linear function of PS3.3 C.11.2.1.2.1.
        assertThat(item(visit, ".colour-bar .scale span")).hasText(new String[] {"79", "40", "0"});
        assertThat(viewer.strip()).hasCount(0);
        List<Integer> shown = viewer.greyAt(line());
        assertThat(shown).as("neither black nor white is coloured").contains(-1).contains(0).contains(255);
        visit.picture("palette-desk");

        viewer.button("Colours").click();
        item(visit, "[data-palette=grey]").click();
        assertThat(item(visit, ".colour-bar")).hasCount(0);
        assertThat(viewer.greyAt(line())).doesNotContain(-1);
    }

    @Test
    void onAPhoneTheMenusOpenOverThePicture(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.onPhone();
        ViewerPage viewer = viewer(visit, clinic);

        viewer.button("More tools").tap();
        viewer.button("Enhance the picture").tap();
        item(visit, "[data-filter=sharpen]").tap();
        viewer.waitUntil("state => state.enhancement.filter === 'sharpen'");
        Screen.assertNothingIsOutside(visit);
        visit.picture("enhance-phone");
        viewer.press("Escape");

        viewer.button("More tools").tap();
        viewer.button("Colours").tap();
        item(visit, "[data-palette=rainbow]").tap();
        viewer.waitUntil("state => state.enhancement.palette === 'rainbow'");
        Screen.assertNothingIsOutside(visit);
        visit.picture("palette-phone");
    }

    /** On the canvas, once it was drawn. */
    private static List<Integer> greys(ViewerPage viewer) {
        viewer.element().evaluate("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
        return viewer.greyAt(line());
    }
}
