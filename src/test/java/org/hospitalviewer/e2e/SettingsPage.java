package org.hospitalviewer.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The administrator's settings. */
final class SettingsPage {

    private final Visit visit;
    private final Page page;

    private SettingsPage(Visit visit) {
        this.visit = visit;
        this.page = visit.page();
    }

    static SettingsPage open(Visit visit, Clinic clinic) {
        visit.page().navigate(clinic.url("/admin/settings"));
        AdminPages.assertHeading(visit, "Settings");
        return new SettingsPage(visit);
    }

    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    SettingsPage enter(String label, String value) {
        field(label).fill(value);
        return this;
    }

    SettingsPage save() {
        AdminPages.button(visit, "Save").click();
        return this;
    }

    Locator saved() {
        return page.getByText("Saved", new Page.GetByTextOptions().setExact(true));
    }

    Locator text(String text) {
        return page.getByText(text);
    }
}
