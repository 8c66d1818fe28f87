package org.hospitalviewer.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page.PdfOptions;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.Test;

/** Pictures, paper and files that leave the viewer hold what was on the screen, and say whose they are or do not. */
@BrowserTest
class ExportIT {

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final int EDGE = 512;
    /** Steps through the picture that meet air, bone, plastic and their edges. */
    private static final int STEP = 7;

    private static ViewerPage viewer(Visit visit, Clinic clinic) {
        // Where there is no screen there is no print dialog either.
        visit.page().addInitScript("window.print = () => { window.printed = (window.printed ?? 0) + 1; }");
        clinic.withPhantom().admit(visit);
        ViewerPage viewer = ViewerPage.open(visit, clinic, Phantom.studyInstanceUid());
        viewer.button("Window presets").click();
        viewer.menuEntry("Bone").click();
        viewer.waitUntil("state => state.windowWidth === 2800");
        return viewer;
    }

    private static int grey(BufferedImage picture, int x, int y) {
        int colour = picture.getRGB(x, y);
        int red = colour >> 16 & 0xFF;
        assertThat(colour & 0xFFFFFF).as("grey at %d, %d", x, y).isEqualTo(red << 16 | red << 8 | red);
        return red;
    }

    @Test
    void aSavedPictureHasTheGreysOfTheWindowAndTheTurnOfTheScreen(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.atDesk();
        ViewerPage viewer = viewer(visit, clinic);
        ExportPage export = ExportPage.of(visit);
        Phantom slice = Phantom.slice((String) viewer.state("state => state.sopInstanceUID"));
        double center = viewer.number("windowCenter");

        export.choose("picture").bare();
        Download download = export.save();
        BufferedImage plain = ExportPage.picture(download);
        assertThat(download.suggestedFilename()).isEqualTo("HEAD_PLASTIC_CT_series-202_image-21.png");
        assertThat(List.of(plain.getWidth(), plain.getHeight())).containsExactly(EDGE, EDGE);
        for (int y = 0; y < EDGE; y += STEP) {
            for (int x = 0; x < EDGE; x += STEP) {
                assertThat((double) grey(plain, x, y)).isCloseTo(slice.grey(x, y, center, 2800), within(1.0));
            }
        }

        export.pick("format", "jpeg");
        Download smaller = export.save();
        assertThat(smaller.suggestedFilename()).endsWith(".jpg");
        assertThat(ExportPage.bytes(smaller)).startsWith(0xFF, 0xD8, 0xFF);
        export.pick("format", "png");
        export.close();

        // Inverted, a quarter turn to the right, then mirrored left to right: row and column change places.
        List.of("i", "o", "h").forEach(viewer::press);
        viewer.waitUntil("state => state.isInverted && state.rotation === 90 && state.isFlipped");
        BufferedImage turned = export.choose("picture").savedPicture();
        export.close();
        for (int y = 0; y < EDGE; y += STEP) {
            for (int x = 0; x < EDGE; x += STEP) {
                assertThat(grey(turned, y, x)).isEqualTo(255 - grey(plain, x, y));
            }
        }

        viewer.press("r");
        viewer.button("Enhance the picture").click();
        export.in("[data-filter=sharpen]").click();
        viewer.button("Colours").click();
        export.in("[data-palette=hotIron]").click();
        viewer.waitUntil("state => state.enhancement.palette === 'hotIron' && state.enhancement.filter === 'sharpen'");
        viewer.press("x");
        BufferedImage enhanced = export.choose("picture").savedPicture();
        export.close();
        assertThat(coloursOfFile(enhanced)).isEqualTo(coloursOnScreen(viewer)).anyMatch(colour -> colour % 0x10101 != 0);
    }

    private static List<Integer> coloursOfFile(BufferedImage picture) {
        return IntStream.range(0, EDGE).mapToObj(x -> picture.getRGB(x, EDGE / 2) & 0xFFFFFF).toList();
    }

