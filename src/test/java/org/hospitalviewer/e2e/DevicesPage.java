package org.hospitalviewer.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The administrator's screen of devices. */
final class DevicesPage {

    private final Visit visit;
    private final Page page;

    private DevicesPage(Visit visit) {
        this.visit = visit;
        this.page = visit.page();
    }

    static DevicesPage open(Visit visit, Clinic clinic) {
        visit.page().navigate(clinic.url("/admin/devices"));
        AdminPages.assertHeading(visit, "Devices");
        return new DevicesPage(visit);
    }

    /** The list item that shows a text, such as a name or AE title. */
    Locator device(String text) {
        return page.locator("li.device", new Page.LocatorOptions().setHasText(text));
    }

    void press(String device, String button) {
        device(device).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button).setExact(true)).click();
    }

    DevicesPage enter(String label, String value) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(value);
        return this;
    }

    void save() {
        AdminPages.button(visit, "Save").click();
    }

    Locator complaint(String text) {
        return page.getByText(text);
    }
}
