package org.hospitalviewer.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.file.Path;
import org.hospitalviewer.e2e.CrossedStudy.Slices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several cells at once: how they are filled, and what they do together. */
@BrowserTest
class LayoutIT {

    private static final Slices TRANSVERSE = CrossedStudy.TRANSVERSE;
    private static final Slices SAGITTAL = CrossedStudy.SAGITTAL;
    private static final Slices TILTED = CrossedStudy.TILTED;
    private static final Slices THICK = CrossedStudy.THICK;
    private static final Slices ELSEWHERE = CrossedStudy.ELSEWHERE;
    /** Slice of the transverse series through the middle of the ball. */
    private static final int BALL_SLICE = 14;

    private static CrossedStudy study;

    @TempDir
    private Path folder;

    @BeforeEach
    void sendTheStudyOnce(Clinic clinic) throws Exception {
        if (study == null) {
            CrossedStudy crossed = new CrossedStudy().writeInto(folder);
            clinic.receives(folder);
            study = crossed;
        }
    }

    private static CellsPage cells(Visit visit, Clinic clinic) {
        clinic.admit(visit);
        return CellsPage.of(visit, ViewerPage.open(visit, clinic, study.studyInstanceUid()));
    }

    @Test
    void aLayoutFillsWithTheNextSeriesAndGivesUpTheOthersAgain(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.atDesk();
        CellsPage cells = cells(visit, clinic);

        cells.choose("2x2");

        assertThat(cells.seriesIn(0)).isEqualTo(study.uidOf(TRANSVERSE));
        assertThat(cells.seriesIn(1)).isEqualTo(study.uidOf(SAGITTAL));
        assertThat(cells.seriesIn(2)).isEqualTo(study.uidOf(TILTED));
        assertThat(cells.seriesIn(3)).isEqualTo(study.uidOf(THICK));
        BoundingBox first = cells.box(0);
        BoundingBox last = cells.box(3);
        assertThat(last.x).isGreaterThan(first.x + first.width - 1);
        assertThat(last.y).isGreaterThan(first.y + first.height - 1);
        visit.picture("viewer-layout-2x2-desk");

        cells.choose("3x3");
        assertThat(cells.seriesIn(4)).isEqualTo(study.uidOf(ELSEWHERE));
        assertThat(cells.cell(5)).containsText("Choose a series for this place.");
        visit.picture("viewer-layout-3x3-desk");

        cells.choose("1x1");
        assertThat(visit.page().locator("dicom-viewer .viewport canvas")).hasCount(1);
        assertThat(cells.seriesIn(0)).isEqualTo(study.uidOf(TRANSVERSE));
        theAttributeArrangesTheCellsAndKeysChooseAmongThem(cells);
    }

    private static void theAttributeArrangesTheCellsAndKeysChooseAmongThem(CellsPage cells) {
        cells.viewer().element().evaluate("viewer => viewer.setAttribute('layout', '1x3')");
        cells.settled();
        assertThat(cells.viewer().state("state => state.layout")).isEqualTo("1x3");

        cells.viewer().press("n");
        int before = cells.slice(1);
        cells.viewer().press("ArrowDown");
        cells.waitForSlice(1, before + 1);
        assertThat(cells.cell(1)).hasClass("cell active");

        cells.viewer().press("g");
        assertThat(cells.tile("1x3")).isFocused();
        cells.viewer().press("ArrowRight");
        cells.viewer().press("Enter");
        cells.viewer().waitUntil("state => state.layout === '2x2'");
    }

