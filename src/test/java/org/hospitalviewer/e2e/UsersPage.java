package org.hospitalviewer.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The administrator's screen of users. */
final class UsersPage {

    private final Visit visit;

    private UsersPage(Visit visit) {
        this.visit = visit;
    }

    static UsersPage open(Visit visit, Clinic clinic) {
        visit.page().navigate(clinic.url("/admin/users"));
        AdminPages.assertHeading(visit, "Users");
        return new UsersPage(visit);
    }

    /** The list item that shows a text, such as a user name. */
    Locator user(String text) {
        return visit.page().locator("li.device", new Page.LocatorOptions().setHasText(text));
    }

    /** Adds a user and gives the password that is shown once. */
    String add(String username, String fullName) {
        AdminPages.button(visit, "Add a user").click();
        visit.page().getByLabel("Full name").fill(fullName);
        visit.page().getByLabel("User name").fill(username);
        AdminPages.button(visit, "Save").click();
        return notedSecret();
    }

    /** The same with a role other than the referring doctor's, by its name on the screen. */
    String add(String username, String fullName, String role) {
        AdminPages.button(visit, "Add a user").click();
        visit.page().getByLabel("Full name").fill(fullName);
        visit.page().getByLabel("User name").fill(username);
        visit.page().locator("vaadin-dialog[opened] vaadin-select").click();
        visit.page().getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(role)).click();
        AdminPages.button(visit, "Save").click();
        return notedSecret();
    }

    /** Reads what is shown once, and closes it. */
    String notedSecret() {
        String secret = visit.page().locator(".given-secret").textContent();
        AdminPages.button(visit, "I have noted it").click();
        return secret;
    }

    void press(String user, String button) {
        user(user).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button).setExact(true)).click();
    }

    /** Says yes to the question that came up. */
    void confirm(String button) {
        visit.page().getByRole(AriaRole.ALERTDIALOG).getByRole(AriaRole.BUTTON,
                new Locator.GetByRoleOptions().setName(button).setExact(true)).click();
    }
}
