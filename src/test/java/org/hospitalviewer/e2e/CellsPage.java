package org.hospitalviewer.e2e;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse.MoveOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** The cells of the reading room, counted from 0 at the top left. Places in an image are in its pixels. */
final class CellsPage {

    private static final int STEPS = 8;

    private final Visit visit;
    private final Page page;
    private final ViewerPage viewer;

    private CellsPage(Visit visit, ViewerPage viewer) {
        this.visit = visit;
        this.page = visit.page();
        this.viewer = viewer;
    }

    static CellsPage of(Visit visit, ViewerPage viewer) {
        return new CellsPage(visit, viewer);
    }

    ViewerPage viewer() {
        return viewer;
    }

    /** Chooses a layout in the tool bar and waits until every cell shows a picture. */
    CellsPage choose(String layout) {
        viewer.button("Layout").click();
        tile(layout).click();
        viewer.waitUntil("state => state.layout === '" + layout + "'");
        return settled();
    }

    /** All cells with a series show the pictures they are scrolled to. */
    CellsPage settled() {
        viewer.waitUntil("state => state.areToolsReady && state.cells.every(cell =>"
                + " !cell.isVisible || !cell.seriesInstanceUID || (cell.sliceIndex >= 0 && !cell.isWaiting))");
        return this;
    }

    Locator tile(String layout) {
        return page.locator("dicom-viewer [data-grid=\"" + layout + "\"]");
    }

    CellsPage link(String name) {
        viewer.button("Link").click();
        page.locator("dicom-viewer [data-link=\"" + name + "\"]").click();
        page.keyboard().press("Escape");
        return this;
    }

    Locator cell(int place) {
        return page.locator("dicom-viewer .cell[data-cell=\"" + place + "\"]");
    }

    Locator series(String uid) {
        return page.locator("dicom-viewer [data-series=\"" + uid + "\"]");
    }

    Locator badge(int place) {
        return cell(place).locator(".badge");
    }

    double number(int place, String property) {
        return viewer.number("cells[" + place + "]." + property);
    }

    int slice(int place) {
        return (int) number(place, "sliceIndex");
    }

    /** The cell that the next choice is for. */
    void activate(int place) {
        click(place, 48, 48);
        viewer.waitUntil("state => state.cells[" + place + "].isActive");
    }

    /** A series that was chosen comes into its cell, and shows its picture. */
    void awaitSeries(int place, String uid) {
        viewer.waitUntil("state => state.cells[" + place + "].seriesInstanceUID === '" + uid + "'");
        settled();
    }

    String seriesIn(int place) {
        return (String) viewer.state("state => state.cells[" + place + "].seriesInstanceUID");
    }

    void waitForSlice(int place, int slice) {
        viewer.waitUntil("state => state.cells[" + place + "].sliceIndex === " + slice
                + " && !state.cells[" + place + "].isWaiting");
    }

    /** The part of the patient that is in the middle of a cell, as a place in its image. */
    double[] middle(int place) {
        BoundingBox box = box(place);
        return point("state.cells[" + place + "].canvasToPixel({x: " + box.width / 2 + ", y: " + box.height / 2 + "})");
    }

    /** Where the crosshairs are in the image of a cell. */
    double[] crosshairs(int place) {
        return point("state.cells[" + place + "].crosshairs");
    }

    double[] lineEnd(int place, int line, int end) {
        return point("state.cells[" + place + "].lines[" + line + "].segment[" + end + "]");
    }

    private double[] point(String expression) {
        @SuppressWarnings("unchecked")
        Map<String, Number> point = (Map<String, Number>) viewer.state("state => " + expression);
        return new double[] {point.get("x").doubleValue(), point.get("y").doubleValue()};
    }

    /** Place on the page, CSS pixels, of a place in the image of a cell. */
    double[] onScreen(int place, double x, double y) {
        double[] point = point("state.cells[" + place + "].pixelToCanvas({x: " + x + ", y: " + y + "})");
        BoundingBox box = box(place);
        return new double[] {box.x + point[0], box.y + point[1]};
    }

    BoundingBox box(int place) {
        return cell(place).locator(".view").boundingBox();
    }

    void click(int place, double x, double y) {
        double[] at = onScreen(place, x, y);
        page.mouse().click(at[0], at[1]);
    }

