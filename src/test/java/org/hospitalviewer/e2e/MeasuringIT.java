package org.hospitalviewer.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.peers.Await;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Measuring and marking with the mouse, the keyboard and a finger; values are those that the server has. */
@BrowserTest
class MeasuringIT {

    /** What is shown has one decimal of millimetres and three or more digits of values. */
    private static final double SHOWN = 1e-6;

    @TempDir
    private Path folder;

    private static double[] at(double x, double y) {
        return new double[] {x, y};
    }

    private static double[][] outline() {
        double[][] outline = new double[24][];
        for (int step = 0; step < outline.length; step++) {
            double turn = 2 * Math.PI * step / outline.length;
            outline[step] = at(66 + 9 * Math.cos(turn), 46 + 8 * Math.sin(turn) * Math.cos(turn / 9));
        }
        return outline;
    }

    private TinyStudy tiny(Clinic clinic, Visit visit) {
        TinyStudy study = TinyStudy.of("Measured^Here");
        clinic.receives(study.writeInto(folder));
        clinic.admit(visit);
        return study;
    }

    @Test
    void everyValueIsThatOfPydicomAndNumpy(Visitors visitors, Clinic clinic) {
        List<MeasuringPhantoms> phantoms = MeasuringPhantoms.writeInto(folder);
        clinic.receives(phantoms.stream().map(MeasuringPhantoms::file).toArray(Path[]::new));
        Visit visit = visitors.atKeepingDesk();
        clinic.admit(visit);
        String study = phantoms.getFirst().studyInstanceUid();
        ViewerPage viewer = ViewerPage.open(visit, clinic, study);
        MeasuringPage hand = new MeasuringPage(visit, viewer);
        for (MeasuringPhantoms phantom : phantoms) {
            viewer.goTo(study, phantom.seriesInstanceUid());
            drawEverything(viewer, hand);
        }
        hand.awaitSaved();
        visit.picture("measuring-desk");
        List<JsonNode> saved = MeasuringPage.saved(clinic, study);
        assertThat(saved).hasSize(9 * phantoms.size());
        for (MeasuringPhantoms phantom : phantoms) {
            assertSame(phantom, saved.stream().filter(each ->
                    each.get("seriesInstanceUid").asString().equals(phantom.seriesInstanceUid())).toList());
        }
    }

    private static void drawEverything(ViewerPage viewer, MeasuringPage hand) {
        viewer.press("l");
        hand.drag(at(22.3, 4.2), at(48.7, 9.1));
        viewer.press("e");
        hand.drag(at(5.2, 14.3), at(31.8, 30.6));
        hand.choose("rectangle");
        hand.drag(at(12.4, 36.2), at(40.9, 55.3));
        viewer.press("d");
        hand.drag(outline());
        viewer.press("v");
        hand.click(at(50.4, 12.7));
        viewer.press("a");
        hand.drag(at(36.2, 14.4), at(44.8, 30.1));
        hand.click(at(36.7, 33.3));
        hand.choose("cobb");
        hand.drag(at(55.3, 3.4), at(75.1, 6.2));
        hand.drag(at(55.8, 14.9), at(75.6, 10.3));
        viewer.press("b");
        hand.drag(at(52.2, 20.3), at(70.4, 30.1));
        viewer.press("w");
        hand.awaitCount(8);
        viewer.press("l");
        hand.click(at(46.4, 50.2));
        hand.click(at(52.1, 57.9));
        hand.awaitCount(9);
    }

    private static void assertSame(MeasuringPhantoms phantom, List<JsonNode> saved) {
        List<JsonNode> expected = phantom.measured(saved);
        Set<String> units = new TreeSet<>();
        for (int index = 0; index < saved.size(); index++) {
            String type = phantom.name() + " " + saved.get(index).get("type").asString();
            List<JsonNode> values = saved.get(index).get("data").get("values").valueStream().toList();
            assertThat(values).as(type).extracting(value -> value.get("name").asString())
                    .containsExactlyInAnyOrderElementsOf(expected.get(index).propertyNames());
            for (JsonNode value : values) {
                JsonNode reference = expected.get(index).get(value.get("name").asString());
                String what = type + " " + value.get("name").asString();
                double exact = reference.get(0).asDouble();
                assertThat(value.get("value").asDouble()).as(what).isCloseTo(exact, within(SHOWN * Math.max(1, Math.abs(exact))));
                assertThat(value.get("unit").asString()).as(what).isEqualTo(reference.get(1).asString());
                units.add(value.get("unit").asString());
            }
        }
        assertThat(units).as(phantom.name()).hasSizeGreaterThan(2);
    }

