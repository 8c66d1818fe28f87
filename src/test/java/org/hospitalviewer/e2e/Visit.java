package org.hospitalviewer.e2e;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One person with a fresh browser profile, and everything that browser complained about meanwhile. */
final class Visit {

    private static final Path PICTURES = Path.of("target", "screenshots");
    /** What the browser says when the page itself gave up a request, for instance by being left. */
    private static final String GIVEN_UP = "net::ERR_ABORTED";

    /** The viewer is not told where measurements and habits are kept. */
    private static final String LEAVING_NOTHING = """
            const set = Element.prototype.setAttribute;
            Element.prototype.setAttribute = function (name, value) {
              if (this.localName !== 'dicom-viewer' || !['measurements', 'preferences'].includes(name)) {
                set.call(this, name, value);
              }
            };""";

    /** Vaadin is not at work; the page of the images is not Vaadin's. */
    private static final String QUIET = """
            () => !Object.values(window.Vaadin?.Flow?.clients ?? {}).some(client => client.isActive?.())
                && [...document.querySelectorAll('.v-loading-indicator')].every(bar => getComputedStyle(bar).opacity === '0')""";

    private final BrowserContext profile;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final List<Pattern> expected = new ArrayList<>();

    Visit(BrowserContext profile) {
        this.profile = profile;
        this.page = profile.newPage();
        page.onPageError(error -> complaints.add("page error: " + error));
        page.onConsoleMessage(this::said);
        page.onRequestFailed(this::failed);
        page.onResponse(this::answered);
    }

    /** A reader who draws on the images of others and leaves them as they were: tests share images and reader. */
    Visit leavingNothing() {
        page.addInitScript(LEAVING_NOTHING);
        return this;
    }

    Page page() {
        return page;
    }

    BrowserContext profile() {
        return profile;
    }

    /** Complaints that belong to the scene, such as 401 after the session has ended. */
    Visit expecting(String regularExpression) {
        expected.add(Pattern.compile(regularExpression));
        return this;
    }

    /** The program is away for moments: refused, cut off in the middle of an answer, or not ready yet. */
    Visit expectingRestart() {
        return expecting("503").expecting("ERR_CONNECTION_|ERR_EMPTY_RESPONSE|ERR_SOCKET_NOT_CONNECTED");
    }

    /** Keeps a picture of the screen for people to look at. */
    void picture(String name) {
        page.waitForFunction(QUIET);
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    /** The page with its text, as it is now. */
    void lastSight(String name) {
        try {
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
            Files.writeString(PICTURES.resolve(name + ".txt"), page.url() + "\n" + page.locator("body").innerText());
        } catch (IOException | PlaywrightException e) {
            complaints.add("no last sight: " + e.getMessage());
        }
    }

    List<String> leave() {
        // An answer that a test gives in the server's place must not meet a closed page.
        page.unrouteAll();
        profile.close();
        return complaints.stream()
                .filter(complaint -> expected.stream().noneMatch(pattern -> pattern.matcher(complaint).find()))
                .toList();
    }

    private void said(ConsoleMessage message) {
        if (message.type().equals("error")) {
            complaints.add("console: " + message.text() + " (" + message.location() + ")");
        }
    }

    private void failed(Request request) {
        if (!GIVEN_UP.equals(request.failure())) {
            complaints.add("request: " + request.failure() + " " + request.url());
        }
    }

    private void answered(Response response) {
        if (response.status() >= 400) {
            complaints.add("answer: " + response.status() + " " + response.url());
        }
    }
}
