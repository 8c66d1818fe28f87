package org.hospitalviewer.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Media;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures that leave the viewer have over them what the reader sees there: overlays, shutters, saved looks, planes. */
@BrowserTest
class LaidOverExportIT {

    private static final String MENU = "Overlays and saved looks";
    private static final List<Integer> OVERLAY = List.of(255, 90, 230);
    private static final List<Integer> CLOSED = List.of(DisplayedStudy.SHUTTER_GREY, DisplayedStudy.SHUTTER_GREY,
            DisplayedStudy.SHUTTER_GREY);
    private static final int SIDE = DisplayedStudy.SQUARE_SIDE;
    /** Column and row that the shutter closes. */
    private static final int CLOSED_X = 30;
    private static final int CLOSED_Y = 40;

    @TempDir
    private Path folder;

    private ViewerPage viewer(Visit visit, Clinic clinic) throws IOException {
        DisplayedStudy study = DisplayedStudy.in(folder);
        clinic.receives(study.files().toArray(Path[]::new));
        visit.page().addInitScript("window.print = () => { window.printed = (window.printed ?? 0) + 1; }");
        clinic.admit(visit);
        ViewerPage viewer = ViewerPage.open(visit, clinic, study.studyInstanceUid());
        viewer.press("Home");
        viewer.waitForSlice(0);
        viewer.waitForColour(List.of(DisplayedStudy.SQUARE, DisplayedStudy.SQUARE), OVERLAY);
        return viewer;
    }

    private static BufferedImage onScreen(ViewerPage viewer) {
        return ExportPage.shownOn(viewer.element().locator(".viewport canvas"));
    }

    private static void assertSame(BufferedImage saved, BufferedImage shown) {
        assertThat(List.of(saved.getWidth(), saved.getHeight())).containsExactly(shown.getWidth(), shown.getHeight());
        for (int y = 0; y < shown.getHeight(); y++) {
            for (int x = 0; x < shown.getWidth(); x++) {
                if (saved.getRGB(x, y) != shown.getRGB(x, y)) {
                    assertThat(ExportPage.colour(saved, x, y)).as("colour at %d, %d", x, y)
                            .isEqualTo(ExportPage.colour(shown, x, y));
                }
            }
        }
    }

    @Test
    void overlayAndShutterLeaveWithThePictureAsLongAsTheyAreShown(Visitors visitors, Clinic clinic) throws IOException {
        Visit visit = visitors.atDesk();
        ViewerPage viewer = viewer(visit, clinic);
        ExportPage export = ExportPage.of(visit);

        BufferedImage stored = export.choose("picture").bare().savedPicture();
        assertThat(ExportPage.count(stored, OVERLAY)).as("bits of the square, pixel for pixel").isEqualTo(SIDE * SIDE);
        assertThat(ExportPage.colour(stored, DisplayedStudy.SQUARE, DisplayedStudy.SQUARE)).isEqualTo(OVERLAY);
        assertThat(ExportPage.colour(stored, CLOSED_X, CLOSED_Y)).isEqualTo(CLOSED);
        double closed = stored.getWidth() * stored.getHeight() - Math.PI * Math.pow(DisplayedStudy.SHUTTER_RADIUS, 2);
        assertThat((double) ExportPage.count(stored, CLOSED)).as("all but the circle").isCloseTo(closed, within(closed / 50));
        export.pick("size", "screen");
        assertSame(export.savedPicture(), onScreen(viewer));
        visit.picture("export-overlay-desk");
        viewer.press("Escape");

        viewer.moveTo(DisplayedStudy.SQUARE + 5, DisplayedStudy.SQUARE + 5);
        visit.page().keyboard().down(".");
        Locator glass = viewer.element().locator(".magnifier canvas");
        assertThat(glass).isVisible();
        BufferedImage magnified = ExportPage.shownOn(glass);
        assertThat(ExportPage.colour(magnified, magnified.getWidth() / 2, magnified.getHeight() / 2)).isEqualTo(OVERLAY);
        visit.picture("magnifier-overlay-desk");
        visit.page().keyboard().up(".");

        export.choose("print").print(1);
        BufferedImage printed = ExportPage.shownOn(export.sheet("canvas"));
        assertThat(ExportPage.count(printed, OVERLAY)).isPositive();
        assertThat(ExportPage.count(printed, CLOSED)).isGreaterThan(1000);
        viewer.press("Escape");

        viewer.button(MENU).click();
        viewer.menuEntry("Overlays, shutter and graphics").click();
        viewer.press("Escape");
        assertThat(viewer.strip()).hasText("Overlays, shutter and graphics are hidden.");
        BufferedImage plain = export.choose("picture").pick("size", "stored").savedPicture();
        assertThat(export.in("dialog")).containsText("Overlays, shutter and graphics are hidden.");
        assertThat(ExportPage.count(plain, OVERLAY)).isZero();
        assertThat(ExportPage.colour(plain, CLOSED_X, CLOSED_Y)).isEqualTo(List.of(0, 0, 0));
        assertThat(ExportPage.colour(plain, 249, 238)).isEqualTo(ExportPage.colour(stored, 249, 238));
    }

