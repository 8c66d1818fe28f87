package org.hospitalviewer.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse.DownOptions;
import com.microsoft.playwright.Mouse.UpOptions;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.MouseButton;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.peers.Await;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys, mouse, magnifier and screen as the reader likes them. */
@BrowserTest
class ViewerSettingsIT {

    private static final String KEPT = "/api/preferences/viewer.settings";

    @TempDir
    private Path folder;

    private static ViewerPage viewer(Visit visit, Clinic clinic) {
        clinic.withPhantom().admit(visit);
        return ViewerPage.open(visit, clinic, Phantom.studyInstanceUid());
    }

    private static Locator in(Visit visit, String selector) {
        return visit.page().locator("dicom-viewer " + selector);
    }

    private static WebCaller reader(Clinic clinic) {
        return WebCaller.stranger(clinic.appliance().httpPort()).as(FreshHome.ADMIN, FreshHome.PASSWORD);
    }

    /** The tests share the reader. */
    @AfterEach
    void leaveTheSettingsAsTheyCame(Clinic clinic) throws Exception {
        reader(clinic).send("DELETE", KEPT, BodyPublishers.noBody());
    }

    private static Locator key(Visit visit, String command) {
        return in(visit, "[data-command='" + command + "'] [data-do=change]");
    }

    @Test
    void aKeyIsChangedByPressingAnotherAndKeptForTheReader(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.atKeepingDesk();
        TinyStudy study = TinyStudy.of("Key^Changed").modality("CT");
        clinic.receives(study.writeInto(folder));
        clinic.admit(visit);
        ViewerPage viewer = ViewerPage.open(visit, clinic, study.studyInstanceUid());
        viewer.button("Settings").click();
        Accessibility.assertNothingSerious(visit);

        key(visit, "tool.zoom").click();
        viewer.press("Escape");
        assertThat(in(visit, "dialog.settings")).isVisible();
        key(visit, "tool.zoom").click();
        viewer.press("l");
        assertThat(in(visit, ".key-question")).containsText("L is the key of “Length”.");
        visit.picture("settings-conflict-desk");
        in(visit, "[data-do=take]").click();
        assertThat(key(visit, "tool.zoom").locator("kbd")).hasText("L");
        assertThat(key(visit, "tool.length")).containsText("none");
        chooseAtOnce(visit, Map.of("right", "window", "wheel", "zoom"));
        in(visit, "[name=inverted]").check();
        in(visit, "[name=layout-CT]").selectOption("1x2");
        Await.until("the settings are kept", Duration.ofSeconds(20), () ->
                WebCaller.text(reader(clinic).get(KEPT)).contains("\"1x2\""));

        visit.page().reload();
        ViewerPage.shownTo(visit).waitUntil("state => state.layout === '1x2'");
        viewer.press("l");
        viewer.waitUntil("state => state.tool === 'zoom'");
        viewer.press("z");
        assertThat(viewer.state("state => state.tool")).isEqualTo("zoom");
        assertThat(viewer.button("Zoom")).hasAttribute("title", "Zoom (L)");

        viewer.element().evaluate("viewer => viewer.setAttribute('layout', '1x1')");
        viewer.waitUntil("state => state.layout === '1x1'");
        viewer.settle();
        BoundingBox box = viewer.picture();
        double scale = viewer.number("scale");
        visit.page().mouse().move(box.x + 200, box.y + 200);
        // Away from the hand, which would enlarge it if it did not turn the other way round.
        visit.page().mouse().wheel(0, -100);
        viewer.waitUntil("state => state.scale < " + scale);
        double width = viewer.number("windowWidth");
        visit.page().mouse().down(new DownOptions().setButton(MouseButton.RIGHT));
        visit.page().mouse().move(box.x + 260, box.y + 200);
        visit.page().mouse().up(new UpOptions().setButton(MouseButton.RIGHT));
        viewer.waitUntil("state => state.windowWidth > " + width);

        viewer.press("?");
        Locator zoom = in(visit, "dialog dl div").filter(new Locator.FilterOptions().setHasText("Zoom")).first();
        assertThat(zoom.locator("kbd")).hasText("L");
        visit.picture("help-changed-desk");
        in(visit, "[data-do=settings]").click();
        in(visit, "[data-do=reset-all]").click();
        assertThat(key(visit, "tool.zoom").locator("kbd")).hasText("Z");
        viewer.press("Escape");
        viewer.press("l");
        viewer.waitUntil("state => state.tool === 'length'");
    }

