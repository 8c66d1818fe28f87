package org.hospitalviewer.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.BoundingBox;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reading the phantom with the mouse and the keyboard. */
@BrowserTest
class ViewerIT {

    private static Visit reader(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.atDesk();
        clinic.withPhantom().admit(visit);
        return visit;
    }

    private static WorklistPage narrowedWorklist(Visit visit, Clinic clinic) {
        WorklistPage worklist = WorklistPage.enter(visit, clinic.withPhantom());
        worklist.filterId("PLASTIC");
        assertThat(worklist.studiesOfOthers("HEAD")).hasCount(0);
        return worklist;
    }

    private static ViewerPage openFromWorklist(Visit visit, Clinic clinic) {
        WorklistPage worklist = narrowedWorklist(visit, clinic);
        return worklist.click(worklist.phantom());
    }

    private static ViewerPage viewer(Visitors visitors, Clinic clinic) {
        return ViewerPage.open(reader(visitors, clinic), clinic, Phantom.studyInstanceUid());
    }

    @Test
    void openingAStudyAsksForItsSeriesOnceAndGivesUpNothing(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.atDesk();
        WorklistPage worklist = narrowedWorklist(visit, clinic);
        List<String> asked = Collections.synchronizedList(new ArrayList<>());
        List<String> givenUp = Collections.synchronizedList(new ArrayList<>());
        visit.page().onRequest(request -> asked.add(request.url()));
        visit.page().onRequestFailed((Request request) -> givenUp.add(request.url()));

        ViewerPage viewer = worklist.click(worklist.phantom());
        viewer.waitUntil("state => state.requestedCount === 40");

        assertThat(asked).filteredOn(url -> url.contains("/series?")).hasSize(1);
        assertThat(asked).filteredOn(url -> url.endsWith("/metadata")).hasSize(1);
        assertThat(givenUp).filteredOn(url -> url.contains("/dicom-web/")).isEmpty();
    }

    @Test
    void theWheelScrollsThroughTheSlicesInOrderAndStopsAtTheEnds(Visitors visitors, Clinic clinic) {
        ViewerPage viewer = viewer(visitors, clinic);
        List<String> feetToHead = Phantom.fromFeetToHead();
        int middle = viewer.slice();
        String shown = (String) viewer.state("state => state.sopInstanceUID");

        viewer.wheel(3);
        viewer.waitForSlice(middle + 3);
        String later = (String) viewer.state("state => state.sopInstanceUID");
        assertThat(Math.abs(feetToHead.indexOf(later) - feetToHead.indexOf(shown))).isEqualTo(3);

        viewer.wheel(-5);
        viewer.waitForSlice(middle - 2);

        viewer.press("End");
        viewer.waitForSlice(39);
        viewer.wheel(2);
        viewer.press("Home");
        viewer.waitForSlice(0);
    }

    @Test
    void draggingChangesTheWindowAndAPresetSetsIt(Visitors visitors, Clinic clinic) {
        ViewerPage viewer = viewer(visitors, clinic);
        assertThat(viewer.number("windowCenter")).isEqualTo(40);
        assertThat(viewer.number("windowWidth")).isEqualTo(80);

        viewer.drag(100, 0);
        assertThat(viewer.number("windowWidth")).isGreaterThan(80);
        assertThat(viewer.number("windowCenter")).isEqualTo(40);

        viewer.drag(0, 60);
        assertThat(viewer.number("windowCenter")).isGreaterThan(40);

        viewer.button("Window presets").click();
        viewer.menuEntry("Bone").click();
        viewer.waitUntil("state => state.windowWidth === 2800 && state.windowCenter === 600");
        assertThat(viewer.overlay()).containsText("W 2800 L 600");
    }

    @Test
    void keysAndToolsZoomAndResetTakesItBack(Visitors visitors, Clinic clinic) {
        ViewerPage viewer = viewer(visitors, clinic);
        double fitted = viewer.number("scale");

        viewer.press("+");
        assertThat(viewer.number("scale")).isCloseTo(fitted * 1.15, within(1e-6));

        viewer.press("z");
        viewer.drag(0, -120);
        assertThat(viewer.number("scale")).isNotCloseTo(fitted * 1.15, within(0.05));

        viewer.press("r");
        assertThat(viewer.number("scale")).isCloseTo(fitted, within(1e-6));
    }

    @Test
    void theCanvasCarriesTheValuesOfTheFileAfterTheWindow(Visitors visitors, Clinic clinic) {
        ViewerPage viewer = viewer(visitors, clinic);
        viewer.press("x");
        assertThat(viewer.number("scale")).isEqualTo(1);
        assertPixelsFollowTheFile(viewer);

        viewer.wheel(4);
        viewer.waitForSlice(24);
        assertPixelsFollowTheFile(viewer);

        viewer.button("Window presets").click();
        viewer.menuEntry("Abdomen").click();
        viewer.waitUntil("state => state.windowWidth === 400");
        assertPixelsFollowTheFile(viewer);

        viewer.drag(37, -21);
        assertThat(viewer.number("windowWidth")).isNotEqualTo(400);
        assertPixelsFollowTheFile(viewer);
    }

