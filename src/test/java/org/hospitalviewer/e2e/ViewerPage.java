package org.hospitalviewer.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse.DownOptions;
import com.microsoft.playwright.Mouse.MoveOptions;
import com.microsoft.playwright.Mouse.UpOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.MouseButton;
import java.util.List;
import java.util.Map;

/** The reading room. Positions in the image are in its pixels; the centre of the first one is 0.5, 0.5. */
final class ViewerPage {

    private static final int SWIPE_STEPS = 10;

    /** Colours on the canvas of {@code viewer} at {@code pixels}; the canvas has the pixels of the screen. */
    private static final String COLOURS = """
            const canvas = viewer.shadowRoot.querySelector('.viewport canvas');
            const context = canvas.getContext('2d');
            const ratio = window.devicePixelRatio;
            const {data} = context.getImageData(0, 0, canvas.width, canvas.height);
            return pixels.map(([column, row]) => {
              const {x, y} = viewer.state.pixelToCanvas({x: column + 0.5, y: row + 0.5});
              const at = 4 * (Math.floor(y * ratio) * canvas.width + Math.floor(x * ratio));
              return [...data.subarray(at, at + 3)];
            });""";

    /**
     * How far the canvas of {@code viewer} is from what the server draws of the same frame: the mean over a grid of
     * pixels and their channels, as a part of the whole range of greys.
     */
    private static final String DIFFERENCE = """
            async viewer => {
              const {studyInstanceUID, seriesInstanceUID, sopInstanceUID, frameNumber, rows, columns} = viewer.state;
              const answer = await fetch(`/dicom-web/studies/${studyInstanceUID}/series/${seriesInstanceUID}`
                + `/instances/${sopInstanceUID}/frames/${frameNumber}/rendered`, {headers: {Accept: 'image/png'}});
              if (!answer.ok) {
                throw new Error(`The server answered with ${answer.status}`);
              }
              const picture = await createImageBitmap(await answer.blob());
              const reference = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
              reference.drawImage(picture, 0, 0);
              const drawn = reference.getImageData(0, 0, picture.width, picture.height);
              if (drawn.width !== columns || drawn.height !== rows) {
                throw new Error(`The server drew ${drawn.width} x ${drawn.height} instead of ${columns} x ${rows}`);
              }
              const canvas = viewer.shadowRoot.querySelector('.viewport canvas');
              const shown = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
              const steps = 40;
              let sum = 0;
              let count = 0;
              for (let at = 0; at < steps * steps; at++) {
                const column = Math.floor((at % steps + 0.5) / steps * columns);
                const row = Math.floor((Math.floor(at / steps) + 0.5) / steps * rows);
                const {x, y} = viewer.state.pixelToCanvas({x: column + 0.5, y: row + 0.5});
                const [left, top] = [Math.floor(x * devicePixelRatio), Math.floor(y * devicePixelRatio)];
                if (left >= 0 && top >= 0 && left < shown.width && top < shown.height) {
                  for (let channel = 0; channel < 3; channel++) {
                    sum += Math.abs(shown.data[4 * (top * shown.width + left) + channel]
                      - drawn.data[4 * (row * columns + column) + channel]);
                  }
                  count += 3;
                }
              }
              return sum / count / 255;
            }""";

    private final Page page;

    private ViewerPage(Page page) {
        this.page = page;
    }

    /** The viewer is there and shows a picture. */
    static ViewerPage shownTo(Visit visit) {
        ViewerPage viewer = new ViewerPage(visit.page());
        assertThat(viewer.element()).isVisible();
        viewer.waitUntil("state => state?.sliceIndex >= 0 && !state.isWaiting && state.areToolsReady");
        return viewer;
    }

    /** The viewer with a notice in the place of the picture. */
    static ViewerPage emptyFor(Visit visit) {
        ViewerPage viewer = new ViewerPage(visit.page());
        assertThat(viewer.notice()).isVisible();
        return viewer;
    }

    /** The viewer with a card in the place of the picture: the object is none. */
    static ViewerPage withCardFor(Visit visit) {
        ViewerPage viewer = new ViewerPage(visit.page());
        assertThat(viewer.card()).isVisible();
        return viewer;
    }

    static ViewerPage open(Visit visit, Clinic clinic, String studyInstanceUid) {
        visit.page().navigate(clinic.url("/viewer/" + studyInstanceUid));
        return shownTo(visit);
    }

    Locator element() {
        return page.locator("dicom-viewer");
    }

    /** Everything the reader sees in words. */
    Locator overlay() {
        return page.locator("dicom-viewer .overlay");
    }

    /** What the viewer has to say about the picture. */
    Locator strip() {
        return page.locator("dicom-viewer .notes");
    }

    Locator card() {
        return page.locator("dicom-viewer .card");
    }

    Locator notice() {
        return page.locator("dicom-viewer .notice");
    }

