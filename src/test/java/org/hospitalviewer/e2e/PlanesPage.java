package org.hospitalviewer.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse.MoveOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.Map;

/** The three planes through a series. Points are in mm in the patient's system. */
final class PlanesPage {

    private static final int STEPS = 6;

    private final Page page;
    private final ViewerPage viewer;

    private PlanesPage(Page page, ViewerPage viewer) {
        this.page = page;
        this.viewer = viewer;
    }

    /** The planes, opened with their key and complete. */
    static PlanesPage open(Visit visit, ViewerPage viewer) {
        viewer.press("m");
        return new PlanesPage(visit.page(), viewer).ready();
    }

    /** The planes, opened from the panel of tools that a phone has. */
    static PlanesPage openOnPhone(Visit visit, ViewerPage viewer) {
        viewer.button("More tools").tap();
        viewer.button("Three planes (MPR)").tap();
        return new PlanesPage(visit.page(), viewer).ready();
    }

    /** Every image is in the planes, and those on the screen are the ones through the crosshairs. */
    PlanesPage ready() {
        viewer.waitUntil("state => state.mpr?.isReady && state.mpr.areToolsReady");
        return this;
    }

    /** Evaluates a function of the state of the planes. */
    Object state(String function) {
        return viewer.state("state => (" + function + ")(state.mpr)");
    }

    double number(String function) {
        return ((Number) state(function)).doubleValue();
    }

    double[] point() {
        return numbers(state("mpr => mpr.point"));
    }

    /** Value at the crosshairs. */
    double value() {
        return number("mpr => mpr.value");
    }

    Locator plane(String name) {
        return page.locator("dicom-viewer .plane." + name);
    }

    Locator bar() {
        return page.locator("dicom-viewer .mpr-bar");
    }

    Locator strip() {
        return page.locator("dicom-viewer .mpr .notes");
    }

    /** Place on the page of a point of the patient in a plane. */
    double[] onScreen(String plane, double... point) {
        @SuppressWarnings("unchecked")
        Map<String, Number> place = (Map<String, Number>) state("mpr => mpr.planes.find(({name}) => name === '" + plane
                + "').patientToCanvas([" + point[0] + ", " + point[1] + ", " + point[2] + "])");
        BoundingBox box = canvas(plane).boundingBox();
        return new double[] {box.x + place.get("x").doubleValue(), box.y + place.get("y").doubleValue()};
    }

    PlanesPage click(String plane, double... point) {
        double[] place = onScreen(plane, point);
        page.mouse().click(place[0], place[1]);
        return ready();
    }

    PlanesPage tap(String plane, double... point) {
        double[] place = onScreen(plane, point);
        page.touchscreen().tap(place[0], place[1]);
        return ready();
    }

    /** Holds the left button down between two points of a plane. */
    PlanesPage drag(String plane, double[] from, double[] to) {
        double[] start = onScreen(plane, from);
        double[] end = onScreen(plane, to);
        page.mouse().move(start[0], start[1]);
        page.mouse().down();
        page.mouse().move(end[0], end[1], new MoveOptions().setSteps(STEPS));
        page.mouse().up();
        return ready();
    }

    /** One notch of the wheel for each plane, over the middle of a plane. */
    PlanesPage wheel(String plane, int notches) {
        BoundingBox box = canvas(plane).boundingBox();
        page.mouse().move(box.x + box.width / 2, box.y + box.height / 4);
        for (int turned = 0; turned < Math.abs(notches); turned++) {
            page.mouse().wheel(0, Math.signum(notches) * 100);
        }
        return ready();
    }

    PlanesPage project(String choice) {
        bar().locator("[data-choice=projection]").selectOption(choice);
        return ready();
    }

    PlanesPage thickness(int mm) {
        bar().locator("[data-choice=thickness]").fill(Integer.toString(mm));
        return ready();
    }

    /** Red, green and blue on the canvas of a plane at a point of the patient. */
    List<Integer> colourAt(String plane, double... point) {
        double[] place = onScreen(plane, point);
        BoundingBox box = canvas(plane).boundingBox();
        @SuppressWarnings("unchecked")
        List<Integer> colour = (List<Integer>) canvas(plane).evaluate("""
                (canvas, [x, y]) => {
                  const ratio = canvas.width / canvas.getBoundingClientRect().width;
                  const place = [Math.floor(x * ratio), Math.floor(y * ratio)];
                  return [...canvas.getContext('2d').getImageData(...place, 1, 1).data].slice(0, 3);
                }""", List.of(place[0] - box.x, place[1] - box.y));
        return colour;
    }

    void leave() {
        viewer.press("m");
        viewer.waitUntil("state => !state.mpr");
    }

    private Locator canvas(String plane) {
        return plane(plane).locator(".viewport canvas");
    }

    private static double[] numbers(Object list) {
        return ((List<?>) list).stream().mapToDouble(value -> ((Number) value).doubleValue()).toArray();
    }
}
