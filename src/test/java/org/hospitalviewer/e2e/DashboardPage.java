package org.hospitalviewer.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;

/** The administrator's landing screen. */
final class DashboardPage {

    private final Page page;

    private DashboardPage(Page page) {
        this.page = page;
    }

    static DashboardPage shownTo(Visit visit) {
        AdminPages.assertHeading(visit, "Dashboard");
        return new DashboardPage(visit.page());
    }

    static DashboardPage open(Visit visit, Clinic clinic) {
        visit.page().navigate(clinic.url("/admin"));
        return shownTo(visit);
    }

    /** The value beside a label. */
    Locator fact(String label) {
        return page.locator("dt", new Page.LocatorOptions().setHasText(label)).locator("xpath=following-sibling::dd[1]");
    }

    void waitUntilCounted() {
        assertThat(fact("In quarantine")).hasText(Pattern.compile("\\d+"));
    }
}