    /** Before the dialog is drawn again. */
    private static void chooseAtOnce(Visit visit, Map<String, String> choices) {
        in(visit, "dialog.settings").evaluate("""
                (dialog, choices) => {
                  for (const [name, value] of Object.entries(choices)) {
                    const select = dialog.querySelector(`[name=${name}]`);
                    select.value = value;
                    select.dispatchEvent(new Event('change', {bubbles: true}));
                  }
                }""", choices);
    }

    @Test
    void whatWasKeptByAnotherVersionOrByNobodyIsHarmless(Visitors visitors, Clinic clinic) throws Exception {
        String kept = """
                {"version": 7, "keys": {"tool.zoom": ["ESCAPE", 3]}, "mouse": 4, "magnification": "huge",
                 "layouts": {"CT": "40x40"}}""";
        reader(clinic).send("PUT", KEPT, BodyPublishers.ofString(kept), "Content-Type", "application/json");
        Visit visit = visitors.atKeepingDesk();
        ViewerPage viewer = viewer(visit, clinic);
        viewer.press("w");
        viewer.waitUntil("state => state.tool === 'window' && state.layout === '1x1'");
        viewer.button("Settings").click();
        assertThat(in(visit, "[name=magnification]")).hasValue("2");
        assertThat(in(visit, "dialog .outcome")).containsText("are kept for you");
    }

    @Test
    void theMagnifierShowsThePixelsBelowTheMouse(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.atDesk();
        ViewerPage viewer = viewer(visit, clinic);
        Locator glass = in(visit, ".magnifier");
        viewer.press("x");
        viewer.moveTo(256.5, 240.5);
        assertThat(glass).isHidden();

        visit.page().keyboard().down(".");
        assertThat(glass).isVisible();
        // Twice as large: what is 20 pixels from the middle of the glass is 10 from the mouse.
        assertThat(inGlass(glass, 0, 0)).isEqualTo(viewer.greyAt(List.of(List.of(256, 240))).getFirst());
        visit.picture("magnifier-desk");
        Phantom slice = Phantom.slice((String) viewer.state("state => state.sopInstanceUID"));
        for (int[] way : new int[][] {{-10, 4}, {12, -20}, {30, 30}}) {
            double expected = slice.grey(256 + way[0], 240 + way[1], 40, 80);
            assertThat((double) inGlass(glass, 2 * way[0], 2 * way[1])).isCloseTo(expected, within(3.0));
        }
        viewer.moveTo(330.5, 180.5);
        visit.page().waitForFunction("() => new Promise(requestAnimationFrame)");
        visit.page().keyboard().up(".");
        assertThat(glass).isHidden();

        viewer.button("Magnifier").click();
        BoundingBox box = viewer.picture();
        visit.page().mouse().move(box.x + 300, box.y + 300);
        assertThat(glass).isHidden();
        visit.page().mouse().down();
        assertThat(glass).isVisible();
        double window = viewer.number("windowWidth");
        visit.page().mouse().move(box.x + 340, box.y + 320);
        visit.page().mouse().up();
        assertThat(glass).isHidden();
        assertThat(viewer.number("windowWidth")).isEqualTo(window);
    }

    /** Grey in the glass, away from its middle. */
    private static int inGlass(Locator glass, int right, int down) {
        return (int) glass.evaluate("""
                (glass, [right, down]) => {
                  const canvas = glass.querySelector('canvas');
                  const [x, y] = [canvas.width / 2 + right, canvas.height / 2 + down];
                  return canvas.getContext('2d').getImageData(x, y, 1, 1).data[0];
                }""", List.of(right, down));
    }

