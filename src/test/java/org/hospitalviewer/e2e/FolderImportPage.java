package org.hospitalviewer.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The administrator's screen of the import of folders. */
final class FolderImportPage {

    private final Visit visit;
    private final Page page;

    private FolderImportPage(Visit visit) {
        this.visit = visit;
        this.page = visit.page();
    }

    static FolderImportPage open(Visit visit, Clinic clinic) {
        visit.page().navigate(clinic.url("/admin/import"));
        AdminPages.assertHeading(visit, "Folder import");
        return new FolderImportPage(visit);
    }

    Locator path() {
        return page.getByLabel("Path of the folder", new Page.GetByLabelOptions().setExact(true));
    }

    void press(String button) {
        AdminPages.button(visit, button).click();
    }

    void tick(String label) {
        page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(label).setExact(true)).click();
    }

    Locator answer() {
        return page.locator(".folder-choice .banner");
    }

    /** A card by its title. */
    Locator card(String title) {
        return page.locator(".import-card", new Page.LocatorOptions().setHas(page.getByRole(AriaRole.HEADING,
                new Page.GetByRoleOptions().setName(title).setExact(true))));
    }

    /** A figure of a card by its name. */
    Locator figure(String card, String name) {
        return card(card).locator("xpath=.//dt[normalize-space()='" + name + "']/following-sibling::dd[1]");
    }

    Locator troubles() {
        return page.locator(".import-troubles li");
    }

    /** The folders that the dialog shows. */
    Locator folder(String name) {
        return page.locator("vaadin-dialog vaadin-item", new Page.LocatorOptions().setHasText(name));
    }

    Locator breadcrumb() {
        return page.locator(".folder-breadcrumb vaadin-button");
    }
}
