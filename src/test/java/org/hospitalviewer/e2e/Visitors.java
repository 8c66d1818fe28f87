package org.hospitalviewer.e2e;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;

/** People in front of a screen. Each one starts with an empty browser profile. */
final class Visitors {

    private final RunningBrowser browser;
    private final List<Visit> visits = new ArrayList<>();

    Visitors(RunningBrowser browser) {
        this.browser = browser;
    }

    /** A desktop with a mouse. */
    Visit atDesk() {
        return visit(desk());
    }

    Visit atDarkDesk() {
        return visit(desk().setColorScheme(ColorScheme.DARK));
    }

    /** The page enlarged to 200 %: half as many CSS pixels on the same screen. */
    Visit atEnlargedDesk() {
        return visit(desk().setViewportSize(720, 450).setDeviceScaleFactor(2));
    }

    /** A phone held upright, with fingers. */
    Visit onPhone() {
        return visit(phone());
    }

    Visit onDarkPhone() {
        return visit(phone().setColorScheme(ColorScheme.DARK));
    }

    /** A desktop with a browser that asks for Mexican Spanish. */
    Visit atSpanishDesk() {
        return arrived(browser.profile(inMexico(desk()))).leavingNothing();
    }

    /** A phone of the same kind. */
    Visit onSpanishPhone() {
        return arrived(browser.profile(inMexico(phone()))).leavingNothing();
    }

    /** A desktop of any size, in CSS pixels. */
    Visit atWindow(int width, int height) {
        return visit(desk().setViewportSize(width, height));
    }

    /** What everybody saw when a test failed, as far as their browsers still show it. */
    void keepLastSight(String test) {
        for (int visit = 0; visit < visits.size(); visit++) {
            visits.get(visit).lastSight("failed-" + test + "-" + (visit + 1));
        }
    }

    /** Ends all visits, complaining of what their browsers complained of. */
    void leave() {
        List<String> complaints = new ArrayList<>();
        visits.forEach(visit -> complaints.addAll(visit.leave()));
        visits.clear();
        if (!complaints.isEmpty()) {
            throw new AssertionError("The browser complained: " + complaints);
        }
    }

    /** A desktop where the viewer keeps what is measured, and how the reader likes it. */
    Visit atKeepingDesk() {
        return arrival(desk());
    }

    /** A phone of the same kind. */
    Visit onKeepingPhone() {
        return arrival(phone());
    }

    /** A desktop with a browser that shows a PDF inside of a page. */
    Visit atDeskForPdf() {
        return arrived(browser.profileForPdf(inBritain(desk()))).leavingNothing();
    }

    private Visit visit(NewContextOptions options) {
        return arrival(options).leavingNothing();
    }

    private Visit arrival(NewContextOptions options) {
        return arrived(browser.profile(inBritain(options)));
    }

    private Visit arrived(BrowserContext profile) {
        Visit visit = new Visit(profile);
        visits.add(visit);
        return visit;
    }

    private static NewContextOptions inBritain(NewContextOptions options) {
        return options.setLocale("en-GB").setTimezoneId("UTC");
    }

    private static NewContextOptions inMexico(NewContextOptions options) {
        return options.setLocale("es-MX").setTimezoneId("UTC");
    }

    private static NewContextOptions desk() {
        return new NewContextOptions().setViewportSize(1440, 900);
    }

    private static NewContextOptions phone() {
        return new NewContextOptions().setViewportSize(390, 844).setDeviceScaleFactor(2).setHasTouch(true)
                .setIsMobile(true);
    }
}