    /** The same line on the canvas, where each pixel of the image is one of the screen. */
    @SuppressWarnings("unchecked")
    private static List<Integer> coloursOnScreen(ViewerPage viewer) {
        return (List<Integer>) viewer.element().evaluate("""
                (viewer, edge) => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn))).then(() => {
                  const context = viewer.shadowRoot.querySelector('.viewport canvas').getContext('2d');
                  return Array.from({length: edge}, (_, column) => {
                    const {x, y} = viewer.state.pixelToCanvas({x: column + 0.5, y: edge / 2 + 0.5});
                    const [red, green, blue] = context.getImageData(Math.floor(x), Math.floor(y), 1, 1).data;
                    return red << 16 | green << 8 | blue;
                  });
                })""", EDGE);
    }

    @Test
    void thePatientIsNamedOrNotAsTheReaderChooses(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.atDesk();
        visit.profile().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        ViewerPage viewer = viewer(visit, clinic);
        ExportPage export = ExportPage.of(visit);
        BufferedImage bare = export.choose("picture").bare().savedPicture();

        BufferedImage named = export.tick("texts", true).savedPicture();
        assertThat(differences(bare, named, 0, 60)).as("name, ID and sex at the top left").isPositive();
        assertThat(export.in("dialog .hint")).hasText("The picture and the name of the file say who the patient is.");
        visit.picture("export-desk");
        Accessibility.assertNothingSerious(visit);

        export.tick("identity", false);
        Download anonymous = export.save();
        assertThat(anonymous.suggestedFilename()).isEqualTo("CT_series-202_image-21.png");
        BufferedImage unnamed = ExportPage.picture(anonymous);
        assertThat(differences(bare, unnamed, 0, 60)).as("nothing at the top left").isZero();
        assertThat(differences(bare, unnamed, EDGE - 60, EDGE)).as("the place of the slice stays").isPositive();
        assertThat(export.in("dialog .hint")).containsText("Neither the picture nor the name of the file");

        export.in("[data-do=copy]").click();
        assertThat(export.in("dialog .outcome")).hasText("The picture is on the clipboard.");
        assertThat(visit.page().evaluate("""
                async () => {
                  const [item] = await navigator.clipboard.read();
                  const picture = await createImageBitmap(await item.getType('image/png'));
                  return `${picture.width} x ${picture.height}`;
                }""")).isEqualTo("512 x 512");

        export.pick("size", "screen");
        BufferedImage onScreen = export.savedPicture();
        assertThat(onScreen.getWidth()).isEqualTo((int) viewer.picture().width);
        export.close();
        assertThat(export.in("dialog")).hasCount(0);

        visit.page().evaluate("() => { delete Navigator.prototype.clipboard; window.ClipboardItem = undefined; }");
        export.choose("picture").in("[data-do=copy]").click();
        assertThat(export.in("dialog .outcome")).containsText("Save the picture instead.");
    }

    /** Pixels of the left third between two rows that are not the same. */
    private static int differences(BufferedImage one, BufferedImage other, int fromRow, int toRow) {
        int count = 0;
        for (int y = fromRow; y < toRow; y++) {
            for (int x = 0; x < EDGE / 3; x++) {
                count += one.getRGB(x, y) == other.getRGB(x, y) ? 0 : 1;
            }
        }
        return count;
    }

    @Test
    void filesAreThoseOfTheArchiveAndOnlyForThoseWhoMayTakeThem(Visitors visitors, Clinic clinic) throws Exception {
        Visit visit = visitors.atDesk();
        ViewerPage viewer = viewer(visit, clinic);
        ExportPage export = ExportPage.of(visit);
        String instance = (String) viewer.state("state => state.sopInstanceUID");

        export.openMenu();
        Download file = visit.page().waitForDownload(() -> export.in("[data-export=document]").click());
        assertThat(file.suggestedFilename()).isEqualTo(instance + ".dcm");
        assertThat(ExportPage.bytes(file)).isEqualTo(WebCaller.stranger(clinic.appliance().httpPort())
                .as(FreshHome.ADMIN, FreshHome.PASSWORD).get("/api/dicomweb/instances/" + instance).body());

        export.openMenu();
        Download study = visit.page().waitForDownload(() -> export.in("[data-export=archive]").click());
        assertThat(ExportPage.bytes(study)).startsWith('P', 'K', 3, 4);

        // As for those who may only look, and on a page without an appliance.
        viewer.element().evaluate("viewer => {"
                + " viewer.removeAttribute('study-zip'); viewer.setAttribute('pictures-only', ''); }");
        export.openMenu();
        assertThat(export.in(".menu [data-export]")).hasCount(2);
        visit.picture("export-menu-desk");
    }