    Locator button(String label) {
        return page.locator("dicom-viewer .tool[aria-label=\"" + label + "\"]");
    }

    Locator menuEntry(String label) {
        return page.locator("dicom-viewer .menu button", new Page.LocatorOptions().setHasText(label));
    }

    /** Evaluates a function of the viewer's state. */
    Object state(String function) {
        return element().evaluate("viewer => (" + function + ")(viewer.state)");
    }

    double number(String property) {
        return ((Number) state("state => state." + property)).doubleValue();
    }

    int slice() {
        return (int) number("sliceIndex");
    }

    /** Waits for a condition on the state. */
    void waitUntil(String condition) {
        try {
            page.waitForFunction("() => { const viewer = document.querySelector('dicom-viewer');"
                    + " return viewer && (" + condition + ")(viewer.state); }");
        } catch (TimeoutError e) {
            throw new AssertionError("Not in time: " + condition + ", but " + element().evaluate("viewer => JSON.stringify("
                    + "{...viewer.state, measurements: undefined})"), e);
        }
    }

    void waitForSlice(int index) {
        waitUntil("state => state.sliceIndex === " + index + " && !state.isWaiting");
    }

    void press(String key) {
        page.keyboard().press(key);
    }

    /** One notch of a mouse wheel for each slice, downwards for positive numbers. */
    void wheel(int notches) {
        moveTo(300, 300);
        for (int turned = 0; turned < Math.abs(notches); turned++) {
            page.mouse().wheel(0, Math.signum(notches) * 100);
        }
    }

    /** Holds the left button down over a way in CSS pixels. */
    void drag(double dx, double dy) {
        BoundingBox box = picture();
        double x = box.x + box.width / 2;
        double y = box.y + box.height / 2;
        dragBetween(x, y, x + dx, y + dy);
    }

    /** Draws from one place of the image to the other with the left button held down. */
    void drawLine(double fromX, double fromY, double toX, double toY) {
        double[] from = onScreen(fromX, fromY);
        double[] to = onScreen(toX, toY);
        dragBetween(from[0], from[1], to[0], to[1]);
    }

    void clickAt(double x, double y) {
        double[] place = onScreen(x, y);
        page.mouse().click(place[0], place[1]);
    }

    void moveTo(double x, double y) {
        double[] place = onScreen(x, y);
        page.mouse().move(place[0], place[1]);
    }

    /** Place on the page, CSS pixels, of a place in the image. */
    double[] onScreen(double x, double y) {
        @SuppressWarnings("unchecked")
        Map<String, Number> point = (Map<String, Number>) state(
                "state => state.pixelToCanvas({x: " + x + ", y: " + y + "})");
        BoundingBox box = picture();
        return new double[] {box.x + point.get("x").doubleValue(), box.y + point.get("y").doubleValue()};
    }

    BoundingBox picture() {
        return page.locator("dicom-viewer .viewport canvas").boundingBox();
    }

    /**
     * Grey values on the canvas at pixels of the image, each pixel at its centre.
     *
     * @param pixels column and row, counted from 0
     */
    @SuppressWarnings("unchecked")
    List<Integer> greyAt(List<List<Integer>> pixels) {
        return (List<Integer>) element().evaluate("""
                (viewer, pixels) => {
                  const canvas = viewer.shadowRoot.querySelector('.viewport canvas');
                  const context = canvas.getContext('2d');
                  return pixels.map(([column, row]) => {
                    const {x, y} = viewer.state.pixelToCanvas({x: column + 0.5, y: row + 0.5});
                    const [red, green, blue] = context.getImageData(Math.floor(x), Math.floor(y), 1, 1).data;
                    return red === green && green === blue ? red : -1;
                  });
                }""", pixels);
    }

    /** Red, green and blue on the canvas at pixels of the image, each pixel at its centre. */
    @SuppressWarnings("unchecked")
    List<List<Integer>> colourAt(List<List<Integer>> pixels) {
        return (List<List<Integer>>) element().evaluate("(viewer, pixels) => {" + COLOURS + "}", pixels);
    }

    /** The picture shows a colour at a pixel of the image. */
    void waitForColour(List<Integer> pixel, List<Integer> colour) {
        page.waitForFunction("([pixel, colour]) => { const viewer = document.querySelector('dicom-viewer');"
                + " const pixels = [pixel]; const shown = (() => {" + COLOURS + "})();"
                + " return shown[0].join() === colour.join(); }", List.of(pixel, colour));
    }

    /** @see #DIFFERENCE */
    double differenceFromServer() {
        return ((Number) element().evaluate(DIFFERENCE)).doubleValue();
    }

    /** What was asked for is drawn. */
    void settle() {
        element().evaluate("() => new Promise(drawn =>"
                + " requestAnimationFrame(() => requestAnimationFrame(drawn)))");
    }

