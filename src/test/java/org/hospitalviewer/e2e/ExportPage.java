package org.hospitalviewer.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** What leaves the reading room: the menu, the dialogs of picture and paper, and the files that come of it. */
final class ExportPage {

    private static final String SHEET = ".dicom-print-sheet";

    private final Visit visit;

    private ExportPage(Visit visit) {
        this.visit = visit;
    }

    static ExportPage of(Visit visit) {
        return new ExportPage(visit);
    }

    Locator in(String selector) {
        return visit.page().locator("dicom-viewer " + selector);
    }

    /** Opens the menu, on a phone out of the panel of other tools. */
    ExportPage openMenu() {
        if (in("[data-tool=more]").isVisible()) {
            in("[data-tool=more]").click();
        }
        in("[data-tool=export]").click();
        return this;
    }

    ExportPage choose(String entry) {
        openMenu();
        in("[data-export=" + entry + "]").click();
        return this;
    }

    /** Closes the dialog that is open. */
    void close() {
        visit.page().keyboard().press("Escape");
        assertThat(in("dialog")).hasCount(0);
    }

    /** Sets a tick of the dialog that is open. */
    ExportPage tick(String name, boolean isOn) {
        in("dialog [name=" + name + "]").setChecked(isOn);
        return this;
    }

    ExportPage pick(String name, String value) {
        in("dialog [name=" + name + "][value=" + value + "]").check();
        return this;
    }

    /** Only what the file holds, in the window and turn of the screen. */
    ExportPage bare() {
        return tick("marks", false).tick("texts", false);
    }

    Download save() {
        return visit.page().waitForDownload(() -> in("[data-do=save]").click());
    }

    BufferedImage savedPicture() {
        return picture(save());
    }

    static BufferedImage picture(Download download) {
        try {
            return ImageIO.read(download.path().toFile());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static byte[] bytes(Download download) {
        try {
            return Files.readAllBytes(download.path());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Presses what prints and waits until the browser is asked to, which does not happen without a screen. */
    void print(int times) {
        in("[data-do=print]").click();
        visit.page().waitForFunction("times => window.printed === times", times);
    }

    /** Red, green and blue that are seen at a place of a picture. */
    static List<Integer> colour(BufferedImage picture, int x, int y) {
        int colour = picture.getRGB(x, y);
        return List.of(colour >> 16 & 0xFF, colour >> 8 & 0xFF, colour & 0xFF);
    }

    /** How many pixels of a picture have a colour. */
    static long count(BufferedImage picture, List<Integer> colour) {
        return IntStream.range(0, picture.getWidth() * picture.getHeight())
                .filter(at -> colour(picture, at % picture.getWidth(), at / picture.getWidth()).equals(colour)).count();
    }

    /** What a canvas of the page shows. */
    static BufferedImage shownOn(Locator canvas) {
        String png = (String) canvas.evaluate("canvas => canvas.toDataURL('image/png').split(',')[1]");
        try {
            return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(png)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What would be on the pages. */
    Locator sheet(String selector) {
        return visit.page().locator(SHEET + " " + selector);
    }
}
