package org.hospitalviewer.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;

/** The login screen. */
final class LoginPage {

    private final Page page;

    private LoginPage(Page page) {
        this.page = page;
    }

    /** The visitor has been led here, wherever they wanted to go. */
    static LoginPage shownTo(Visit visit) {
        assertThat(visit.page().getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Log in"))).isVisible();
        return new LoginPage(visit.page());
    }

    static LoginPage open(Visit visit, Clinic clinic) {
        visit.page().navigate(clinic.url("/login"));
        return shownTo(visit);
    }

    void logIn(String user, String password) {
        page.getByLabel("User name").fill(user);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(password);
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Log in")).click();
    }

    /** Comes in for the first time with the password that was given, and takes one of his own. */
    static WorklistPage enterAsInvited(Visit visit, Clinic clinic, String user, String given, String chosen) {
        open(visit, clinic).logIn(user, given);
        choosePassword(visit, given, chosen);
        shownTo(visit).logIn(user, chosen);
        return WorklistPage.shownTo(visit);
    }

    /** Takes a password of one's own in the place of the one that was given, which leads back to the login. */
    static void choosePassword(Visit visit, String given, String chosen) {
        assertThat(visit.page().getByText("This password was made for you")).isVisible();
        enterPassword(visit, "Password now", given);
        enterPassword(visit, "New password", chosen);
        enterPassword(visit, "New password again", chosen);
        AdminPages.button(visit, "Change password").click();
    }

    private static void enterPassword(Visit visit, String label, String password) {
        visit.page().getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(password);
    }

    Locator failure() {
        return page.getByText("This did not work");
    }
}