    @Test
    void whatIsDrawnMovedAndErasedIsUndoneAndDoneAgainOnTheServerToo(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.atKeepingDesk();
        TinyStudy study = tiny(clinic, visit);
        ViewerPage viewer = ViewerPage.open(visit, clinic, study.studyInstanceUid());
        MeasuringPage hand = new MeasuringPage(visit, viewer);
        viewer.press("l");
        hand.drag(at(2, 3), at(8, 3));
        hand.awaitCount(1);
        viewer.press("w");
        hand.drag(at(8, 3), at(12, 3));
        viewer.waitUntil("state => Math.abs(state.measurements[0].value - 10) < 0.1");
        hand.drag(at(5, 3), at(5, 9));
        viewer.waitUntil("state => Math.abs(state.measurements[0].points[1].y - 9) < 0.1");
        hand.awaitSaved();
        assertThat(saved(clinic, study).getFirst().get("version").asInt()).isGreaterThan(1);
        assertThat(saved(clinic, study).getFirst().get("data").get("value").asDouble()).isCloseTo(10, within(0.1));

        viewer.press("Control+z");
        viewer.press("Control+z");
        viewer.waitUntil("state => Math.abs(state.measurements[0].value - 6) < 0.1");
        hand.awaitSaved();
        assertThat(saved(clinic, study).getFirst().get("data").get("value").asDouble()).isCloseTo(6, within(0.1));
        viewer.press("Control+z");
        hand.awaitCount(0);
        hand.awaitSaved();
        assertThat(saved(clinic, study)).isEmpty();
        viewer.press("Control+Shift+z");
        hand.awaitCount(1);
        hand.choose("eraser");
        hand.click(at(5, 3));
        hand.awaitCount(0);
        hand.chooseAction("undo");
        hand.awaitCount(1);
        hand.awaitSaved();
        assertThat(saved(clinic, study)).hasSize(1);
    }

    @Test
    void arrowsTextsAndKeyImagesAreSavedListedRenamedHiddenAndDeleted(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.atKeepingDesk();
        TinyStudy study = tiny(clinic, visit);
        ViewerPage viewer = ViewerPage.open(visit, clinic, study.studyInstanceUid());
        MeasuringPage hand = new MeasuringPage(visit, viewer);
        String hostile = "<img src=x onerror=alert(1)> \u0639\u0631\u0628\u064a";
        hand.choose("arrow");
        hand.drag(at(4, 4), at(9, 9));
        hand.answer(hostile);
        hand.choose("text");
        hand.click(at(12, 3));
        hand.answer("Here");
        viewer.press("t");
        hand.click(at(3, 12));
        assertThat(hand.question()).isVisible();
        viewer.press("Escape");
        assertThat(hand.question()).hasCount(0);
        hand.awaitCount(2);
        viewer.press("k");
        viewer.button("Measurements").click();

        assertThat(hand.row("Key image")).isVisible();
        assertThat(hand.row(hostile)).isVisible();
        assertThat(hand.panel().locator("img")).hasCount(0);
        visit.picture("measuring-panel-desk");
        Accessibility.assertNothingSerious(visit);
        hand.row("Here").locator("[aria-label='Rename Here']").click();
        hand.answer("There");
        hand.row("There").locator("[aria-label='Hide There']").click();
        assertThat(hand.row("There").locator("[aria-label='Show There']")).isVisible();
        hand.row("Key image").locator(".mark-main").press("Delete");
        assertThat(hand.row("Key image")).hasCount(0);
        hand.awaitSaved();
        assertThat(saved(clinic, study)).extracting(each -> each.get("data").get("label").asString())
                .containsExactly(hostile, "There");
    }