    @Test
    void thePagesTellWhoseTheyAreAndHowLargeThingsAre(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.atDesk();
        ViewerPage viewer = viewer(visit, clinic);
        viewer.press("k");
        ExportPage export = ExportPage.of(visit);

        export.choose("print").pick("what", "series");
        export.in("[name=every]").fill("3");
        export.in("[name=every]").press("Tab");
        export.in("[name=grid]").selectOption("2x2");
        assertThat(export.in("dialog .outcome")).hasText("14 images on 4 pages");
        visit.picture("print-desk");
        Accessibility.assertNothingSerious(visit);
        export.print(1);
        assertThat(export.sheet(".page")).hasCount(4);
        assertThat(export.sheet("figure")).hasCount(14);
        assertThat(export.sheet("canvas")).hasCount(14);
        assertThat(export.sheet(".page header").last()).containsText("HEAD");
        assertThat(export.sheet(".page header").last()).containsText("PLASTIC");
        assertThat(export.sheet(".page header").last()).containsText("2015-02-06");
        assertThat(export.sheet(".page footer").nth(1)).containsText("Page 2 of 4");
        assertThat(export.sheet(".caption").nth(1)).hasText("202 STD BRAIN 1MM, iDose · 4 / 40");
        assertThat(export.sheet(".details").nth(1)).hasText("W 2800 L 600");
        assertThat(export.sheet(".scale").nth(1)).hasText(Pattern.compile("^\\s*\\d+ cm\\s*$"));
        byte[] paper = visit.page().pdf(new PdfOptions().setPreferCSSPageSize(true).setPath(PICTURES.resolve("print.pdf")));
        assertThat(Pattern.compile("/Type\\s*/Page\\b").matcher(new String(paper, StandardCharsets.ISO_8859_1)).results().count())
                .isEqualTo(4);
        assertThat(export.sheet(".page")).hasCount(0);

        export.pick("what", "keyImages");
        assertThat(export.in("dialog .outcome")).hasText("1 image on 1 page");
        export.print(2);
        assertThat(export.sheet(".caption")).hasText("202 STD BRAIN 1MM, iDose · 21 / 40");
        assertThat(greys(export).getFirst()).as("air").isZero();
        assertThat(greys(export).getLast()).as("plastic").isBetween(120, 200);
    }

    /** The least and the greatest grey in the middle of the first picture. */
    @SuppressWarnings("unchecked")
    private static List<Integer> greys(ExportPage export) {
        return (List<Integer>) export.sheet("canvas").evaluate("""
                canvas => {
                  const {width, height} = canvas;
                  const {data} = canvas.getContext('2d').getImageData(width / 4, height / 4, width / 2, height / 2);
                  const greys = data.filter((_, at) => at % 4 === 0);
                  return [greys.reduce((a, b) => Math.min(a, b)), greys.reduce((a, b) => Math.max(a, b))];
                }""");
    }

    @Test
    void everythingHasRoomOnAPhoneAndEnlarged(Visitors visitors, Clinic clinic) {
        for (String place : List.of("phone", "enlarged")) {
            Visit visit = place.equals("phone") ? visitors.onPhone() : visitors.atEnlargedDesk();
            viewer(visit, clinic);
            ExportPage export = ExportPage.of(visit);
            for (String dialog : List.of("picture", "print")) {
                export.choose(dialog);
                assertThat(export.in("dialog")).isVisible();
                Screen.assertNothingIsOutside(visit);
                Accessibility.assertNothingSerious(visit);
                visit.picture("export-" + dialog + "-" + place);
                export.close();
            }
        }
    }
}
