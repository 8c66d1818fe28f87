package org.hospitalviewer.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.hospitalviewer.peers.Dcmtk;
import org.hospitalviewer.peers.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What files lay over pictures, or hold besides them: overlays, shutters, saved looks, reports and videos. */
@BrowserTest
class DisplayedObjectsIT {

    private static final String MENU = "Overlays and saved looks";
    private static final String SHOW = "Overlays, shutter and graphics";
    private static final List<Integer> OVERLAY = List.of(255, 90, 230);
    private static final List<Integer> CLOSED = List.of(DisplayedStudy.SHUTTER_GREY, DisplayedStudy.SHUTTER_GREY,
            DisplayedStudy.SHUTTER_GREY);
    private static final List<Integer> ON_OVERLAY = List.of(DisplayedStudy.SQUARE + 4, DisplayedStudy.SQUARE + 6);
    private static final List<Integer> BEYOND_SHUTTER = List.of(30, 40);
    /** In a cylinder of the phantom, where all pixels are alike. */
    private static final List<Integer> MIDDLE = List.of(249, 238);
    /** Every so many pixels of a picture are compared. */
    private static final int STEP = 7;

    @TempDir
    private Path folder;

    private DisplayedStudy study(Clinic clinic) throws IOException {
        DisplayedStudy study = DisplayedStudy.in(folder);
        clinic.receives(study.files().toArray(Path[]::new));
        return study;
    }

    @Test
    void overlayAndShutterFollowThePictureAndCanBeLifted(Visitors visitors, Clinic clinic) throws IOException {
        DisplayedStudy study = study(clinic);
        Visit visit = visitors.atDesk();
        clinic.admit(visit);
        ViewerPage viewer = ViewerPage.open(visit, clinic, study.studyInstanceUid());
        viewer.press("Home");
        viewer.waitForSlice(0);

        viewer.waitForColour(ON_OVERLAY, OVERLAY);
        assertThat(viewer.colourAt(List.of(BEYOND_SHUTTER))).containsExactly(CLOSED);
        visit.picture("overlay-shutter-desk");

        viewer.press("o");
        viewer.press("h");
        viewer.waitForColour(ON_OVERLAY, OVERLAY);
        viewer.waitForColour(BEYOND_SHUTTER, CLOSED);
        List<Integer> middle = viewer.colourAt(List.of(MIDDLE)).getFirst();

        viewer.button(MENU).click();
        assertThat(viewer.menuEntry(SHOW)).containsText("Lesion <1>");
        visit.picture("overlay-menu-desk");
        viewer.menuEntry(SHOW).click();
        viewer.waitForColour(BEYOND_SHUTTER, List.of(0, 0, 0));
        assertThat(viewer.colourAt(List.of(ON_OVERLAY))).doesNotContain(OVERLAY);
        assertThat(viewer.colourAt(List.of(MIDDLE))).containsExactly(middle);
        assertThat(viewer.strip()).hasText("Overlays, shutter and graphics are hidden.");

        viewer.menuEntry(SHOW).click();
        viewer.waitForColour(ON_OVERLAY, OVERLAY);
        assertThat(viewer.strip()).hasCount(0);
        Accessibility.assertNothingSerious(visit);
    }

    @Test
    void overlayBitsLieWhereDcmtkPutsThem(Visitors visitors, Clinic clinic) throws IOException {
        SentSample sent = SentSample.sent("modalities/mr-with-overlay.dcm", clinic);
        Path sample = Samples.path(sent.name());
        Raster with = dcmtkPicture(sample, "--display-overlay", "0");
        Raster without = dcmtkPicture(sample, "--no-overlays");
        Visit visit = visitors.atDesk();
        clinic.admit(visit);
        ViewerPage viewer = ViewerPage.open(visit, clinic, sent.studyInstanceUid());
        viewer.press("x");

        List<List<Integer>> set = new ArrayList<>();
        List<List<Integer>> clear = new ArrayList<>();
        for (int row = 0; row < with.getHeight(); row++) {
            for (int column = 0; column < with.getWidth(); column++) {
                boolean isSet = with.getSample(column, row, 0) != without.getSample(column, row, 0);
                (isSet ? set : clear).add(List.of(column, row));
            }
        }
        viewer.waitForColour(set.getFirst(), OVERLAY);
        assertThat(set).hasSizeGreaterThan(100);
        assertThat(viewer.colourAt(set)).containsOnly(OVERLAY);
        assertThat(viewer.colourAt(clear)).doesNotContain(OVERLAY);
        visit.picture("overlay-sample-desk");
    }