    @Test
    void aSeriesIsDraggedIntoACellOrChosenForTheActiveOne(Visitors visitors, Clinic clinic) {
        CellsPage cells = cells(visitors.atDesk(), clinic).choose("1x2");

        cells.dragSeries(study.uidOf(THICK), 1);
        cells.awaitSeries(1, study.uidOf(THICK));
        assertThat(cells.seriesIn(0)).isEqualTo(study.uidOf(TRANSVERSE));

        cells.activate(0);
        cells.series(study.uidOf(TILTED)).click();
        cells.awaitSeries(0, study.uidOf(TILTED));

        cells.activate(1);
        cells.series(study.uidOf(SAGITTAL)).press("Enter");
        cells.awaitSeries(1, study.uidOf(SAGITTAL));

        cells.dragSeries(study.uidOf(THICK), 1);
        cells.awaitSeries(1, study.uidOf(THICK));
        aDoubleClickGivesOneCellAllTheRoomAndItsMeasurementsStay(cells.settled());
    }

    private static void aDoubleClickGivesOneCellAllTheRoomAndItsMeasurementsStay(CellsPage cells) {
        ViewerPage viewer = cells.viewer();
        viewer.listenForMeasurements();
        cells.click(1, 70, 20);
        viewer.press("l");
        cells.dragIn(1, 60, 0);
        viewer.heardMeasurement(1);
        double length = viewer.number("measurements[0].value");
        double small = cells.number(1, "scale");

        viewer.press("w");
        cells.doubleClick(1, 70, 20);
        viewer.waitUntil("state => state.isMaximised && state.cells[1].scale > " + small * 1.2);
        assertThat(cells.cell(0)).isHidden();

        cells.doubleClick(1, 70, 20);
        viewer.waitUntil("state => !state.isMaximised && Math.abs(state.cells[1].scale / " + small + " - 1) < 0.01");
        assertThat(cells.cell(0)).isVisible();

        cells.choose("1x1");
        assertThat(cells.seriesIn(0)).isEqualTo(study.uidOf(THICK));
        assertThat(viewer.number("measurements[0].value")).isEqualTo(length);
    }

    @Test
    void cellsAreScrolledAloneOrTogether(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.atDesk();
        CellsPage cells = cells(visit, clinic).choose("2x2");
        theWheelTurnsTheCellBelowItAndWithControlMakesItLarger(cells, visit);
        linkedCellsShowTheSamePlaceAtTheSameSizeInMillimetres(cells);
        linkedCellsScrollByPositionAndSayWhenTheyCannot(cells, visit);
        linkedWindowsAreThoseOfOneModality(cells);
    }

    private static void theWheelTurnsTheCellBelowItAndWithControlMakesItLarger(CellsPage cells, Visit visit) {
        int first = cells.slice(0);
        int second = cells.slice(1);

        cells.wheel(1, 2);
        cells.waitForSlice(1, second + 2);
        assertThat(cells.slice(0)).isEqualTo(first);
        assertThat(cells.viewer().state("state => state.cells[0].isActive")).isEqualTo(true);

        double scale = cells.number(1, "scale");
        double[] at = cells.onScreen(1, 20, 30);
        visit.page().keyboard().down("Control");
        visit.page().mouse().move(at[0], at[1]);
        visit.page().mouse().wheel(0, -200);
        visit.page().keyboard().up("Control");
        cells.viewer().waitUntil("state => state.cells[1].scale > " + scale * 1.3);
        assertThat(cells.number(1, "scale")).isCloseTo(scale * 1.15 * 1.15, within(1e-6));
        assertThat(cells.onScreen(1, 20, 30)).as("the place below the pointer").containsExactly(at, within(0.5));
    }

    private static void linkedCellsScrollByPositionAndSayWhenTheyCannot(CellsPage cells, Visit visit) {
        cells.dragSeries(study.uidOf(ELSEWHERE), 2);
        cells.settled();
        cells.click(0, 5, 5);
        int sagittal = cells.slice(1);

        cells.link("scroll");
        cells.viewer().press("Home");
        cells.waitForSlice(0, 0);
        cells.waitForSlice(3, 0);
        cells.waitForSlice(2, 0);
        assertThat(cells.badge(3)).hasText("Linked by position");
        assertThat(cells.badge(2)).hasText("Linked by image number");
        assertThat(cells.badge(1)).hasCount(0);

        cells.wheel(0, BALL_SLICE);
        cells.waitForSlice(0, BALL_SLICE);
        // 12.5 mm lies nearest to the thick slice at 7.5 mm; 14 of 23 steps are 6 of 10.
        cells.waitForSlice(3, 4);
        cells.waitForSlice(2, 6);
        assertThat(cells.slice(1)).as("it crosses the others").isEqualTo(sagittal);

        cells.wheel(3, 3);
        cells.waitForSlice(3, 7);
        cells.waitForSlice(0, 22);
        visit.picture("viewer-linked-desk");
    }

