package org.hospitalviewer.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.io.Part10File;
import org.hospitalviewer.peers.Samples;
import org.junit.jupiter.api.Test;

/** Three planes through a series, with the mouse, the keyboard and a finger. */
@BrowserTest
class MprIT {

    private static final String TILTED = "series-ct/head-tilted-irregular";
    /** Planes keep eighths of a unit. */
    private static final double ROUNDING_HU = 0.07;
    /** A place in the cube: column, row and slice. */
    private static final int COLUMN = 300;
    private static final int ROW = 200;

    private static ViewerPage viewer(Visit visit, Clinic clinic) {
        clinic.withPhantom().admit(visit);
        return ViewerPage.open(visit, clinic, Phantom.studyInstanceUid());
    }

    @Test
    void theThreePlanesMeetInOnePointWithTheValueOfTheFiles(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.atDesk();
        PlanesPage planes = PlanesPage.open(visit, viewer(visit, clinic));
        PhantomVolume phantom = new PhantomVolume();

        assertThat(planes.number("mpr => mpr.loaded")).isEqualTo(40);
        assertThat(planes.value()).isCloseTo(phantom.hounsfield(planes.point()), within(ROUNDING_HU));

        double[] wanted = phantom.point(COLUMN, ROW, 20);
        planes.click("axial", wanted);

        double[] point = planes.point();
        double pixel = planes.number("mpr => mpr.planes[0].stepMm") * 1.01;
        assertThat(point[0]).isCloseTo(wanted[0], within(pixel));
        assertThat(point[1]).isCloseTo(wanted[1], within(pixel));
        double expected = phantom.hounsfield(point);
        assertThat(planes.value()).isCloseTo(expected, within(ROUNDING_HU));
        for (int plane = 0; plane < 3; plane++) {
            assertThat(planes.number("mpr => mpr.planes[" + plane + "].value")).as("plane %d", plane)
                    .isCloseTo(expected, within(ROUNDING_HU));
        }
        assertThat(planes.bar()).containsText("HU");
        assertThat(planes.plane("axial").locator(".edge")).hasText(new String[] {"A", "L", "P", "R"});
        assertThat(planes.plane("coronal").locator(".edge")).hasText(new String[] {"H", "L", "F", "R"});
        assertThat(planes.plane("sagittal").locator(".edge")).hasText(new String[] {"H", "P", "F", "A"});
        visit.picture("mpr-desk");
    }

    @Test
    void whatIsDrawnIsTheValueAfterTheWindow(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.atDesk();
        ViewerPage viewer = viewer(visit, clinic);
        PlanesPage planes = PlanesPage.open(visit, viewer);
        PhantomVolume phantom = new PhantomVolume();
        viewer.button("Window presets").click();
        viewer.menuEntry("Bone").click();
        viewer.waitUntil("state => state.mpr.planes.every(plane => plane.windowWidth === 2800)");
        viewer.press("x");
        assertThat(planes.number("mpr => mpr.planes[0].scale")).isEqualTo(1);

        double height = planes.point()[2] - phantom.origin()[2];
        List<String> wrong = new ArrayList<>();
        for (int place = 0; place < 100; place++) {
            double[] point = phantom.point(30 + place % 10 * 48, 25 + place / 10 * 50, height);
            double grey = Math.clamp((phantom.hounsfield(point) - 599.5) / 2799 + 0.5, 0, 1) * 255;
            List<Integer> colour = planes.colourAt("axial", point);
            if (colour.stream().anyMatch(channel -> Math.abs(channel - grey) > 1)) {
                wrong.add("%d: %s instead of %.1f".formatted(place, colour, grey));
            }
        }
        assertThat(wrong).as("pixels that differ").isEmpty();
    }

    @Test
    void aDraggedLineMovesItsPlaneAlone(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.atDesk();
        ViewerPage viewer = viewer(visit, clinic);
        PlanesPage planes = PlanesPage.open(visit, viewer);
        viewer.press("w");
        double[] before = planes.point();
        double window = planes.number("mpr => mpr.planes[0].windowWidth");

        planes.drag("coronal", new double[] {before[0] + 60, before[1], before[2]},
                new double[] {before[0] + 60, before[1], before[2] + 9});

        double[] after = planes.point();
        assertThat(after[2]).isCloseTo(before[2] + 9, within(1.0));
        assertThat(after[0]).isEqualTo(before[0]);
        assertThat(after[1]).isEqualTo(before[1]);
        assertThat(planes.number("mpr => mpr.planes[0].windowWidth")).as("the tool heard nothing of it")
                .isEqualTo(window);
        assertThat(planes.value()).isCloseTo(new PhantomVolume().hounsfield(after), within(ROUNDING_HU));
    }

    @Test
    void theWheelAndTheArrowKeysScrollAPlane(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.atDesk();
        ViewerPage viewer = viewer(visit, clinic);
        PlanesPage planes = PlanesPage.open(visit, viewer);
        double step = planes.number("mpr => mpr.planes[0].stepMm");
        double[] before = planes.point();

        planes.wheel("axial", 3);
        assertThat(planes.point()[2]).isCloseTo(before[2] + 3 * step, within(1e-6));

        planes.wheel("coronal", -4);
        assertThat(planes.point()[1]).isCloseTo(before[1] - 4 * step, within(1e-6));

        viewer.press("ArrowUp");
        planes.ready();
        assertThat(planes.point()[2]).as("the active plane").isCloseTo(before[2] + 2 * step, within(1e-6));
    }