    @Test
    void aKnownLengthCalibratesTheImageAndWhatWasMeasuredOnIt(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.atKeepingDesk();
        TinyStudy study = tiny(clinic, visit);
        ViewerPage viewer = ViewerPage.open(visit, clinic, study.studyInstanceUid());
        MeasuringPage hand = new MeasuringPage(visit, viewer);
        viewer.press("l");
        hand.drag(at(2, 3), at(8, 3));
        hand.awaitCount(1);
        hand.choose("calibration");
        hand.drag(at(2, 10), at(12, 10));
        hand.question().locator("input").fill("a lot");
        visit.page().keyboard().press("Enter");
        assertThat(hand.question()).containsText("Give a length in millimetres");
        hand.answer("25,4");
        viewer.waitUntil("state => state.measurements[0].unit === 'mm calibrated'");
        assertThat(viewer.number("measurements[0].value")).isCloseTo(6 * 2.54, within(0.1));
        assertThat(viewer.overlay()).containsText("calibrated by hand");
        hand.awaitSaved();
        assertThat(saved(clinic, study)).extracting(each -> each.get("data").get("unit").asString())
                .containsExactlyInAnyOrder("mm calibrated", "mm");

        visit.page().reload();
        ViewerPage.shownTo(visit).waitUntil("state => state.measurements[0]?.unit === 'mm calibrated'");
        viewer.press("Control+z");
        assertThat(viewer.number("measurements.length")).as("nothing of an earlier visit is undone").isEqualTo(2);
    }

    @Test
    void aSeriesThatTellsItsMillimetresIsNotCalibrated(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.atKeepingDesk();
        clinic.withPhantom().admit(visit);
        ViewerPage viewer = ViewerPage.open(visit, clinic, Phantom.studyInstanceUid());
        MeasuringPage hand = new MeasuringPage(visit, viewer);
        hand.choose("calibration");
        hand.drag(at(100, 100), at(200, 100));
        assertThat(hand.note()).containsText("needs no calibration");
        assertThat(viewer.number("measurements.filter(each => each.kind === 'calibration').length")).isZero();
    }

    @Test
    void aPressInTheListLeadsToTheSlice(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.atKeepingDesk();
        clinic.withPhantom().admit(visit);
        ViewerPage viewer = ViewerPage.open(visit, clinic, Phantom.studyInstanceUid());
        MeasuringPage hand = new MeasuringPage(visit, viewer);
        viewer.wheel(5);
        viewer.waitForSlice(25);
        hand.choose("arrow");
        hand.drag(at(200, 200), at(260, 240));
        hand.answer("Slice twenty-six");
        viewer.press("y");
        viewer.press("Home");
        viewer.waitForSlice(0);

        hand.row("Slice twenty-six").locator(".mark-main").click();

        viewer.waitForSlice(25);
        assertThat(hand.row("Slice twenty-six")).containsText("Image 26");
    }

    @Test
    void aChangeThatCannotBeSavedIsSaidAndSavedLater(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.atKeepingDesk().expecting("/api/measurements|503|Failed to load");
        TinyStudy study = tiny(clinic, visit);
        ViewerPage viewer = ViewerPage.open(visit, clinic, study.studyInstanceUid());
        MeasuringPage hand = new MeasuringPage(visit, viewer);
        visit.page().route("**/api/measurements", route -> route.fulfill(new FulfillOptions().setStatus(503)));
        viewer.press("l");
        hand.drag(at(2, 3), at(8, 3));
        assertThat(hand.note()).containsText("not saved yet");
        assertThat(saved(clinic, study)).isEmpty();
        visit.page().unroute("**/api/measurements");
        hand.awaitSaved();
        assertThat(hand.note()).isHidden();
        assertThat(saved(clinic, study)).hasSize(1);
    }

    @Test
    void whoMayNotSaveDrawsAllTheSameAndIsTold(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.atKeepingDesk().expecting("/api/measurements|403");
        TinyStudy study = tiny(clinic, visit);
        ViewerPage viewer = ViewerPage.open(visit, clinic, study.studyInstanceUid());
        MeasuringPage hand = new MeasuringPage(visit, viewer);
        visit.page().route("**/api/measurements", route -> route.fulfill(new FulfillOptions().setStatus(403)));
        viewer.press("l");
        hand.drag(at(2, 3), at(8, 3));
        assertThat(hand.note()).containsText("what you draw stays on this screen");
        hand.awaitCount(1);
        assertThat(viewer.state("state => state.saving")).isEqualTo("local");
        assertThat(saved(clinic, study)).isEmpty();
    }