    private static void linkedCellsShowTheSamePlaceAtTheSameSizeInMillimetres(CellsPage cells) {
        cells.click(0, 48, 48);
        cells.link("zoom");

        cells.viewer().press("+");
        cells.viewer().press("p");
        cells.dragIn(0, 60, -35);

        double scale = cells.number(0, "scale");
        cells.viewer().waitUntil("state => Math.abs(state.cells[3].scale / " + scale + " - 0.625) < 1e-6");
        double[] middle = cells.middle(0);
        double xMm = -95 + (middle[0] - 0.5) * 2;
        double yMm = -95 + (middle[1] - 0.5) * 2;
        double[] thick = cells.middle(3);
        assertThat(-94.375 + (thick[0] - 0.5) * 1.25).as("x, mm").isCloseTo(xMm, within(0.05));
        assertThat(-95 + (thick[1] - 0.5) * 2).as("y, mm").isCloseTo(yMm, within(0.05));
        assertThat(cells.number(1, "scale")).isCloseTo(scale, within(1e-6));
        cells.link("zoom");
        cells.viewer().press("r");
        cells.viewer().press("w");
    }

    private static void linkedWindowsAreThoseOfOneModality(CellsPage cells) {
        cells.click(0, 48, 48);
        cells.link("window");

        cells.viewer().button("Window presets").click();
        cells.viewer().menuEntry("Bone").click();

        cells.viewer().waitUntil("state => state.cells[1].windowWidth === 2800 && state.cells[3].windowWidth === 2800");
        assertThat(cells.number(1, "windowCenter")).isEqualTo(600);
        assertThat(cells.number(2, "windowWidth")).as("the MR").isEqualTo(2000);
    }

    @Test
    void referenceLinesShowWhereTheActivePictureCutsTheOthers(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.atDesk();
        CellsPage cells = cells(visit, clinic).choose("2x2");
        cells.click(0, 48, 48);
        int z = cells.slice(0);

        // The transverse slice is a row of the sagittal image: where z is that of the slice.
        double row = SAGITTAL.pixelOf(new double[] {0, 0, -57.5 + 5 * z}, 0)[1];
        double[] from = cells.lineEnd(1, 0, 0);
        double[] to = cells.lineEnd(1, 0, 1);
        assertThat(from[1]).isCloseTo(row, within(1e-3));
        assertThat(to[1]).isCloseTo(row, within(1e-3));
        assertThat(Math.abs(from[0] - to[0])).as("length, pixels").isCloseTo(96, within(1e-3));
        assertThat(cells.number(3, "lines.length")).as("parallel").isZero();
        double[] seen = cells.onScreen(1, 30, row);
        assertThat(cells.coloursAround(seen[0], seen[1])).as("a yellow line")
                .anyMatch(colour -> colour.getRed() > 180 && colour.getBlue() < colour.getRed() / 2);

        cells.link("edges");
        cells.viewer().waitUntil("state => state.cells[1].lines.length === 3");
        visit.picture("viewer-lines-desk");

        cells.click(1, 48, 48);
        cells.viewer().waitUntil("state => state.cells[0].lines.length === 3 && state.cells[1].lines.length === 0");
        cells.link("lines");
        cells.viewer().waitUntil("state => state.cells[0].lines.length === 0");
        theCrosshairsFindOnePlaceOfThePatientInEveryCell(cells, visit);
    }