    @Test
    void aFittedPictureStaysFittedAndAZoomedOneKeepsItsZoomAndItsMiddle(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.atDesk();
        ViewerPage viewer = viewer(visit, clinic);
        BoundingBox wide = viewer.picture();
        viewer.press("y");
        viewer.waitUntil("state => viewer.shadowRoot.querySelector('.viewport canvas').clientWidth < " + wide.width);
        BoundingBox narrow = viewer.picture();
        assertThat(viewer.number("scale")).isCloseTo(Math.min(narrow.width, narrow.height) / 512, within(0.01));

        viewer.zoomOnto(300, 200, 3);
        double scale = viewer.number("scale");
        List<Double> middle = middle(viewer);
        viewer.press("y");
        viewer.waitUntil("state => viewer.shadowRoot.querySelector('.viewport canvas').clientWidth > " + narrow.width);
        assertThat(viewer.number("scale")).isEqualTo(scale);
        assertThat(middle(viewer).get(0)).isCloseTo(middle.get(0), within(0.2));
        assertThat(middle(viewer).get(1)).isCloseTo(middle.get(1), within(0.2));

        viewer.press("F11");
        visit.page().waitForFunction("() => document.fullscreenElement?.localName === 'dicom-viewer'");
        assertThat(viewer.button("Leave the full screen")).isVisible();
        viewer.button("Leave the full screen").click();
        visit.page().waitForFunction("() => document.fullscreenElement === null");
        assertThat(viewer.number("scale")).isEqualTo(scale);
    }

    /** Place of the image in the middle of its room. */
    @SuppressWarnings("unchecked")
    private static List<Double> middle(ViewerPage viewer) {
        return ((List<Number>) viewer.element().evaluate("""
                viewer => {
                  const {clientWidth, clientHeight} = viewer.shadowRoot.querySelector('.viewport canvas');
                  const {x, y} = viewer.state.canvasToPixel({x: clientWidth / 2, y: clientHeight / 2});
                  return [x, y];
                }""")).stream().map(Number::doubleValue).toList();
    }

    @Test
    void onAPhoneTheGlassStandsAboveTheFingerAndSettingsHaveRoom(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.onPhone();
        ViewerPage viewer = viewer(visit, clinic);
        viewer.button("More tools").tap();
        viewer.button("Magnifier").tap();
        viewer.waitUntil("state => state.tool === 'magnify'");
        visit.page().evaluate("""
                () => {
                  const glass = document.querySelector('dicom-viewer').shadowRoot.querySelector('.magnifier');
                  window.glasses = [];
                  new MutationObserver(() => window.glasses.push(glass.getBoundingClientRect().bottom))
                    .observe(glass, {attributes: true});
                }""");
        int slice = viewer.slice();
        BoundingBox box = viewer.picture();
        viewer.swipe(visit, 40, 60);
        @SuppressWarnings("unchecked")
        List<Number> bottoms = (List<Number>) visit.page().evaluate("window.glasses.filter(bottom => bottom > 0)");
        assertThat(bottoms).isNotEmpty().allSatisfy(bottom ->
                assertThat(bottom.doubleValue()).isLessThan(box.y + box.height / 2 + 60));
        assertThat(in(visit, ".magnifier")).isHidden();
        assertThat(viewer.slice()).isEqualTo(slice);

        viewer.button("More tools").tap();
        viewer.button("Settings").tap();
        assertThat(in(visit, "dialog.settings")).isVisible();
        Screen.assertNothingIsOutside(visit);
        Accessibility.assertNothingSerious(visit);
        visit.picture("settings-phone");
        Visit enlarged = visitors.atEnlargedDesk();
        ViewerPage large = viewer(enlarged, clinic);
        if (large.button("More tools").isVisible()) {
            large.button("More tools").click();
        }
        large.button("Settings").click();
        Screen.assertNothingIsOutside(enlarged);
        enlarged.picture("settings-enlarged");
    }
}