    /** Enlarges and moves the image with the keyboard and the middle button until a place of it is in the middle. */
    void zoomOnto(double x, double y, double scale) {
        while (number("scale") < scale) {
            press("+");
            centre(x, y);
        }
    }

    private void centre(double x, double y) {
        double[] place = onScreen(x, y);
        BoundingBox box = picture();
        page.mouse().move(box.x + box.width / 2, box.y + box.height / 2);
        page.mouse().down(new DownOptions().setButton(MouseButton.MIDDLE));
        page.mouse().move(box.x + box.width - place[0] + box.x, box.y + box.height - place[1] + box.y);
        page.mouse().up(new UpOptions().setButton(MouseButton.MIDDLE));
    }

    /** One finger over a way in CSS pixels, from the middle of the picture. */
    void swipe(Visit visit, double dx, double dy) {
        BoundingBox box = picture();
        double x = box.x + box.width / 2;
        double y = box.y + box.height / 2;
        CDPSession finger = visit.profile().newCDPSession(page);
        touch(finger, "touchStart", x, y);
        for (int step = 1; step <= SWIPE_STEPS; step++) {
            touch(finger, "touchMove", x + dx * step / SWIPE_STEPS, y + dy * step / SWIPE_STEPS);
        }
        JsonObject lifted = new JsonObject();
        lifted.addProperty("type", "touchEnd");
        lifted.add("touchPoints", new JsonArray());
        finger.send("Input.dispatchTouchEvent", lifted);
    }

    private static void touch(CDPSession finger, String type, double x, double y) {
        JsonObject point = new JsonObject();
        point.addProperty("x", x);
        point.addProperty("y", y);
        JsonArray points = new JsonArray();
        points.add(point);
        JsonObject event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", points);
        finger.send("Input.dispatchTouchEvent", event);
    }

    /** From now on measurements are kept in order of their completion. */
    void listenForMeasurements() {
        element().evaluate("""
                viewer => {
                  viewer.heard = [];
                  viewer.addEventListener('measurement-completed', event => viewer.heard.push(event.detail));
                }""");
    }

    /** The last measurement that was heard of. */
    @SuppressWarnings("unchecked")
    Map<String, Object> heardMeasurement(int count) {
        page.waitForFunction("count => document.querySelector('dicom-viewer').heard.length === count", count);
        return (Map<String, Object>) element().evaluate("viewer => viewer.heard.at(-1)");
    }

    /** Shows another series, without a new page, and waits for what becomes of it. */
    void goTo(String studyInstanceUid, String seriesInstanceUid) {
        element().evaluate("(viewer, [study, series]) => {"
                + " viewer.setAttribute('series', series); viewer.setAttribute('study', study); }",
                List.of(studyInstanceUid, seriesInstanceUid));
        waitUntil("state => state?.seriesInstanceUID === '" + seriesInstanceUid + "' && (state.phase === 'ready'"
                + " ? state.sliceIndex >= 0 && !state.isWaiting"
                + " : state.phase !== 'loading' && state.document !== 'loading')");
        settle();
        // The browser has begun to play a video, or has given it up, which takes the player away.
        page.waitForFunction(
                "() => (document.querySelector('dicom-viewer').shadowRoot.querySelector('.film')?.readyState ?? 1) > 0");
        settle();
    }

    /** Whether all pixels of the picture on the canvas are the same. */
    boolean isOfOneColour() {
        return (boolean) element().evaluate("""
                viewer => {
                  const canvas = viewer.shadowRoot.querySelector('.viewport canvas');
                  const {columns, rows, pixelToCanvas} = viewer.state;
                  const [from, to] = [pixelToCanvas({x: 0, y: 0}), pixelToCanvas({x: columns, y: rows})];
                  const left = Math.max(0, Math.ceil(Math.min(from.x, to.x)) + 1);
                  const top = Math.max(0, Math.ceil(Math.min(from.y, to.y)) + 1);
                  const right = Math.min(canvas.width, Math.floor(Math.max(from.x, to.x)) - 1);
                  const bottom = Math.min(canvas.height, Math.floor(Math.max(from.y, to.y)) - 1);
                  const {data} = canvas.getContext('2d').getImageData(left, top, right - left, bottom - top);
                  return new Uint32Array(data.buffer).every((pixel, _, all) => pixel === all[0]);
                }""");
    }

    /** Opens the same study once more. */
    void reopen() {
        element().evaluate("""
                viewer => {
                  const study = viewer.getAttribute('study');
                  viewer.removeAttribute('study');
                  setTimeout(() => viewer.setAttribute('study', study));
                }""");
    }

    WorklistPage back(Visit visit) {
        button("Worklist").click();
        return WorklistPage.shownTo(visit);
    }

    private void dragBetween(double fromX, double fromY, double toX, double toY) {
        page.mouse().move(fromX, fromY);
        page.mouse().down();
        page.mouse().move(toX, toY, new MoveOptions().setSteps(8));
        page.mouse().up();
    }
}
