package org.hospitalviewer.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
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

    /** The value beside a label on a card, which is told by its heading: two cards have a "State". */
    Locator fact(String card, String label) {
        Locator heading = page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(card).setExact(true));
        return page.locator(".admin-card", new Page.LocatorOptions().setHas(heading))
                .locator("dt", new Locator.LocatorOptions().setHasText(label))
                .locator("xpath=following-sibling::dd[1]");
    }

    void waitUntilCounted() {
        assertThat(fact("Archive", "In quarantine")).hasText(Pattern.compile("\\d+"));
    }
}