    @Test
    void ofTwoWhoMeasureEachSeesTheOtherAfterOpeningAndNobodyIsOverwritten(Visitors visitors, Clinic clinic) {
        Visit first = visitors.atKeepingDesk();
        TinyStudy study = tiny(clinic, first);
        ViewerPage one = ViewerPage.open(first, clinic, study.studyInstanceUid());
        MeasuringPage hand = new MeasuringPage(first, one);
        one.press("l");
        hand.drag(at(2, 3), at(8, 3));
        hand.awaitCount(1);
        hand.awaitSaved();
        Visit second = visitors.atKeepingDesk().expecting("409");
        clinic.admit(second);
        ViewerPage other = ViewerPage.open(second, clinic, study.studyInstanceUid());
        MeasuringPage otherHand = new MeasuringPage(second, other);
        otherHand.awaitCount(1);
        other.press("y");
        assertThat(otherHand.row("Length")).containsText("admin");
        one.press("w");
        hand.drag(at(8, 3), at(12, 3));
        one.waitUntil("state => state.measurements[0].value > 9");
        hand.awaitSaved();
        otherHand.drag(at(2, 3), at(2, 9));
        assertThat(otherHand.note()).containsText("has changed this measurement meanwhile");
        other.waitUntil("state => Math.abs(state.measurements[0].value - 10) < 0.1");
        assertThat(saved(clinic, study).getFirst().get("data").get("value").asDouble()).isCloseTo(10, within(0.1));
    }

    @Test
    void onAPhoneAFingerDrawsTwoFingersZoomAndTheListIsASheet(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.onKeepingPhone();
        TinyStudy study = tiny(clinic, visit);
        ViewerPage viewer = ViewerPage.open(visit, clinic, study.studyInstanceUid());
        MeasuringPage hand = new MeasuringPage(visit, viewer);
        hand.choose("ellipse");
        hand.swipe(at(2, 2), at(9, 8));
        hand.awaitCount(1);
        double scale = viewer.number("scale");
        hand.pinch(at(3, 12), at(13, 12), -8);
        viewer.waitUntil("state => state.scale < " + scale * 0.9);
        assertThat(viewer.number("measurements.length")).as("two fingers draw nothing").isEqualTo(1);
        viewer.button("More tools").click();
        viewer.button("Measurements").click();
        hand.row("Ellipse").locator(".mark-main").tap();
        Screen.assertNothingIsOutside(visit);
        BoundingBox sheet = hand.panel().boundingBox();
        assertThat(sheet.width).isEqualTo(390);
        visit.picture("measuring-sheet-phone");
        hand.awaitSaved();
        JsonNode data = saved(clinic, study).getFirst().get("data");
        assertThat(data.get("value").asDouble()).isCloseTo(Math.PI / 4 * 7 * 6, within(0.5));
        assertThat(data.get("unit").asString()).isEqualTo("px2");
    }

    @Test
    void theWindowTheLayoutAndTheToolAreAsTheyWereLeft(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.atKeepingDesk();
        TinyStudy study = tiny(clinic, visit);
        ViewerPage viewer = ViewerPage.open(visit, clinic, study.studyInstanceUid());
        viewer.press("w");
        viewer.drag(60, 30);
        double width = viewer.number("windowWidth");
        viewer.press("g");
        visit.page().getByRole(AriaRole.MENUITEMRADIO, new GetByRoleOptions().setName("1 × 2")).click();
        viewer.press("s");
        Await.until("the habits are kept", Duration.ofSeconds(20), () ->
                kept(clinic, "viewer.tools").contains("scroll")
                        && kept(clinic, "viewer.study." + study.studyInstanceUid()).contains("1x2"));

        visit.page().reload();

        ViewerPage.shownTo(visit).waitUntil("state => state.windowWidth === " + width
                + " && state.layout === '1x2' && state.tool === 'scroll'");
    }

    private static String kept(Clinic clinic, String key) throws IOException {
        return WebCaller.text(WebCaller.stranger(clinic.appliance().httpPort())
                .as(FreshHome.ADMIN, FreshHome.PASSWORD).get("/api/preferences/" + key));
    }

    private static List<JsonNode> saved(Clinic clinic, TinyStudy study) {
        return new ArrayList<>(MeasuringPage.saved(clinic, study.studyInstanceUid()));
    }
}