    @Test
    void theEdgeOfTheCubeMeasures20Millimetres(Visitors visitors, Clinic clinic) {
        ViewerPage viewer = viewer(visitors, clinic);
        viewer.wheel(8);
        viewer.waitForSlice(28);
        Phantom slice = Phantom.slice((String) viewer.state("state => state.sopInstanceUID"));
        CubeEdges edges = CubeEdges.of(slice);
        viewer.zoomOnto(edges.middle(), CubeEdges.ROW + 0.5, 14);
        viewer.listenForMeasurements();

        viewer.press("l");
        viewer.drawLine(edges.left(), CubeEdges.ROW + 0.5, edges.right(), CubeEdges.ROW + 0.5);

        var measured = viewer.heardMeasurement(1);
        assertThat(measured).containsEntry("kind", "length").containsEntry("unit", "mm")
                .containsEntry("sopInstanceUID", viewer.state("state => state.sopInstanceUID"));
        assertThat(((Number) measured.get("value")).doubleValue()).as("edge of the cube, mm")
                .isCloseTo(CubeEdges.EDGE_MM, within(0.1));
        assertThat(viewer.number("measurements.length")).isEqualTo(1);
        assertThat(viewer.number("measurements[0].value")).isCloseTo(CubeEdges.EDGE_MM, within(0.1));
    }

    @Test
    void aMeasurementStaysWithItsSlice(Visitors visitors, Clinic clinic) {
        ViewerPage viewer = viewer(visitors, clinic);
        viewer.listenForMeasurements();
        viewer.press("l");
        viewer.drawLine(100, 100, 200, 100);
        viewer.heardMeasurement(1);
        String slice = (String) viewer.state("state => state.sopInstanceUID");

        viewer.wheel(1);
        viewer.waitForSlice(21);

        assertThat(viewer.state("state => state.measurements[0].sopInstanceUID")).isEqualTo(slice);
        assertThat(viewer.state("state => state.sopInstanceUID")).isNotEqualTo(slice);
    }

    @Test
    void anAngleIsDrawnWithThreePoints(Visitors visitors, Clinic clinic) {
        ViewerPage viewer = viewer(visitors, clinic);
        viewer.listenForMeasurements();

        viewer.press("a");
        viewer.drawLine(150, 150, 250, 150);
        viewer.moveTo(220, 220);
        viewer.clickAt(250, 250);

        var measured = viewer.heardMeasurement(1);
        assertThat(measured).containsEntry("kind", "angle").containsEntry("unit", "deg");
        assertThat(((Number) measured.get("value")).doubleValue()).isCloseTo(90, within(0.6));
    }

    @Test
    void theWayBackLeadsToTheWorklistAsItWas(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.atDesk();
        ViewerPage viewer = openFromWorklist(visit, clinic);

        WorklistPage worklist = viewer.back(visit);

        assertThat(worklist.id()).hasValue("PLASTIC");
        assertThat(worklist.phantom()).isVisible();
        assertThat(worklist.studiesOfOthers("HEAD")).hasCount(0);
    }

    @Test
    void theBrowsersWayBackLeadsToTheWorklistToo(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.atDesk();
        openFromWorklist(visit, clinic);

        visit.page().goBack();

        assertThat(WorklistPage.shownTo(visit).phantom()).isVisible();
    }

    @Test
    void onAPhoneAFingerScrollsAndNothingIsOutsideTheWindow(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.onPhone();
        WorklistPage worklist = narrowedWorklist(visit, clinic);
        assertThat(worklist.phantom()).isVisible();
        Screen.assertNothingIsOutside(visit);
        visit.picture("worklist-phone");

        ViewerPage viewer = worklist.tap(worklist.phantom());
        int before = viewer.slice();
        viewer.swipe(visit, 0, 90);

        viewer.waitUntil("state => state.sliceIndex > " + before);
        Screen.assertNothingIsOutside(visit);
        BoundingBox picture = viewer.picture();
        assertThat(picture.height).as("share of the picture").isGreaterThan(844 * 0.7);
        visit.picture("viewer-phone");
    }

    /** A grid over the whole image, 4,096 places. */
    private static void assertPixelsFollowTheFile(ViewerPage viewer) {
        Phantom slice = Phantom.slice((String) viewer.state("state => state.sopInstanceUID"));
        double center = viewer.number("windowCenter");
        double width = viewer.number("windowWidth");
        List<List<Integer>> places = new ArrayList<>();
        for (int row = 3; row < slice.rows(); row += 8) {
            for (int column = 5; column < slice.columns(); column += 8) {
                places.add(List.of(column, row));
            }
        }
        List<Integer> shown = viewer.greyAt(places);
        List<String> wrong = new ArrayList<>();
        int distinct = (int) shown.stream().distinct().count();
        for (int index = 0; index < places.size(); index++) {
            List<Integer> place = places.get(index);
            double expected = slice.grey(place.getFirst(), place.getLast(), center, width);
            if (Math.abs(shown.get(index) - expected) > 1) {
                wrong.add("%s: %d instead of %.1f".formatted(place, shown.get(index), expected));
            }
        }
        assertThat(wrong).as("pixels that differ").isEmpty();
        assertThat(distinct).as("different greys, or else the places prove little").isGreaterThan(10);
    }
}
