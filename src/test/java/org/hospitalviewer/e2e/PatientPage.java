package org.hospitalviewer.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Everything of one patient. */
final class PatientPage {

    private final Visit visit;
    private final Page page;

    private PatientPage(Visit visit) {
        this.visit = visit;
        this.page = visit.page();
    }

    static PatientPage open(Visit visit, Clinic clinic, String studyInstanceUid) {
        visit.page().navigate(clinic.url("/patient/" + studyInstanceUid));
        return shownTo(visit);
    }

    static PatientPage shownTo(Visit visit) {
        assertThat(visit.page().locator(".patient h1")).isVisible();
        return new PatientPage(visit);
    }

    Locator heading() {
        return page.locator(".patient .admin-heading").first();
    }

    Locator entries() {
        return page.locator(".patient-entries > li");
    }

    Locator entry(String text) {
        return entries().filter(new Locator.FilterOptions().setHasText(text));
    }

    /** By what stands above it. */
    Locator titled(String title) {
        return entries().filter(new Locator.FilterOptions().setHas(page.locator(".entry-title h2",
                new Page.LocatorOptions().setHasText(title))));
    }

    Locator titles() {
        return page.locator(".entry-title h2");
    }

    Locator warning() {
        return page.locator(".patient .banners").first();
    }

    Locator dialog() {
        return page.locator("vaadin-dialog[opened]");
    }

    void press(String button) {
        AdminPages.button(visit, button).click();
    }

    void press(Locator within, String button) {
        within.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button).setExact(true)).click();
    }

    void show(String kind) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(kind + " (")).click();
    }

    void enter(String label, String text) {
        dialog().getByLabel(label, new Locator.GetByLabelOptions().setExact(true)).last().fill(text);
    }

    void choose(String label, String option) {
        dialog().getByLabel(label).last().click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(option)).click();
    }

    /** Says yes to the question that came up. */
    void confirm(String button) {
        page.getByRole(AriaRole.ALERTDIALOG).getByRole(AriaRole.BUTTON,
                new Locator.GetByRoleOptions().setName(button).setExact(true)).click();
    }
}