    @Test
    void aSavedLookLeavesWithItsGreysItsPartAndItsGraphics(Visitors visitors, Clinic clinic) throws IOException {
        Visit visit = visitors.atDesk();
        ViewerPage viewer = viewer(visit, clinic);
        ExportPage export = ExportPage.of(visit);
        viewer.press("End");
        viewer.waitForSlice(1);
        viewer.button(MENU).click();
        viewer.menuEntry("For the surgeon").click();
        viewer.waitUntil("state => state.rotation === 90 && state.isFlipped && state.windowWidth === 400");

        export.choose("picture").bare().pick("size", "screen");
        assertSame(export.savedPicture(), onScreen(viewer));
        BufferedImage stored = export.pick("size", "stored").savedPicture();
        assertThat(stored.getWidth()).as("the part that the look shows, each pixel a square of two").isEqualTo(512);
        assertThat(stored.getHeight()).isEqualTo(512);
        // The line from 200, 256 to 300, 256 of the image, turned and mirrored, in squares of two from 128 on.
        List<Integer> line = ExportPage.colour(stored, 2 * (256 - 128), 2 * (270 - 128));
        assertThat(line.get(0) - line.get(1)).as("magenta, at the edge of the line").isGreaterThan(100);
        assertThat(line.get(2) - line.get(1)).isGreaterThan(80);
        export.tick("texts", true).tick("identity", false);
        visit.picture("export-look-desk");
        assertThat(ExportPage.count(export.savedPicture(), OVERLAY)).isPositive();
        viewer.press("Escape");

        export.choose("print").pick("what", "series");
        export.in("[name=every]").fill("1");
        export.in("[name=every]").press("Tab");
        export.print(1);
        assertThat(export.sheet(".details").last()).hasText("W 400 L 40");
        BufferedImage first = ExportPage.shownOn(export.sheet("canvas").first());
        BufferedImage second = ExportPage.shownOn(export.sheet("canvas").last());
        assertThat(ExportPage.count(first, CLOSED)).as("the shutter of the file").isGreaterThan(1000);
        assertThat(ExportPage.count(second, CLOSED)).isLessThan(1000);
        assertThat(ExportPage.count(second, OVERLAY)).as("the graphics of the look").isPositive();
        visit.page().emulateMedia(new EmulateMediaOptions()
                .setMedia(Media.PRINT));
        visit.picture("print-look");
    }

    @Test
    void whoMayOnlyLookTakesPicturesOfImagesAndPlanesAndNoFiles(Visitors visitors, Clinic clinic) throws IOException {
        String name = "doctor-" + UUID.randomUUID().toString().substring(0, 8);
        Visit admin = visitors.atDesk();
        clinic.withPhantom().admit(admin);
        String given = UsersPage.open(admin, clinic).add(name, "Dora " + name);

        Visit visit = visitors.atKeepingDesk();
        visit.page().addInitScript("window.print = () => { window.printed = (window.printed ?? 0) + 1; }");
        LoginPage.enterAsInvited(visit, clinic, name, given, "a password of my own");
        ViewerPage viewer = ViewerPage.open(visit, clinic, Phantom.studyInstanceUid());
        ExportPage export = ExportPage.of(visit);
        export.openMenu();
        assertThat(export.in(".menu [data-export]")).hasText(new String[] {"Save the picture…", "Print…"});
        visit.picture("export-menu-viewer");
        viewer.press("Escape");
        assertThat(export.choose("picture").save().suggestedFilename()).endsWith("_image-21.png");
        viewer.press("Escape");
        WebCaller doctor = WebCaller.stranger(clinic.appliance().httpPort()).as(name, "a password of my own");
        assertThat(doctor.get("/api/studies/" + Phantom.studyInstanceUid() + "/zip").statusCode()).isEqualTo(403);

        viewer.press("m");
        viewer.waitUntil("state => state.mpr?.isReady && state.mpr.areToolsReady");
        viewer.element().locator("[data-plane=coronal] .viewport").focus();
        viewer.waitUntil("state => state.mpr.active === 'coronal'");
        int plane = ((Number) viewer.state("state => state.mpr.planes.find(({name}) => name === 'coronal').index")).intValue();
        export.openMenu();
        visit.picture("export-menu-planes");
        viewer.press("Escape");
        export.choose("picture").pick("size", "screen");
        visit.picture("export-plane-desk");
        Download saved = export.save();
        assertThat(saved.suggestedFilename()).isEqualTo("HEAD_PLASTIC_CT_series-202_coronal-" + (plane + 1) + ".png");
        BoundingBox box = viewer.element().locator("[data-plane=coronal] canvas").boundingBox();
        assertThat(ExportPage.picture(saved).getWidth()).isEqualTo((int) box.width);
        viewer.press("Escape");

        export.choose("print").print(1);
        assertThat(export.sheet("canvas")).hasCount(3);
        assertThat(export.sheet(".caption").nth(1)).containsText("Coronal");
        assertThat(export.sheet(".scale").nth(1)).containsText("cm");
        visit.page().emulateMedia(new EmulateMediaOptions()
                .setMedia(Media.PRINT));
        visit.picture("print-planes");
    }
}
