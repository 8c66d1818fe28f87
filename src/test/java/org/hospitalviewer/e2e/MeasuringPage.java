package org.hospitalviewer.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.peers.WebCaller;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Drawing and marking in the reading room. Positions are in pixels of the image. */
final class MeasuringPage {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Visit visit;
    private final Page page;
    private final ViewerPage viewer;

    MeasuringPage(Visit visit, ViewerPage viewer) {
        this.visit = visit;
        this.page = visit.page();
        this.viewer = viewer;
    }

    /** Holds the left button down from the first place over all others. */
    void drag(double[]... places) {
        move(places[0]);
        page.mouse().down();
        for (double[] place : places) {
            move(place);
        }
        page.mouse().up();
    }

    void click(double[] place) {
        move(place);
        page.mouse().down();
        page.mouse().up();
    }

    private void move(double[] place) {
        double[] screen = viewer.onScreen(place[0], place[1]);
        page.mouse().move(screen[0], screen[1]);
    }

    /** One finger over a way. */
    void swipe(double[] from, double[] to) {
        CDPSession finger = visit.profile().newCDPSession(page);
        double[] start = viewer.onScreen(from[0], from[1]);
        double[] end = viewer.onScreen(to[0], to[1]);
        touch(finger, "touchStart", start);
        for (int step = 1; step <= 8; step++) {
            touch(finger, "touchMove", new double[] {start[0] + (end[0] - start[0]) * step / 8,
                    start[1] + (end[1] - start[1]) * step / 8});
        }
        touch(finger, "touchEnd");
    }

    /** Two fingers, the second one put down after the first has moved. */
    void pinch(double[] first, double[] second, double apart) {
        CDPSession fingers = visit.profile().newCDPSession(page);
        double[] one = viewer.onScreen(first[0], first[1]);
        double[] other = viewer.onScreen(second[0], second[1]);
        touch(fingers, "touchStart", one);
        touch(fingers, "touchStart", one, other);
        for (int step = 1; step <= 8; step++) {
            touch(fingers, "touchMove", new double[] {one[0] - apart * step, one[1]},
                    new double[] {other[0] + apart * step, other[1]});
        }
        touch(fingers, "touchEnd");
    }

    private static void touch(CDPSession finger, String type, double[]... places) {
        JsonArray points = new JsonArray();
        for (int id = 0; id < places.length; id++) {
            JsonObject point = new JsonObject();
            point.addProperty("x", places[id][0]);
            point.addProperty("y", places[id][1]);
            point.addProperty("id", id);
            points.add(point);
        }
        JsonObject event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", points);
        finger.send("Input.dispatchTouchEvent", event);
    }

    /** Takes a tool from the menu. */
    void choose(String tool) {
        viewer.button("Measure and mark").click();
        page.locator("dicom-viewer [data-menu-tool=" + tool + "]").click();
        viewer.waitUntil("state => state.tool === '" + tool + "'");
    }

    /** Does something with what was drawn, out of the menu, which stays open. */
    void chooseAction(String action) {
        viewer.button("Measure and mark").click();
        page.locator("dicom-viewer [data-menu-tool=" + action + "]").click();
        page.keyboard().press("Escape");
    }

    /** What the reader is told about measuring and saving. */
    Locator note() {
        return page.locator("dicom-viewer .mark-notes");
    }

    void awaitCount(int measurements) {
        viewer.waitUntil("state => state.measurements.length === " + measurements);
    }

    void awaitSaved() {
        viewer.waitUntil("state => state.saving === 'saved'");
    }

    /** Answers the question that is asked. */
    void answer(String text) {
        question().locator("input").fill(text);
        page.keyboard().press("Enter");
        assertThat(question()).hasCount(0);
    }

    Locator question() {
        return page.locator("dicom-viewer dialog.question");
    }

    Locator panel() {
        return page.locator("dicom-viewer .marks");
    }

    Locator row(String text) {
        return panel().locator(".mark", new Locator.LocatorOptions().setHasText(text));
    }

    /** What the server has of a study, in the order of its making. */
    static List<JsonNode> saved(Clinic clinic, String studyInstanceUid) {
        try {
            HttpResponse<byte[]> answer = WebCaller.stranger(clinic.appliance().httpPort())
                    .as(FreshHome.ADMIN, FreshHome.PASSWORD).get("/api/measurements/study/" + studyInstanceUid);
            return MAPPER.readTree(answer.body()).valueStream().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