    private static void theCrosshairsFindOnePlaceOfThePatientInEveryCell(CellsPage cells, Visit visit) {
        cells.click(0, 5, 5);
        cells.wheel(0, BALL_SLICE - cells.slice(0));
        cells.waitForSlice(0, BALL_SLICE);
        double[] ball = TRANSVERSE.pixelOf(CrossedStudy.BALL, BALL_SLICE);

        cells.viewer().press("q");
        cells.click(0, ball[0], ball[1]);

        cells.waitForSlice(1, 5);
        cells.waitForSlice(2, 12);
        cells.waitForSlice(3, 4);
        for (int axis = 0; axis < 3; axis++) {
            assertThat(((Number) cells.viewer().state("state => state.crosshairs[" + axis + "]")).doubleValue())
                    .as("mm along axis " + axis).isCloseTo(CrossedStudy.BALL[axis], within(0.6));
        }
        assertBallIsAt(cells, 1, SAGITTAL.pixelOf(CrossedStudy.BALL, 5));
        assertBallIsAt(cells, 2, TILTED.pixelOf(CrossedStudy.BALL, 12));
        assertBallIsAt(cells, 3, THICK.pixelOf(CrossedStudy.BALL, 4));
        visit.picture("viewer-crosshairs-desk");

        cells.wheel(1, 4);
        cells.viewer().waitUntil("state => state.cells[1].sliceIndex === 9 && !state.cells[1].crosshairs");
        cells.viewer().press("w");
        cells.viewer().waitUntil("state => state.cells.every(cell => !cell.crosshairs)");
    }

    private static void assertBallIsAt(CellsPage cells, int place, double[] pixel) {
        double[] shown = cells.crosshairs(place);
        assertThat(shown[0]).as("column in cell " + place).isCloseTo(pixel[0], within(0.3));
        assertThat(shown[1]).as("row in cell " + place).isCloseTo(pixel[1], within(0.3));
        assertThat(cells.greyAt(place, shown[0], shown[1])).as("the ball").isGreaterThan(250);
        assertThat(cells.greyAt(place, shown[0] + 12, shown[1])).as("beside it").isLessThan(100);
    }

    @Test
    void aSecondWindowIsKeptInStep(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.atDesk();
        CellsPage cells = cells(visit, clinic).choose("1x2");
        Page second = visit.page().waitForPopup(() -> cells.viewer().button("Second window").click());
        second.waitForFunction("() => document.querySelector('dicom-viewer')?.state?.sliceIndex >= 0");
        second.locator("dicom-viewer [data-series=\"" + study.uidOf(THICK) + "\"]").click();
        second.waitForFunction("() => document.querySelector('dicom-viewer').state.sliceCount === 8");

        cells.click(0, 5, 5);
        cells.link("scroll");
        cells.viewer().press("Home");
        cells.waitForSlice(0, 0);
        second.waitForFunction("() => document.querySelector('dicom-viewer').state.sliceIndex === 0");
        cells.viewer().press("End");
        second.waitForFunction("() => document.querySelector('dicom-viewer').state.sliceIndex === 7");

        second.locator("dicom-viewer [data-series=\"" + study.uidOf(TRANSVERSE) + "\"]").click();
        second.waitForFunction("() => { const {state} = document.querySelector('dicom-viewer');"
                + " return state.sliceCount === 24 && state.sliceIndex === 23; }");

        second.close();
        cells.viewer().press("Home");
        cells.waitForSlice(0, 0);
    }

    @Test
    void theQuestionMarkShowsAllShortcutsAndGivesTheFocusBack(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.atDesk();
        CellsPage cells = cells(visit, clinic);
        cells.click(0, 48, 48);

        cells.viewer().press("?");
        var dialog = visit.page().getByRole(AriaRole.DIALOG);
        assertThat(dialog).isVisible();
        assertThat(dialog).containsText("Crosshairs");
        assertThat(dialog).containsText("Long press");
        visit.picture("viewer-help-desk");
        Accessibility.assertNothingSerious(visit);
        int slice = cells.slice(0);
        cells.viewer().press("ArrowDown");

        cells.viewer().press("Escape");
        assertThat(dialog).hasCount(0);
        assertThat(cells.slice(0)).as("keys of the dialog are not for the picture").isEqualTo(slice);
        cells.viewer().press("ArrowDown");
        cells.waitForSlice(0, slice + 1);
    }