    @Test
    void aSavedLookHasTheGreysOfDcmtkAndIsLeftByReset(Visitors visitors, Clinic clinic) throws IOException {
        DisplayedStudy study = study(clinic);
        Visit visit = visitors.atDesk();
        clinic.admit(visit);
        ViewerPage viewer = ViewerPage.open(visit, clinic, study.studyInstanceUid());
        viewer.press("End");
        viewer.waitForSlice(1);
        List<Integer> before = viewer.colourAt(List.of(MIDDLE)).getFirst();

        choose(viewer, "Bone, reversed");
        viewer.press("x");
        assertThat(viewer.strip()).hasText("Shown as saved: Bone, reversed (Roe, Jane, 2024-02-29 08:31).");
        assertGreys(viewer, new Pgm(study.secondSlice(), study.reversedLook()), 1);
        visit.picture("saved-look-desk");

        viewer.press("w");
        viewer.drag(40, 0);
        viewer.waitUntil("state => state.windowWidth > 1800");
        assertThat(viewer.strip()).containsText("Shown as saved");

        choose(viewer, "For the surgeon");
        viewer.waitUntil("state => state.rotation === 90 && state.isFlipped && state.windowWidth === 400");
        // The displayed area fills the place: its middle is in the middle, and its edges on those of the element.
        double[] corner = viewer.onScreen(128, 128);
        double[] middle = viewer.onScreen(256, 256);
        BoundingBox box = viewer.picture();
        assertThat(middle[0]).isCloseTo(box.x + box.width / 2, within(1.0));
        assertThat(corner[1]).isCloseTo(box.y, within(1.5));
        visit.picture("saved-look-turned-desk");

        viewer.press("Home");
        viewer.waitForSlice(0);
        assertThat(viewer.strip()).containsText("is not for this image");
        viewer.waitUntil("state => state.rotation === 0 && !state.isFlipped");
        viewer.press("End");
        viewer.waitForSlice(1);
        viewer.press("r");
        assertThat(viewer.strip()).hasCount(0);
        viewer.waitUntil("state => state.rotation === 0 && !state.isFlipped && state.windowWidth === 80");
        viewer.waitForColour(MIDDLE, before);
        Accessibility.assertNothingSerious(visit);
    }

    @Test
    void tablesOfASavedLookGiveTheGreysOfDcmtk(Visitors visitors, Clinic clinic) throws IOException {
        Path state = Samples.path("modalities/presentation-state/pr-luts.dcm");
        Path image = Samples.path("modalities/presentation-state/image-for-luts.dcm");
        clinic.receives(image, state);
        Visit visit = visitors.atDesk();
        clinic.admit(visit);
        ViewerPage viewer = ViewerPage.open(visit, clinic, "1.2.276.0.7230010.3.200.6");

        choose(viewer, "scrambled modality lut");
        viewer.press("x");
        assertGreys(viewer, new Pgm(image, state), 1);
    }

    @Test
    void aReportIsReadAndLeadsToItsImage(Visitors visitors, Clinic clinic) throws IOException {
        DisplayedStudy study = study(clinic);
        Visit visit = visitors.atDesk();
        clinic.admit(visit);
        ViewerPage viewer = ViewerPage.open(visit, clinic, study.studyInstanceUid());

        Locator report = openReport(viewer, study);
        assertThat(report.locator("h2")).hasText("Head CT");
        assertThat(report.locator("header")).containsText("Doe, John");
        assertThat(report.locator(".unsure")).hasText("Not verified");
        assertThat(report.locator(".report-value").first()).hasText("A cube <b>of plastic</b>.");
        assertThat(report.locator("tbody tr")).hasText(new String[] {"Edge 20 mm", "Edge 19.5 mm"});
        visit.picture("report-desk");
        Accessibility.assertNothingSerious(visit);

        report.locator(".report-link").click();
        viewer.waitUntil("state => state.sopInstanceUID === '" + study.secondInstanceUid() + "'");
    }

    @Test
    void onAPhoneLooksAndReportsHaveTheWholeWidth(Visitors visitors, Clinic clinic) throws IOException {
        DisplayedStudy study = study(clinic);
        Visit visit = visitors.onPhone();
        clinic.admit(visit);
        ViewerPage viewer = ViewerPage.open(visit, clinic, study.studyInstanceUid());
        viewer.swipe(visit, 0, -100);
        viewer.press("Home");
        viewer.waitForSlice(0);
        visit.picture("overlay-shutter-phone");
        viewer.press("End");
        viewer.waitForSlice(1);

        viewer.button("More tools").tap();
        viewer.button(MENU).tap();
        visit.picture("saved-look-menu-phone");
        Screen.assertNothingIsOutside(visit);
        viewer.menuEntry("For the surgeon").tap();
        viewer.waitUntil("state => state.rotation === 90");
        visit.picture("saved-look-phone");

        Locator report = openReport(viewer, study);
        assertThat(report.locator("h2")).hasText("Head CT");
        visit.picture("report-phone");
        Screen.assertNothingIsOutside(visit);
        report.locator(".report-link").tap();
        viewer.waitUntil("state => state.sopInstanceUID === '" + study.secondInstanceUid() + "'");
    }