    void doubleClick(int place, double x, double y) {
        double[] at = onScreen(place, x, y);
        page.mouse().dblclick(at[0], at[1]);
    }

    void wheel(int place, int notches) {
        double[] at = middleOnPage(place);
        page.mouse().move(at[0], at[1]);
        for (int turned = 0; turned < Math.abs(notches); turned++) {
            page.mouse().wheel(0, Math.signum(notches) * 100);
        }
    }

    void dragIn(int place, double dx, double dy) {
        double[] at = middleOnPage(place);
        dragBetween(at[0], at[1], at[0] + dx, at[1] + dy);
    }

    void dragSeries(String uid, int place) {
        BoundingBox from = series(uid).boundingBox();
        double[] to = middleOnPage(place);
        dragBetween(from.x + from.width / 2, from.y + from.height / 2, to[0], to[1]);
    }

    private double[] middleOnPage(int place) {
        BoundingBox box = box(place);
        return new double[] {box.x + box.width / 2, box.y + box.height / 2};
    }

    private void dragBetween(double fromX, double fromY, double toX, double toY) {
        page.mouse().move(fromX, fromY);
        page.mouse().down();
        page.mouse().move(toX, toY, new MoveOptions().setSteps(STEPS));
        page.mouse().up();
    }

    /** Colours of what is seen around a place of the page, with all that lies over the picture. */
    List<Color> coloursAround(double x, double y) {
        try {
            BufferedImage screen = ImageIO.read(new ByteArrayInputStream(page.screenshot()));
            double ratio = screen.getWidth() / ((Number) page.evaluate("window.innerWidth")).doubleValue();
            return IntStream.rangeClosed(-2, 2)
                    .mapToObj(down -> new Color(screen.getRGB((int) (x * ratio), (int) (y * ratio) + down)))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Grey of the picture in a cell, without what lies over it. */
    int greyAt(int place, double x, double y) {
        return ((Number) viewer.element().evaluate("""
                (viewer, [place, x, y]) => {
                  const canvas = viewer.shadowRoot.querySelectorAll('.viewport canvas')[place];
                  const at = viewer.state.cells[place].pixelToCanvas({x, y});
                  const ratio = window.devicePixelRatio;
                  return canvas.getContext('2d').getImageData(at.x * ratio, at.y * ratio, 1, 1).data[0];
                }""", List.of(place, x, y))).intValue();
    }

    /** Puts fingers on the middle of a cell and moves each by its own way, CSS pixels. */
    void fingers(int place, double[][] from, double[][] ways) {
        double[] middle = middleOnPage(place);
        CDPSession touch = visit.profile().newCDPSession(page);
        send(touch, "touchStart", middle, from, ways, 0);
        for (int step = 1; step <= STEPS; step++) {
            send(touch, "touchMove", middle, from, ways, (double) step / STEPS);
        }
        send(touch, "touchEnd", middle, new double[0][], ways, 1);
    }

    /** Taps twice on the middle of a cell. */
    void doubleTap(int place) {
        double[] middle = middleOnPage(place);
        page.touchscreen().tap(middle[0], middle[1]);
        page.touchscreen().tap(middle[0], middle[1]);
    }

    /** Rests with one finger until the condition on the page holds. */
    void restUntil(int place, Locator shown) {
        double[] middle = middleOnPage(place);
        CDPSession touch = visit.profile().newCDPSession(page);
        send(touch, "touchStart", middle, new double[][] {{0, 0}}, new double[][] {{0, 0}}, 0);
        shown.waitFor();
        send(touch, "touchEnd", middle, new double[0][], new double[0][], 1);
    }

    private static void send(CDPSession touch, String type, double[] middle, double[][] from, double[][] ways,
            double share) {
        JsonArray points = new JsonArray();
        for (int finger = 0; finger < from.length; finger++) {
            JsonObject point = new JsonObject();
            point.addProperty("id", finger);
            point.addProperty("x", middle[0] + from[finger][0] + ways[finger][0] * share);
            point.addProperty("y", middle[1] + from[finger][1] + ways[finger][1] * share);
            points.add(point);
        }
        JsonObject event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", points);
        touch.send("Input.dispatchTouchEvent", event);
    }
}
