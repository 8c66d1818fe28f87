package org.hospitalviewer.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The administrator's screen of long works. */
final class JobsPage {

    private final Visit visit;
    private final Page page;

    private JobsPage(Visit visit) {
        this.visit = visit;
        this.page = visit.page();
    }

    static JobsPage open(Visit visit, Clinic clinic) {
        visit.page().navigate(clinic.url("/admin/jobs"));
        AdminPages.assertHeading(visit, "Jobs");
        return new JobsPage(visit);
    }

    /** The card of a kind. */
    Locator card(String title) {
        return page.locator(".job-card", new Page.LocatorOptions().setHas(page.getByRole(AriaRole.HEADING,
                new Page.GetByRoleOptions().setName(title))));
    }

    Locator state(String title) {
        return card(title).locator(".job-now");
    }

    Locator finished() {
        return page.locator(".job-history li");
    }

    void start(String title) {
        button(title, "Start now").click();
    }

    Locator button(String title, String name) {
        return card(title).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    void schedule(String title, String repeat) {
        button(title, "Change schedule").click();
        page.locator("vaadin-dialog vaadin-select").first().click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(repeat).setExact(true)).click();
        AdminPages.button(visit, "Save").click();
    }

    Locator schedule(String title) {
        return card(title).locator("p.quiet").last();
    }

    Locator log(String title) {
        button(title, "Last lines of the log").click();
        return card(title).locator(".log-lines");
    }
}