    @Test
    void aVideoIsPlayedWhereTheBrowserCan(Visitors visitors, Clinic clinic) throws IOException {
        Visit visit = visitors.atDesk();
        clinic.admit(visit);
        SentSample film = SentSample.sent("transfer-syntaxes/video-h264-102.dcm", clinic);
        visit.page().navigate(clinic.url("/viewer/" + film.studyInstanceUid()));
        ViewerPage viewer = ViewerPage.withCardFor(visit);
        Locator video = viewer.element().locator("video");
        assertThat(video).isVisible();
        visit.page().waitForFunction("() => document.querySelector('dicom-viewer').shadowRoot.querySelector('video')"
                + ".videoWidth === 640");
        assertThat(viewer.card().locator("a")).hasAttribute("download", Pattern.compile(".*\\.mp4"));
        visit.picture("video-desk");

        SentSample old = SentSample.sent("transfer-syntaxes/video-mpeg2-100.dcm", clinic);
        viewer.goTo(old.studyInstanceUid(), old.seriesInstanceUid());
        assertThat(viewer.card()).containsText("This browser cannot play this video.");
        assertThat(viewer.card().locator("a")).hasAttribute("download", Pattern.compile(".*\\.mpg"));
        assertThat(video).hasCount(0);
        visit.picture("video-not-played-desk");
    }

    private static Locator openReport(ViewerPage viewer, DisplayedStudy study) {
        viewer.element().locator("[data-series='" + study.reportSeriesInstanceUid() + "']").click();
        Locator report = viewer.element().locator(".report");
        assertThat(report).isVisible();
        return report;
    }

    private static void choose(ViewerPage viewer, String look) {
        viewer.button(MENU).click();
        viewer.menuEntry(look).click();
        assertThat(viewer.strip()).containsText(look);
    }

    /** The look of an image as DCMTK draws it. */
    private record Pgm(Path image, Path state) {

        private static final Pattern HEAD = Pattern.compile("P5\\s+(?:#.*\\n)*(\\d+)\\s+(\\d+)\\s+255\\s");

        byte[] greys(Path folder) throws IOException {
            Path target = folder.resolve("look.pgm");
            Dcmtk.Output output = Dcmtk.run("dcmp2pgm", "-p", state.toString(), image.toString(), target.toString());
            assertThat(output.exit()).as(output.text()).isZero();
            return Files.readAllBytes(target);
        }
    }

    private void assertGreys(ViewerPage viewer, Pgm pgm, int threshold) throws IOException {
        byte[] bytes = pgm.greys(folder);
        Matcher head = Pgm.HEAD.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        assertThat(head.lookingAt()).isTrue();
        int columns = Integer.parseInt(head.group(1));
        int rows = Integer.parseInt(head.group(2));
        List<List<Integer>> pixels = new ArrayList<>();
        for (int row = STEP; row < rows; row += STEP) {
            for (int column = STEP; column < columns; column += STEP) {
                pixels.add(List.of(column, row));
            }
        }
        viewer.settle();
        List<Integer> shown = viewer.greyAt(pixels);
        int most = 0;
        for (int index = 0; index < shown.size(); index++) {
            List<Integer> pixel = pixels.get(index);
            int theirs = bytes[head.end() + pixel.get(1) * columns + pixel.get(0)] & 0xFF;
            most = Math.max(most, Math.abs(shown.get(index) - theirs));
        }
        assertThat(most).as("largest difference to dcmp2pgm").isLessThanOrEqualTo(threshold);
    }

    private Raster dcmtkPicture(Path sample, String... options) throws IOException {
        Path target = folder.resolve("dcmtk.png");
        List<String> arguments = new ArrayList<>(List.of("--write-png", "--use-window", "1"));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of(sample.toString(), target.toString()));
        Dcmtk.Output output = Dcmtk.run("dcmj2pnm", arguments.toArray(String[]::new));
        assertThat(output.exit()).as(output.text()).isZero();
        return ImageIO.read(target.toFile()).getRaster();
    }
}