    @Test
    void aPhoneHoldsTwoCellsAndTurnsThem(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.onPhone();
        CellsPage cells = cells(visit, clinic);
        cells.viewer().button("More tools").tap();
        visit.picture("viewer-more-phone");
        cells.viewer().button("Layout").tap();
        assertThat(visit.page().locator("dicom-viewer .tile")).hasCount(2);
        visit.picture("viewer-layouts-phone");
        visit.page().locator("dicom-viewer [data-grid=\"2x1\"]").tap();
        cells.settled();
        Screen.assertNothingIsOutside(visit);
        visit.picture("viewer-layout-phone");

        cells.viewer().button("More tools").tap();
        cells.viewer().button("Link").tap();
        Screen.assertNothingIsOutside(visit);
        visit.picture("viewer-link-phone");
        visit.page().locator("dicom-viewer [data-link=scroll]").tap();
        visit.page().keyboard().press("Escape");
        cells.viewer().button("More tools").tap();
        cells.viewer().button("Shortcuts").tap();
        Screen.assertNothingIsOutside(visit);
        visit.picture("viewer-help-phone");
        cells.viewer().button("Close").tap();

        cells.cell(1).locator(".viewport").tap();
        cells.series(study.uidOf(THICK)).tap();
        cells.settled();
        assertThat(cells.seriesIn(1)).isEqualTo(study.uidOf(THICK));

        visit.page().setViewportSize(844, 390);
        cells.viewer().waitUntil("state => state.layout === '1x2'");
        assertThat(cells.seriesIn(1)).isEqualTo(study.uidOf(THICK));
        assertThat(cells.box(1).x).isGreaterThan(cells.box(0).x + 100);
        visit.picture("viewer-layout-phone-lying");
    }

    @Test
    void enlargedTo200PercentEverythingIsStillThere(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.atEnlargedDesk();
        CellsPage cells = cells(visit, clinic);
        cells.viewer().button("More tools").click();
        Screen.assertNothingIsOutside(visit);
        visit.picture("viewer-enlarged-more");
        cells.choose("1x2");
        Screen.assertNothingIsOutside(visit);
        visit.picture("viewer-enlarged");
        cells.wheel(0, 3);
        cells.waitForSlice(0, 15);
    }

    @Test
    void fingersPinchPanEnlargeAndAskForPresets(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.onPhone();
        CellsPage cells = cells(visit, clinic);
        double scale = cells.number(0, "scale");
        cells.fingers(0, new double[][] {{-40, 0}, {40, 0}}, new double[][] {{-50, 0}, {50, 0}});
        cells.viewer().waitUntil("state => state.scale > " + scale * 1.4);

        double[] before = cells.middle(0);
        cells.fingers(0, new double[][] {{-60, 0}, {60, 0}}, new double[][] {{40, 60}, {40, 60}});
        double[] after = cells.middle(0);
        assertThat(after[0]).isLessThan(before[0] - 1);
        assertThat(after[1]).isLessThan(before[1] - 1);

        cells.restUntil(0, cells.viewer().menuEntry("Bone"));
        cells.viewer().menuEntry("Bone").tap();
        cells.viewer().waitUntil("state => state.windowWidth === 2800");

        cells.viewer().element().evaluate("viewer => viewer.setAttribute('layout', '2x1')");
        cells.settled();
        cells.doubleTap(1);
        cells.viewer().waitUntil("state => state.isMaximised && state.cells[1].isActive");
        cells.doubleTap(1);
        cells.viewer().waitUntil("state => !state.isMaximised");
    }
}