    @Test
    void aSlabShowsTheLargestTheSmallestAndTheMeanOfWhatIsInIt(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.atDesk();
        PlanesPage planes = PlanesPage.open(visit, viewer(visit, clinic));
        PhantomVolume phantom = new PhantomVolume();
        planes.click("axial", phantom.point(COLUMN, ROW, 20));
        double[] point = planes.point();
        int each = (int) Math.floor(10 / (2 * planes.number("mpr => mpr.planes[0].stepMm")));
        String value = "mpr => mpr.planes[0].value";

        planes.project("mip");
        assertThat(planes.number("mpr => mpr.slab.thicknessMm")).isEqualTo(10);
        assertThat(planes.number(value)).isCloseTo(phantom.along(point, each).max().orElseThrow(), within(ROUNDING_HU));
        visit.picture("mpr-slab-desk");

        planes.project("minip");
        assertThat(planes.number(value)).isCloseTo(phantom.along(point, each).min().orElseThrow(), within(ROUNDING_HU));

        planes.project("mean").thickness(4);
        int fewer = (int) Math.floor(4 / (2 * planes.number("mpr => mpr.planes[0].stepMm")));
        assertThat(planes.number(value))
                .isCloseTo(phantom.along(point, fewer).average().orElseThrow(), within(ROUNDING_HU));
        assertThat(planes.plane("axial")).containsText("Thick 4 mm");

        planes.project("plane");
        assertThat(planes.number(value)).isCloseTo(phantom.hounsfield(point), within(ROUNDING_HU));
    }

    @Test
    void lengthsInAPlaneAreMillimetresOfThePatient(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.atDesk();
        ViewerPage viewer = viewer(visit, clinic);
        double before = viewer.number("measurements.length");
        PlanesPage planes = PlanesPage.open(visit, viewer);
        double[] point = planes.point();
        viewer.press("l");

        planes.drag("coronal", new double[] {point[0] + 20, point[1], point[2] + 4},
                new double[] {point[0] + 50, point[1], point[2] + 4});

        viewer.waitUntil("state => state.mpr.measurements.length === 1");
        assertThat(planes.state("mpr => mpr.measurements[0].unit")).isEqualTo("mm");
        assertThat(planes.number("mpr => mpr.measurements[0].value")).isCloseTo(30, within(0.5));
        planes.leave();
        assertThat(viewer.number("measurements.length")).as("of the images").isEqualTo(before);
    }

    @Test
    void leavingGivesTheImagesBackAsTheyWere(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.atDesk();
        ViewerPage viewer = viewer(visit, clinic);
        viewer.wheel(5);
        viewer.waitForSlice(25);
        BoundingBox before = viewer.picture();

        PlanesPage planes = PlanesPage.open(visit, viewer);
        planes.wheel("axial", 3);
        planes.leave();

        assertThat(viewer.slice()).isEqualTo(25);
        assertThat(viewer.picture().width).isEqualTo(before.width);
        viewer.wheel(1);
        viewer.waitForSlice(26);
    }

    @Test
    void tiltAndUnevenSpacingAreSaid(Visitors visitors, Clinic clinic) throws IOException {
        Visit visit = visitors.atDesk();
        clinic.receives(Samples.path(TILTED));
        String study = Part10File.open(Samples.files(TILTED).getFirst()).header().getString(Tag.StudyInstanceUID);
        clinic.admit(visit);
        PlanesPage planes = PlanesPage.open(visit, ViewerPage.open(visit, clinic, study));

        assertThat(planes.strip()).containsText("1.1 to 7.0 mm apart");
        assertThat(planes.strip()).containsText("tilted by 18.5 degrees");
        visit.picture("mpr-tilted-desk");
    }

    @Test
    void whatIsNoVolumeIsRefusedWithASentence(Visitors visitors, Clinic clinic) throws IOException {
        Visit visit = visitors.atDesk();
        SentSample sent = SentSample.sent("modalities/us-8frames-rgb-implicit.dcm", clinic);
        clinic.admit(visit);
        ViewerPage viewer = ViewerPage.open(visit, clinic, sent.studyInstanceUid());

        viewer.press("m");

        assertThat(visit.page().locator("dicom-viewer .refusal"))
                .containsText("No planes can be cut through this series. Its images are in colour.");
        assertThat(viewer.state("state => state.mpr")).isNull();
        visit.picture("mpr-refused-desk");
        viewer.press("m");
        assertThat(visit.page().locator("dicom-viewer .refusal")).hasCount(0);
    }

    @Test
    void onAPhoneOnePlaneHasTheRoomAndAFingerMovesTheCrosshairs(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.onPhone();
        PlanesPage planes = PlanesPage.openOnPhone(visit, viewer(visit, clinic));
        PhantomVolume phantom = new PhantomVolume();
        assertThat(planes.plane("axial")).isVisible();
        assertThat(planes.plane("coronal")).isHidden();
        Screen.assertNothingIsOutside(visit);
        visit.picture("mpr-phone");

        planes.tap("axial", phantom.point(COLUMN, ROW, 20));
        assertThat(planes.point()[0]).isCloseTo(phantom.point(COLUMN, ROW, 20)[0], within(1.5));

        planes.bar().locator("[data-plane=coronal]").tap();
        planes.ready();
        assertThat(planes.plane("coronal")).isVisible();
        assertThat(planes.number("mpr => mpr.planes[1].value"))
                .isCloseTo(phantom.hounsfield(planes.point()), within(ROUNDING_HU));
        planes.project("mip");
        Screen.assertNothingIsOutside(visit);
        visit.picture("mpr-slab-phone");
    }
}
